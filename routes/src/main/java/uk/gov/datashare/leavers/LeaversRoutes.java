package uk.gov.datashare.leavers;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import uk.gov.datashare.connectors.backbone.Backbone;

/** Tells the process who has left the post in which they are asked. */
final class LeaversRoutes extends EndpointRouteBuilder {

    static final String REPORT = "leavers.report-leaver";

    private static final long BETWEEN_LOOKS = Duration.ofSeconds(15).toMillis();

    private final OpenCases cases;

    LeaversRoutes(OpenCases cases) {
        this.cases = requireNonNull(cases);
    }

    @Override
    public void configure() {
        from(timer(REPORT).period(BETWEEN_LOOKS))
                .routeId(REPORT)
                .routeDescription("Reports whoever has left the post in which they are asked")
                .routeProperty(Backbone.WRITES, "commands")
                .process(exchange -> exchange.getMessage().setBody(cases.report()))
                .to(direct(Backbone.SEND));
    }
}
