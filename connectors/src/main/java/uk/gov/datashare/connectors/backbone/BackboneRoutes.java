package uk.gov.datashare.connectors.backbone;

import java.util.List;

import org.apache.camel.ErrorHandlerFactory;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Kafka and the stages meet. Each subscription is read in batches; what was read counts as done only after the
 * stage has returned, and until then all of it is handed over again. One route writes what the stages send.
 */
final class BackboneRoutes extends EndpointRouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(BackboneRoutes.class);

    /** Readers start after, and stop before, the routes they call. */
    private static final int AFTER_ALL_OTHERS = 100_000;
    /** How long a batch waits for more records, in milliseconds. */
    private static final int SHORTLY = 20;

    private final KafkaConnection connection;
    private final List<Subscription> subscriptions;

    BackboneRoutes(KafkaConnection connection, List<Subscription> subscriptions) {
        this.connection = connection;
        this.subscriptions = List.copyOf(subscriptions);
    }

    @Override
    public void configure() {
        CamelKafka.install(getContext(), connection, subscriptions);
        send();
        int order = AFTER_ALL_OTHERS;
        for (Subscription subscription : subscriptions) {
            read(subscription).startupOrder(order++);
        }
    }

    private RouteDefinition read(Subscription subscription) {
        return from(topicsOf(subscription))
                .routeId(subscription.routeId())
                .errorHandler(waitAndTryAgain(subscription))
                .process(Exchanges::take)
                .removeHeaders("*")
                .to(direct(subscription.entry()))
                .process(Exchanges::commit);
    }

    private void send() {
        from(direct(Backbone.SEND))
                .routeId(Backbone.SEND)
                .errorHandler(noErrorHandler())
                .process(Exchanges::write)
                .removeHeaders("*")
                .to(topicOfEachRecord());
    }

    /**
     * The one set of options under which Camel loses nothing: without the manual commit it commits never or too early, and
     * without the break a batch that failed is passed over.
     */
    private EndpointConsumerBuilder topicsOf(Subscription subscription) {
        return kafka(subscription.topics())
                .groupId(KafkaConnection.group(subscription.name()))
                .batching(true)
                .maxPollRecords(subscription.maxBatch())
                .pollTimeoutMs((long) SHORTLY)
                .batchingIntervalMs(SHORTLY)
                .autoCommitEnable(false)
                .allowManualCommit(true)
                .breakOnFirstError(true)
                .autoOffsetReset("earliest")
                .keyDeserializer("org.apache.kafka.common.serialization.ByteArrayDeserializer")
                .valueDeserializer("org.apache.kafka.common.serialization.ByteArrayDeserializer")
                .pollOnError(PollOnError.RECONNECT)
                .advanced()
                .isolationLevel("read_committed");
    }

    private EndpointProducerBuilder topicOfEachRecord() {
        return kafka("of-each-record")
                .requestRequiredAcks("all")
                .enableIdempotence(true)
                .useIterator(true)
                .batchWithIndividualHeaders(true)
                .keySerializer("org.apache.kafka.common.serialization.ByteArraySerializer")
                .valueSerializer("org.apache.kafka.common.serialization.ByteArraySerializer")
                .advanced()
                .synchronous(true);
    }

    /** About ten seconds of patience at a stretch; then the reader joins its group anew, and begins again where it last committed. */
    private ErrorHandlerFactory waitAndTryAgain(Subscription subscription) {
        return defaultErrorHandler()
                .maximumRedeliveries(4)
                .redeliveryDelay(250)
                .useExponentialBackOff()
                .backOffMultiplier(3)
                .maximumRedeliveryDelay(10_000)
                .allowRedeliveryWhileStopping(false)
                .logExhausted(false)
                .retryAttemptedLogLevel(LoggingLevel.DEBUG)
                .onExceptionOccurred(exchange -> explain(subscription, exchange));
    }

    private static void explain(Subscription subscription, Exchange exchange) {
        LOG.warn(
                "{} could not finish a batch: {}. Nothing of it is committed; it waits a little and is handed over again",
                subscription.name(),
                String.valueOf(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)));
    }
}
