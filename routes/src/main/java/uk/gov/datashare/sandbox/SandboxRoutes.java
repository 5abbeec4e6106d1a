package uk.gov.datashare.sandbox;

import java.time.InstantSource;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;

/** What the invented departments hear, and what they send because of it. */
@Component
@Profile("sandbox")
final class SandboxRoutes extends EndpointRouteBuilder {

    static final String HEAR = "sandbox.hear-as-departments";

    private final Stage stage;

    SandboxRoutes(Sandbox sandbox, InstantSource clock) {
        this.stage = Stage.each(HEAR, clock, sandbox::hear);
    }

    @Override
    public void configure() {
        from(direct(HEAR))
                .routeId(HEAR)
                .routeDescription("Plays the departments: hears what became of a request, and mends or withdraws it")
                .routeProperty(Backbone.WRITES, "requests")
                .transform(stage)
                .to(direct(Backbone.SEND));
    }
}
