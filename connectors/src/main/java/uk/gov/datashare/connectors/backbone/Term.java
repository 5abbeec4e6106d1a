package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.contracts.Topics;

/**
 * One membership in the group that shares a lead. That the partition was assigned says nothing about now: a member that is cut
 * off keeps it in its books. So the leader has the group's coordinator confirm the membership again and again, by a commit,
 * which a coordinator takes from a current member only, and which counts as its sign of life.
 */
final class Term implements ConsumerRebalanceListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Term.class);
    private static final TopicPartition LEAD = new TopicPartition(Topics.LEADERSHIP.name(), 0);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration BETWEEN_CONFIRMATIONS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** A task that takes longer than this to end is given away before it has. */
    private static final String TIME_TO_END_MILLIS = "30000";

    private final KafkaConsumer<byte[], byte[]> member;
    private final String name;
    private final String task;
    private final Leadership leadership;
    private final Leadership.Task begunAndEnded;
    private boolean begun;
    private Optional<Long> lastSaid = Optional.empty();

    Term(KafkaConnection connection, String task, Leadership leadership, Leadership.Task begunAndEnded) {
        this.name = connection.instanceName();
        this.task = task;
        this.leadership = leadership;
        this.begunAndEnded = begunAndEnded;
        this.member = new KafkaConsumer<>(settings(connection, task));
    }

    /** The partition stays with its holder when another hub joins: a lead that moved with each newcomer would be a nuisance. */
    private static Map<String, Object> settings(KafkaConnection connection, String task) {
        Map<String, Object> settings = connection.member(KafkaConnection.group("leader-in-" + task));
        settings.put("session.timeout.ms", Long.toString(Leadership.SESSION.toMillis()));
        settings.put("max.poll.interval.ms", TIME_TO_END_MILLIS);
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        return settings;
    }

    /** Takes part until the leadership closes, or Kafka will have this member no more. */
    void serve() {
        member.subscribe(List.of(LEAD.topic()), this);
        while (!leadership.isClosing()) {
            member.poll(TICK);
            if (member.assignment().contains(LEAD)) {
                every(BETWEEN_CONFIRMATIONS, this::confirm);
                if (begun && !leadership.isHeld()) {
                    end("Kafka has not confirmed it for " + Leadership.LEASE.toSeconds() + " s");
                }
            } else {
                every(BETWEEN_QUESTIONS, this::ask);
            }
        }
    }

    private void every(Duration time, Runnable question) {
        long now = leadership.now();
        if (lastSaid.filter(last -> now - last < time.toNanos()).isEmpty()) {
            lastSaid = Optional.of(now);
            question.run();
        }
    }

    /** What counts is when it was asked for: from then on the coordinator waits for the next sign of life. */
    private void confirm() {
        long asked = leadership.now();
        try {
            member.commitSync(Map.of(LEAD, new OffsetAndMetadata(0, name)), PATIENCE);
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException unconfirmed) {
            LOG.debug("{} cannot have its lead in {} confirmed now", name, task, unconfirmed);
            return;
        }
        leadership.confirmedAt(asked);
        if (!begun && leadership.isHeld()) {
            begun = true;
            leadership.isWith(Optional.of(name));
            begunAndEnded.begin();
        }
    }

    private void ask() {
        try {
            Map<TopicPartition, OffsetAndMetadata> said = member.committed(Set.of(LEAD), PATIENCE);
            leadership.isWith(Optional.ofNullable(said.get(LEAD)).map(OffsetAndMetadata::metadata)
                    .filter(leader -> !leader.isEmpty() && !leader.equals(name)));
        } catch (TimeoutException unanswered) {
            LOG.debug("{} does not hear who leads in {}", name, task, unanswered);
        }
    }

    private void end(String because) {
        leadership.isOver();
        if (begun) {
            begun = false;
            LOG.info("{} leads no more in {}: {}", name, task, because);
            begunAndEnded.end();
        }
    }

    /** There is nothing to read; and the first confirmation is to be asked for at once. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        member.pause(partitions);
        lastSaid = Optional.empty();
    }

    /** Kafka waits for this to return before it gives the partition to anybody else. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        endIfOver(partitions, "the lead goes to another hub, or this one is closing");
    }

    /** Somebody else may have it already. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        endIfOver(partitions, "Kafka took the lead away after hearing nothing of this hub");
    }

    private void endIfOver(Collection<TopicPartition> partitions, String because) {
        if (partitions.contains(LEAD)) {
            end(because);
        }
    }

    @Override
    public void close() {
        try {
            end("this hub is closing");
        } finally {
            member.close(requireNonNull(CloseOptions.timeout(PATIENCE)
                    .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)));
        }
    }
}
