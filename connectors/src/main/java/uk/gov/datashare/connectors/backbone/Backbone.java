package uk.gov.datashare.connectors.backbone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.camel.RoutesBuilder;

import uk.gov.datashare.contracts.Topic;

/** The hub's way to its topics: the cluster that is configured, or a broker of its own in this process. */
public final class Backbone implements AutoCloseable {

    /**
     * The {@code direct:} endpoint that writes a {@code List<Outgoing>} as one pipelined batch and returns when all in-sync
     * replicas have all of it; an exception means that some of it may be missing, and all of it is to be sent again.
     */
    public static final String SEND = "backbone.send-records";

    /**
     * The route property in which a stage names the kinds of topic that its messages go to, such as {@code commands, errors}:
     * its function decides that, and the route alone would not show it.
     */
    public static final String WRITES = "writes";

    private final KafkaConnection connection;
    private final Optional<EmbeddedBroker> embedded;

    private Backbone(KafkaConnection connection, Optional<EmbeddedBroker> embedded) {
        this.connection = connection;
        this.embedded = embedded;
    }

    /**
     * Opens the backbone, starting an embedded broker where no cluster is configured.
     *
     * @throws BackboneException when the embedded broker cannot start; the message says what to do
     */
    public static Backbone open(BackboneSettings settings) {
        Optional<EmbeddedBroker> embedded = settings.bootstrapServers().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedBroker.start(settings.dataFolder().resolve("kafka"), settings.embeddedPort()));
        String servers = settings.bootstrapServers().or(() -> embedded.map(EmbeddedBroker::bootstrapServers))
                .orElseThrow();
        return new Backbone(KafkaConnection.to(servers, settings), embedded);
    }

    /** How Kafka clients connect, for Kafka Streams and for showing where the backbone is. */
    public KafkaConnection connection() {
        return connection;
    }

    /** Makes the topics that are missing, now and when an organisation joins. */
    public TopicProvisioner topics() {
        return new TopicProvisioner(connection);
    }

    /** The routes that read for these subscriptions, and {@link #SEND}. Add them to the Camel context once. */
    public RoutesBuilder routes(List<Subscription> subscriptions) {
        return new BackboneRoutes(connection, subscriptions);
    }

    /** A sender for those who are not in a route; close it when done. */
    public Publisher publisher() {
        return new Publisher(connection);
    }

    /** Reads a whole topic from its beginning into the handler and follows it, on a thread of its own, until closed. */
    public TopicView view(Topic topic, Consumer<Received> handler) {
        return TopicView.follow(connection, topic.name(), handler);
    }

    /** What was in a topic before a place in it, for those who must catch up. */
    public TopicHistory history(Topic topic) {
        return new TopicHistory(connection, topic);
    }

    /**
     * A task that one hub of the cluster has at a time; it is sought when asked, until closed.
     *
     * @param task its name, of letters, digits, dots and hyphens; the same on every hub
     */
    public Leadership leadership(String task) {
        return new Leadership(connection, task, System::nanoTime);
    }

    /**
     * Asks the brokers again and again how far topics go and how far each part of the hub has read, until closed.
     *
     * @param every    how long to wait between two soundings
     * @param listener is told after each try, from one thread
     */
    public Soundings soundings(Duration every, Consumer<Sounding> listener) {
        return Soundings.begin(connection, every, System::nanoTime, listener);
    }

    /** Stops the embedded broker, if there is one. Close everything that uses it before. */
    @Override
    public void close() {
        embedded.ifPresent(EmbeddedBroker::close);
    }
}
