package uk.gov.datashare.connectors.backbone;

import java.util.Set;

import uk.gov.datashare.contracts.Topics;

/**
 * How large a record may be, in bytes. Departments meet Kafka's own limit of one mebibyte at the broker, so a message
 * of many megabytes never gets in; raw mail may be larger, and so may the dead letter that a mail becomes.
 */
final class Limits {

    /** What the data of one record may be on most topics: Kafka's default less room for key and headers. */
    static final int USUAL = 1_000_000;
    /** What a raw mail may be. */
    static final int LARGE = 12 * 1024 * 1024;
    /** What the broker takes for one batch on the topics with large records, and what a producer will ask it to take. */
    static final int LARGE_BATCH = LARGE + 512 * 1024;

    private static final Set<String> LARGE_TOPICS = Set.of(Topics.MAIL_IN.name(), Topics.DEADLETTERS.name());

    private Limits() {}

    static boolean isLarge(String topic) {
        return LARGE_TOPICS.contains(topic);
    }

    static void check(String topic, byte[] data) {
        int limit = isLarge(topic) ? LARGE : USUAL;
        if (data.length > limit) {
            throw new IllegalArgumentException(
                    topic + " takes records of up to " + limit + " bytes; this one has " + data.length);
        }
    }
}
