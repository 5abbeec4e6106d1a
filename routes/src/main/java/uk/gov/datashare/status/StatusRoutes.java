package uk.gov.datashare.status;

import java.time.InstantSource;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

import uk.gov.datashare.cases.CaseFollower;
import uk.gov.datashare.cases.CaseHistory;
import uk.gov.datashare.connectors.backbone.Backbone;

/** Every party hears of every step: each event becomes a message to each of them. */
@Component
final class StatusRoutes extends EndpointRouteBuilder {

    static final String TELL = "status.tell-parties";

    private final CaseFollower follower;
    private final InstantSource clock;

    StatusRoutes(CaseHistory history, InstantSource clock) {
        this.follower = new CaseFollower(history);
        this.clock = clock;
    }

    @Override
    public void configure() {
        from(direct(TELL))
                .routeId(TELL)
                .routeDescription("Tells every party of every step, each on its own topic and in words")
                .routeProperty(Backbone.WRITES, "status")
                .transform(follower.stage(TELL, clock, StatusStage::tell))
                .to(direct(Backbone.SEND));
    }
}
