package uk.gov.datashare.connectors.backbone;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** A stage as stages are written. */
final class StageUnderTest extends EndpointRouteBuilder {

    private final String entry;
    private final Stage stage;

    StageUnderTest(String entry, Stage stage) {
        this.entry = entry;
        this.stage = stage;
    }

    @Override
    public void configure() {
        from(direct(entry))
                .routeId(entry)
                .transform(stage)
                .to(direct(Backbone.SEND));
    }
}
