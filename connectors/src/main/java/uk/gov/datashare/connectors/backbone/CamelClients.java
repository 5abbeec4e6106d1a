package uk.gov.datashare.connectors.backbone;

import java.util.Map;
import java.util.Properties;

import org.apache.camel.component.kafka.KafkaClientFactory;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** Makes Camel's Kafka clients as the {@link KafkaConnection} wants them. So no secret is ever part of an endpoint's URI, which is logged and shown. */
record CamelClients(KafkaConnection connection) implements KafkaClientFactory {

    @Override
    public Producer<byte[], byte[]> getProducer(Properties asked) {
        return new KafkaProducer<>(over(asked, connection.producer()));
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Properties asked) {
        Properties member = over(asked, connection.member(asked.getProperty(ConsumerConfig.GROUP_ID_CONFIG)));
        member.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, asked.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG));
        return new KafkaConsumer<>(member);
    }

    @Override
    public String getBrokers(KafkaConfiguration configuration) {
        return connection.bootstrapServers();
    }

    private static Properties over(Properties asked, Map<String, Object> ours) {
        Properties both = new Properties();
        both.putAll(asked);
        both.putAll(ours);
        return both;
    }
}
