package uk.gov.datashare.intake;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;

/** Receives what departments put on their topics, and sends on what follows from it. */
@Component
final class IntakeRoutes extends EndpointRouteBuilder {

    static final String RECEIVE = "intake.receive-requests";

    private final IntakeCounter intake;
    private final InstantSource clock;

    IntakeRoutes(IntakeCounter intake, InstantSource clock) {
        this.intake = requireNonNull(intake);
        this.clock = requireNonNull(clock);
    }

    @Override
    public void configure() {
        from(direct(RECEIVE))
                .routeId(RECEIVE)
                .routeDescription("Makes a command of what a department sent, or tells it everything that was wrong")
                .routeProperty(Backbone.WRITES, "commands, errors")
                .transform(Stage.each(RECEIVE, clock, intake::receive))
                .to(direct(Backbone.SEND));
    }
}
