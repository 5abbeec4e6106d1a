package uk.gov.datashare.connectors.backbone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

import uk.gov.datashare.contracts.Topic;

/** A topic exactly as this hub would make it on its cluster. */
record Blueprint(String name, int partitions, int replicas, Map<String, String> configs) {

    private static final String FOR_EVER = "-1";

    static Blueprint of(Topic topic, BackboneSettings settings) {
        int partitions = switch (topic.partitions()) {
            case BY_KEY -> settings.partitions();
            case SINGLE -> 1;
        };
        return new Blueprint(topic.name(), partitions, settings.replicationFactor(),
                configs(topic, settings.replicationFactor()));
    }

    private static Map<String, String> configs(Topic topic, int replicas) {
        Map<String, String> configs = new TreeMap<>();
        configs.put("cleanup.policy", switch (topic.cleanup()) {
            case DELETE -> "delete";
            case COMPACT -> "compact";
        });
        configs.put("retention.ms", topic.retention().map(Duration::toMillis).map(String::valueOf).orElse(FOR_EVER));
        // With three replicas one may be away and an acknowledged record is still on two.
        configs.put("min.insync.replicas", Integer.toString(Math.max(1, replicas - 1)));
        if (Limits.isLarge(topic.name())) {
            configs.put("max.message.bytes", Integer.toString(Limits.LARGE_BATCH));
        }
        return configs;
    }

    NewTopic toCreate() {
        return new NewTopic(name, partitions, (short) replicas).configs(configs);
    }

    ConfigResource resource() {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    List<Difference> differencesFrom(TopicDescription found, Config foundConfigs) {
        List<Difference> differences = new ArrayList<>();
        compare("partitions", Integer.toString(partitions), Integer.toString(found.partitions().size()), differences);
        compare("replication.factor", Integer.toString(replicas),
                Integer.toString(found.partitions().getFirst().replicas().size()), differences);
        configs.forEach((setting, wanted) -> compare(setting, wanted, foundConfigs.get(setting).value(), differences));
        return differences;
    }

    private void compare(String setting, String wanted, String found, List<Difference> differences) {
        if (!wanted.equals(found)) {
            differences.add(new Difference(name, setting, wanted, found));
        }
    }
}
