package uk.gov.datashare.connectors.backbone;

import java.util.List;

import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.camel.model.RouteDefinition;

/**
 * Where Kafka and the stages meet. Each subscription is read in batches; what was read counts as done only after the
 * stage has returned, and until then all of it is handed over again. One route writes what the stages send.
 */
final class BackboneRoutes extends EndpointRouteBuilder {

    /** Readers start after, and stop before, the routes they call. */
    private static final int AFTER_ALL_OTHERS = 100_000;
    /** How long a batch waits for more records, in milliseconds. */
    private static final int SHORTLY = 20;

    private final KafkaConnection connection;
    private final List<Subscription> subscriptions;
    private final DepartmentTopics departmentTopics;

    BackboneRoutes(KafkaConnection connection, List<Subscription> subscriptions) {
        this.connection = connection;
        this.subscriptions = List.copyOf(subscriptions);
        this.departmentTopics = new DepartmentTopics(new TopicProvisioner(connection));
    }

    @Override
    public void configure() throws Exception {
        getContext().addRoutesConfigurations(new BackboneErrors());
        CamelKafka.install(getContext(), connection, subscriptions);
        send();
        int order = AFTER_ALL_OTHERS;
        for (Subscription subscription : subscriptions) {
            read(subscription).startupOrder(order++);
        }
    }

    /**
     * The stage is called with a copy, so that the batch can be handed over again whole, whatever a stage that failed
     * has done to body, headers or by its own error handling.
     */
    private RouteDefinition read(Subscription subscription) {
        return from(topicsOf(subscription))
                .routeId(subscription.routeId())
                .routeDescription("Hands what is new on the topic over, and commits when the stage has returned")
                .routeConfigurationId(BackboneErrors.HAND_OVER_AGAIN)
                .process(Exchanges::take)
                .removeHeaders("*")
                .enrich(direct(subscription.entry()), Exchanges::afterStage, true)
                .process(Exchanges::commit);
    }

    private void send() {
        from(direct(Backbone.SEND))
                .routeId(Backbone.SEND)
                .routeDescription("Writes all records that a stage made as one batch, and waits until they are safe")
                .routeConfigurationId(BackboneErrors.LEFT_TO_THE_SENDER)
                .process(exchange -> departmentTopics.readyFor(Exchanges.list(exchange, Outgoing.class)))
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
                .sessionTimeoutMs((int) subscription.session().toMillis())
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
}
