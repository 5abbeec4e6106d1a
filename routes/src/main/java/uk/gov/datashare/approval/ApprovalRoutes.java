package uk.gov.datashare.approval;

import static java.util.Objects.requireNonNull;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;

/** Stage 4: what happened to a case becomes the letters that it owes, and those leave for their readers. */
final class ApprovalRoutes extends EndpointRouteBuilder {

    static final String WRITE = "approval.write-letters";
    static final String SEND = "approval.send-letter";

    private final Stage writing;
    private final Stage sending;

    ApprovalRoutes(Stage writing, Stage sending) {
        this.writing = requireNonNull(writing);
        this.sending = requireNonNull(sending);
    }

    @Override
    public void configure() {
        from(direct(WRITE))
                .routeId(WRITE)
                .routeDescription("Writes the letters that an event owes to approvers and parties")
                .routeProperty(Backbone.WRITES, "mail-out, digest")
                .transform(writing)
                .to(direct(Backbone.SEND));

        from(direct(SEND))
                .routeId(SEND)
                .routeDescription(
                        "Hands a letter to the mail server; one that nobody will take is reported to its case")
                .routeProperty(Backbone.WRITES, "mail, commands")
                .transform(sending)
                .to(direct(Backbone.SEND));
    }
}
