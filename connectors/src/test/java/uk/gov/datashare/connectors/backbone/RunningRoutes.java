package uk.gov.datashare.connectors.backbone;

import java.util.List;
import java.util.function.Function;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context with the backbone's routes and one stage, a function, behind each subscription. */
record RunningRoutes(DefaultCamelContext camel) implements AutoCloseable {

    static RunningRoutes start(Backbone backbone, Subscription subscription,
            Function<List<Received>, List<Outgoing>> function) {
        return start(backbone, List.of(subscription), new StageUnderTest(subscription.entry(), Stage.whole(function)));
    }

    static RunningRoutes start(Backbone backbone, List<Subscription> subscriptions, EndpointRouteBuilder stages) {
        try {
            DefaultCamelContext camel = new DefaultCamelContext();
            camel.getShutdownStrategy().setTimeout(10);
            camel.addRoutes(backbone.routes(subscriptions));
            camel.addRoutes(stages);
            camel.start();
            return new RunningRoutes(camel);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        camel.stop();
    }
}
