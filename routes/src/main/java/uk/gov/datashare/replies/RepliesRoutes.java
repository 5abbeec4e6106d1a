package uk.gov.datashare.replies;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;

/** Stage 5: a mail that came back becomes a command. */
final class RepliesRoutes extends EndpointRouteBuilder {

    static final String INTERPRET = "replies.interpret-mail";

    private final Replies replies;
    private final InstantSource clock;

    RepliesRoutes(Replies replies, InstantSource clock) {
        this.replies = requireNonNull(replies);
        this.clock = requireNonNull(clock);
    }

    @Override
    public void configure() {
        from(direct(INTERPRET))
                .routeId(INTERPRET)
                .routeDescription("Makes a command of what a person wrote, or of what a machine answered for them")
                .routeProperty(Backbone.WRITES, "commands, digest")
                .transform(Stage.each(INTERPRET, clock, replies::interpret))
                .to(direct(Backbone.SEND));
    }
}
