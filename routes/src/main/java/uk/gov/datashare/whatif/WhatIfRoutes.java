package uk.gov.datashare.whatif;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;

/** Tells departments what would become of a request. */
@Component
final class WhatIfRoutes extends EndpointRouteBuilder {

    static final String ANSWER = "whatif.answer-questions";

    private final WhatIfStage stage;
    private final InstantSource clock;

    WhatIfRoutes(WhatIfStage stage, InstantSource clock) {
        this.stage = requireNonNull(stage);
        this.clock = requireNonNull(clock);
    }

    @Override
    public void configure() {
        from(direct(ANSWER))
                .routeId(ANSWER)
                .routeDescription("Tells a department what would become of a request, of which nothing follows")
                .routeProperty(Backbone.WRITES, "whatif-answers")
                .transform(Stage.each(ANSWER, clock, stage::answer))
                .to(direct(Backbone.SEND));
    }
}
