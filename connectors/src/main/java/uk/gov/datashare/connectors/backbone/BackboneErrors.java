package uk.gov.datashare.connectors.backbone;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the backbone does about failures: a batch that failed waits and is handed over again, for as long as it takes. */
final class BackboneErrors extends EndpointRouteConfigurationBuilder {

    static final String HAND_OVER_AGAIN = "backbone.hand-over-again";
    /** Whoever sends has the whole batch and sends it again; doing so here too would multiply the attempts. */
    static final String LEFT_TO_THE_SENDER = "backbone.left-to-the-sender";

    private static final Logger LOG = LoggerFactory.getLogger(BackboneErrors.class);

    /**
     * About ten seconds of patience at a stretch; then the reader joins its group anew and begins where it last committed.
     * With every wait for a broker that is away, a stretch stays well below the five minutes after which the group would
     * take the reader for dead.
     */
    @Override
    public void configuration() {
        routeConfiguration(HAND_OVER_AGAIN).errorHandler(defaultErrorHandler()
                .maximumRedeliveries(4)
                .redeliveryDelay(250)
                .useExponentialBackOff()
                .backOffMultiplier(3)
                .maximumRedeliveryDelay(10_000)
                .allowRedeliveryWhileStopping(false)
                .logExhausted(false)
                .retryAttemptedLogLevel(LoggingLevel.DEBUG)
                .onExceptionOccurred(BackboneErrors::explain));
        routeConfiguration(LEFT_TO_THE_SENDER).errorHandler(noErrorHandler());
    }

    private static void explain(Exchange exchange) {
        LOG.warn(
                "{} could not finish a batch: {}. Nothing of it is committed; it waits a little and is handed over again",
                exchange.getFromRouteId(), String.valueOf(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)));
    }
}
