package uk.gov.datashare.approval;

import static java.util.Objects.requireNonNull;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;

/** Stage 4: what happened to a case becomes the letters that it owes. */
final class ApprovalRoutes extends EndpointRouteBuilder {

    static final String WRITE = "approval.write-letters";

    private final Stage writing;

    ApprovalRoutes(Stage writing) {
        this.writing = requireNonNull(writing);
    }

    @Override
    public void configure() {
        from(direct(WRITE))
                .routeId(WRITE)
                .routeDescription("Writes the letters that an event owes to approvers and parties")
                .routeProperty(Backbone.WRITES, "mail-out, digest")
                .transform(writing)
                .to(direct(Backbone.SEND));
    }
}
