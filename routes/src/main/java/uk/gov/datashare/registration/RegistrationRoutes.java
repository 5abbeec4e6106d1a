package uk.gov.datashare.registration;

import static java.util.Objects.requireNonNull;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;

/** Beside the stages: what is asked of the registry is judged, and what is confirmed is applied. */
final class RegistrationRoutes extends EndpointRouteBuilder {

    static final String JUDGE = "registration.judge-changes";

    private final Stage judging;

    RegistrationRoutes(Stage judging) {
        this.judging = requireNonNull(judging);
    }

    @Override
    public void configure() {
        from(direct(JUDGE))
                .routeId(JUDGE)
                .routeDescription("Judges changes of the registry, and applies those that a second person confirms")
                .routeProperty(Backbone.WRITES, "registry, registry-events")
                .transform(judging)
                .to(direct(Backbone.SEND));
    }
}
