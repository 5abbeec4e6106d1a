package uk.gov.datashare.connectors.backbone;

/**
 * A setting of an existing topic that is not as the hub would make it.
 *
 * @param topic   the topic's name
 * @param setting {@code partitions}, {@code replication.factor} or the name of a topic configuration
 * @param wanted  as the hub would make it
 * @param found   as it is
 */
public record Difference(String topic, String setting, String wanted, String found) {

    /** What is wrong and what a person can do about it. */
    public String inWords() {
        return "Topic " + topic + " has " + setting + " " + found + " where the hub would make it " + wanted
                + ". It is left as it is. " + remedy();
    }

    private String remedy() {
        return switch (setting) {
            case "partitions" ->
                "Equal keys no longer meet in equal partitions of topics that differ in this: set hub.kafka.partitions to what the topics have, or"
                        + " copy the topic into a new one.";
            case "replication.factor" ->
                "Reassign its replicas (kafka-reassign-partitions), or set hub.kafka.replication-factor to what it has.";
            default -> "Change it with kafka-configs --alter --entity-type topics --entity-name " + topic
                    + " --add-config " + setting + "=" + wanted
                    + " if the difference is not meant.";
        };
    }
}
