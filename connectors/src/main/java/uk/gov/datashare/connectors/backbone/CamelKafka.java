package uk.gov.datashare.connectors.backbone;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.support.subcription.SubscribeAdapter;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

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
        Map<String, Subscription> byTopics = subscriptions.stream()
                .collect(toMap(Subscription::topics, subscription -> subscription,
                        CamelKafka::tellingBoth));
        return (consumer, listener, topics) -> {
            Subscription subscription = byTopics.get(String.join(",", topics.getTopics()));
            if (subscription == null) {
                consumer.subscribe(topics.getTopics(), listener);
                return;
            }
            ConsumerRebalanceListener telling = new Telling(listener, subscription.handover());
            switch (subscription.source()) {
                case Subscription.Source.Named _ -> consumer.subscribe(topics.getTopics(), telling);
                case Subscription.Source.Matching(var names) -> consumer.subscribe(names, telling);
            }
        };
    }

    /** Two stages may read the same topics: what one need not hear does it no harm. */
    private static Subscription tellingBoth(Subscription one, Subscription other) {
        return one.givenUpAfter(one.session(), (topic, partition) -> {
            one.handover().partitionIsOurs(topic, partition);
            other.handover().partitionIsOurs(topic, partition);
        });
    }

    /** Camel's own listener, and whoever wants to know which partitions are read here. */
    private record Telling(ConsumerRebalanceListener camel, Subscription.Handover handover)
            implements
                ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(one -> handover.partitionIsOurs(one.topic(), one.partition()));
            camel.onPartitionsAssigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            camel.onPartitionsRevoked(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            camel.onPartitionsLost(partitions);
        }
    }
}
