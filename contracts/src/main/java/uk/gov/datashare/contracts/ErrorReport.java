package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;
import tools.jackson.databind.JsonNode;

/**
 * What was wrong with a department's message: every problem at once, on its errors topic.
 *
 * @param organisationId whose topic it came by
 * @param reference      the department's own reference, as far as it could be read
 * @param messageId      the CloudEvent's id, if it had one
 * @param topic          the topic it came by
 * @param partition      its partition
 * @param offset         its offset, so that it can be found again
 * @param digest         SHA-256 of its bytes, 64 hex digits
 * @param problems       what was wrong
 * @param corrected    where every error can be mended without a choice, the message to send in its place, whole
 * @param receivedAt     when the hub looked at it
 */
@JsonTypeName("case.refused.v1")
public record ErrorReport(String organisationId, Optional<String> reference, Optional<String> messageId, String topic,
        int partition, long offset, String digest, List<Problem> problems, Optional<JsonNode> corrected,
        Instant receivedAt) {
    public ErrorReport {
        requireNonNull(organisationId);
        requireNonNull(reference);
        requireNonNull(messageId);
        requireNonNull(topic);
        requireNonNull(digest);
        problems = Absent.orEmpty(problems);
        // Jackson reads a tree that is not there as one of nothing.
        corrected = corrected.filter(JsonNode::isObject);
        requireNonNull(receivedAt);
    }
}
