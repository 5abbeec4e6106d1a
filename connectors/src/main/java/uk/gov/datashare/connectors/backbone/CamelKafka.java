package uk.gov.datashare.connectors.backbone;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.support.subcription.SubscribeAdapter;

/** Camel's Kafka component as the hub needs it. */
final class CamelKafka {

    private CamelKafka() {}

    /** Sets up the component {@code kafka} of this context for these subscriptions. */
    static void install(CamelContext context, KafkaConnection connection, List<Subscription> subscriptions) {
        KafkaComponent component = new KafkaComponent(context);
        component.getConfiguration().setBrokers(connection.bootstrapServers());
        component.getConfiguration().setRecordMetadata(false);
        component.setKafkaClientFactory(new CamelClients(connection));
        component.setKafkaManualCommitFactory(
                (exchange, record, _) -> new Commit(exchange.consumer, record.partition, record.recordOffset));
        // Camel's own checks look into Kafka's clients by reflection and miss a broker that hangs.
        component.setHealthCheckConsumerEnabled(false);
        component.setHealthCheckProducerEnabled(false);
        context.addComponent("kafka", component);
        context.getRegistry().bind(KafkaConstants.KAFKA_SUBSCRIBE_ADAPTER, SubscribeAdapter.class,
                subscribing(subscriptions));
    }

    /** A pattern stands in an endpoint's URI by its readable name: its own characters mean something else there. */
    private static SubscribeAdapter subscribing(List<Subscription> subscriptions) {
        Map<String, Pattern> patterns = subscriptions.stream().flatMap(CamelKafka::pattern)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a));
        return (consumer, listener, topics) -> {
            Pattern pattern = patterns.get(String.join(",", topics.getTopics()));
            if (pattern == null) {
                consumer.subscribe(topics.getTopics(), listener);
            } else {
                consumer.subscribe(pattern, listener);
            }
        };
    }

    private static Stream<Map.Entry<String, Pattern>> pattern(Subscription subscription) {
        return switch (subscription.source()) {
            case Subscription.Source.Matching(var names) -> Stream.of(Map.entry(subscription.topics(), names));
            case Subscription.Source.Named _ -> Stream.empty();
        };
    }
}
