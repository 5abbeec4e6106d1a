package uk.gov.datashare.post;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;

/** Letters leave on two ways, those that are new and those that wait for their turn, so that neither holds up the other. */
final class PostRoutes extends EndpointRouteBuilder {

    static final String SEND = "post.send-letter";
    static final String SEND_AGAIN = "post.send-again";
    static final String LET_GO = "post.let-go";

    private static final long BETWEEN_LOOKS = Duration.ofMillis(500).toMillis();

    private final Stage sending;
    private final Stage sendingAgain;
    private final WaitingRoom room;

    PostRoutes(Stage sending, Stage sendingAgain, WaitingRoom room) {
        this.sending = requireNonNull(sending);
        this.sendingAgain = requireNonNull(sendingAgain);
        this.room = requireNonNull(room);
    }

    @Override
    public void configure() {
        from(direct(SEND))
                .routeId(SEND)
                .routeDescription("Hands letters to the mail server; those that cannot leave now wait for their turn")
                .routeProperty(Backbone.WRITES, "mail, mail-waiting, commands")
                .transform(sending)
                .to(direct(Backbone.SEND));

        from(direct(SEND_AGAIN))
                .routeId(SEND_AGAIN)
                .routeDescription(
                        "Hands letters to the mail server whose next turn it is, unless they have left before")
                .routeProperty(Backbone.WRITES, "mail, mail-waiting, commands")
                .transform(sendingAgain)
                .to(direct(Backbone.SEND));

        from(timer(LET_GO).period(BETWEEN_LOOKS))
                .routeId(LET_GO)
                .routeDescription("Lets those letters go that have waited until their turn")
                .routeProperty(Backbone.WRITES, "mail-again, mail-waiting")
                .process(exchange -> exchange.getMessage().setBody(room.due()))
                .to(direct(Backbone.SEND));
    }
}
