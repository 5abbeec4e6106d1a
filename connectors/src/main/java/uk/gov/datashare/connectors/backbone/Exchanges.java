package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultMessage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Camel's batches to ours and back. */
final class Exchanges {

    /** Where a batch's commits wait while the stage has the exchange, with whose headers and body it may do as it likes. */
    private static final String COMMITS = Exchanges.class.getName() + ".commits";

    private Exchanges() {}

    /** Sets the commits aside, and leaves what was received as the body. */
    static void take(Exchange exchange) {
        List<Message> batch = list(exchange, Exchange.class).stream().map(Exchange::getMessage).toList();
        exchange.setProperty(COMMITS,
                batch.stream().map(one -> header(one, KafkaConstants.MANUAL_COMMIT, Commit.class)).toList());
        exchange.getMessage().setBody(batch.stream().map(Exchanges::received).toList());
    }

    private static Received received(Message message) {
        return Records.received(header(message, KafkaConstants.TOPIC, String.class),
                header(message, KafkaConstants.PARTITION, Integer.class),
                header(message, KafkaConstants.OFFSET, Long.class),
                header(message, KafkaConstants.TIMESTAMP, Long.class),
                Optional.ofNullable(message.getHeader(KafkaConstants.KEY, byte[].class)),
                header(message, KafkaConstants.HEADERS, Headers.class),
                Optional.ofNullable((byte[]) message.getBody()));
    }

    private static <T> T header(Message message, String name, Class<T> type) {
        return requireNonNull(message.getHeader(name, type), name);
    }

    /** Tells the broker that the batch is done with. */
    static void commit(Exchange exchange) {
        List<?> commits = requireNonNull(exchange.getProperty(COMMITS, List.class));
        Commit.all(commits.stream().map(Commit.class::cast).toList());
    }

    /** Turns records to send into what Camel sends as one batch: messages, each with its own topic, key and headers. */
    static void write(Exchange exchange) {
        List<Outgoing> outgoing = list(exchange, Outgoing.class);
        exchange.getMessage().setBody(
                outgoing.stream().map(Records::toSend).map(one -> message(exchange.getContext(), one)).toList());
    }

    private static Message message(CamelContext context, ProducerRecord<byte[], byte[]> record) {
        Message message = new RecordMessage(context);
        message.setHeader(KafkaConstants.OVERRIDE_TOPIC, record.topic());
        if (record.key() != null) {
            message.setHeader(KafkaConstants.KEY, record.key());
        }
        record.headers().forEach(header -> message.setHeader(header.key(), header.value()));
        message.setBody(record.value());
        return message;
    }

    /** The batch as it was, with the failure of the stage that had a copy of it. */
    static Exchange afterStage(@Nullable Exchange batch, @Nullable Exchange copy) {
        requireNonNull(batch).setException(requireNonNull(copy).getException());
        return batch;
    }

    /** The body, which is a list of these. */
    static <T> List<T> list(Exchange exchange, Class<T> type) {
        return ((List<?>) requireNonNull(exchange.getMessage().getBody())).stream().map(type::cast).toList();
    }

    /** A message that keeps the case of its header names: Camel would write Content-Type, and readers look for content-type. */
    private static final class RecordMessage extends DefaultMessage {

        RecordMessage(CamelContext context) {
            super(context);
        }

        @Override
        protected Map<String, Object> createHeaders() {
            return new HashMap<>();
        }
    }
}
