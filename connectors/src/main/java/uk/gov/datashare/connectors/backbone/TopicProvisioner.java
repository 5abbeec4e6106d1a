package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.contracts.Topic;

/** Makes topics as they must be where there are none, and says where an existing one differs. It changes nothing that exists. */
public final class TopicProvisioner {

    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);

    private static final int LOOKS = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final KafkaConnection connection;

    TopicProvisioner(KafkaConnection connection) {
        this.connection = connection;
    }

    /**
     * Makes those of these topics that are missing. May be called again at any time with others.
     *
     * @return each setting in which an existing topic differs; each has been logged with what can be done
     * @throws BackboneException when the cluster does not answer or refuses
     */
    public List<Difference> provide(Collection<Topic> topics) {
        Map<String, Blueprint> wanted = topics.stream()
                .map(topic -> Blueprint.of(topic, connection.settings()))
                .collect(toMap(Blueprint::name, Function.identity()));
        try (Admin admin = Admin.create(connection.admin())) {
            Collection<String> present = admin.listTopics().names().get();
            create(admin, wanted.values().stream().filter(topic -> !present.contains(topic.name())).toList());
            List<Difference> differences = compare(admin,
                    wanted.values().stream().filter(topic -> present.contains(topic.name())).toList());
            differences.forEach(difference -> LOG.warn("{}", difference.inWords()));
            return differences;
        } catch (ExecutionException refused) {
            throw new BackboneException("Kafka at " + connection.bootstrapServers()
                    + " did not let the hub see to its topics: " + refused.getCause()
                    + ". Check hub.kafka.bootstrap-servers, that the brokers run, and that this hub may describe and create topics",
                    refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackboneException("Interrupted while seeing to the topics", interrupted);
        }
    }

    private static void create(Admin admin, List<Blueprint> missing) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = missing.stream().map(Blueprint::toCreate).toList();
        for (KafkaFuture<Void> one : admin.createTopics(topics).values().values()) {
            try {
                one.get();
            } catch (ExecutionException refused) {
                // Another hub was quicker: it made the same topic.
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw refused;
                }
            }
        }
        awaitSeen(admin, missing.stream().map(Blueprint::name).toList());
    }

    /** A topic is made by the controller; the brokers, which clients ask, hear of it a moment later. */
    private static void awaitSeen(Admin admin, List<String> names) throws ExecutionException, InterruptedException {
        for (int attempt = 1; attempt < LOOKS; attempt++) {
            try {
                admin.describeTopics(names).allTopicNames().get();
                return;
            } catch (ExecutionException unseen) {
                if (!(unseen.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw unseen;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
        admin.describeTopics(names).allTopicNames().get();
    }

    private static List<Difference> compare(Admin admin, List<Blueprint> existing)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> descriptions = admin
                .describeTopics(existing.stream().map(Blueprint::name).toList()).allTopicNames().get();
        Map<ConfigResource, Config> configs = admin.describeConfigs(existing.stream().map(Blueprint::resource).toList())
                .all().get();
        List<Difference> differences = new ArrayList<>();
        for (Blueprint topic : existing) {
            differences.addAll(topic.differencesFrom(requireNonNull(descriptions.get(topic.name())),
                    requireNonNull(configs.get(topic.resource()))));
        }
        return List.copyOf(differences);
    }
}
