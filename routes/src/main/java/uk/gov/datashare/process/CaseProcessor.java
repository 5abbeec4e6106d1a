package uk.gov.datashare.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.process.CaseDesk.Handled;

/**
 * Carries each command to its case and what follows out again, all in one transaction, and looks every so often whose time
 * has come. A record that cannot be handled becomes a dead letter in that same transaction, and the next one flows.
 */
final class CaseProcessor extends ContextualProcessor<byte[], byte[], byte[], ProducerRecord<byte[], byte[]>> {

    static final String CASES = "cases";
    static final String HANDLED = "handled-commands";
    static final String DEADLINES = "deadlines";

    private static final Logger LOG = LoggerFactory.getLogger(CaseProcessor.class);
    private static final String ROUTE = "process";
    private static final int MOST_AT_ONCE = 500;
    private static final Duration AFTER_A_FAULT = Duration.ofHours(1);

    private final CaseDesk desk;
    private final ProcessJournal journal;
    private final InstantSource clock;
    private final Duration sweepEvery;
    private final AnswerTopics answerTopics;

    CaseProcessor(CaseDesk desk, ProcessJournal journal, InstantSource clock, Duration sweepEvery,
            AnswerTopics answerTopics) {
        this.desk = desk;
        this.journal = journal;
        this.clock = clock;
        this.sweepEvery = sweepEvery;
        this.answerTopics = answerTopics;
    }

    @Override
    public void init(ProcessorContext<byte[], ProducerRecord<byte[], byte[]>> context) {
        super.init(context);
        context.schedule(sweepEvery, PunctuationType.WALL_CLOCK_TIME, _ -> sweep());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Received received = HubStreams.received(context(), record);
        write(switch (Incoming.of(received)) {
            case Incoming.Command(var envelope) -> handle(received, envelope);
            case Incoming.Unreadable(var why) -> setAside(received, "NotACommand", why);
        });
    }

    private List<Outgoing> handle(Received received, Envelope<ShareCommand> command) {
        try {
            return handle(command, received.partition() + "-" + received.offset());
        } catch (KafkaException kafkas) {
            throw kafkas;
        } catch (RuntimeException fault) {
            LOG.error("{} could not be handled", received.place(), fault);
            return setAside(received, fault.getClass().getName(), String.valueOf(fault.getMessage()));
        }
    }

    /** Nothing is stored before all of it is worked out, so that a fault leaves the case as it was. */
    private List<Outgoing> handle(Envelope<ShareCommand> command, String place) {
        String requestId = command.data().requestId();
        StoredCase before = stored(requestId).orElseGet(() -> StoredCase.nothingYet(requestId));
        HandledCommands known = known(requestId);
        if (known.contain(command.source(), command.id())) {
            return desk.handleAgain(before, command, place, clock.instant()).outgoing();
        }
        Handled done = desk.handle(before, command, place, clock.instant());
        keep(before, done.stored());
        handled().put(requestId, known.and(command.source(), command.id(), most(done.stored())).write());
        return done.outgoing();
    }

    private static int most(StoredCase stored) {
        return stored.share() instanceof Share.Closed ? HandledCommands.MOST_WHEN_OVER : HandledCommands.MOST;
    }

    private List<Outgoing> setAside(Received received, String cause, String why) {
        journal.setAside(received.place(), why);
        return List.of(new DeadLetter(received, ROUTE, cause, why, 1, clock.instant()));
    }

    private void sweep() {
        due().forEach(this::wake);
    }

    private List<String> due() {
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = deadlines().range(at(Instant.EPOCH),
                at(clock.instant().plusMillis(1)))) {
            while (all.hasNext() && due.size() < MOST_AT_ONCE) {
                due.add(all.next().key);
            }
        }
        return due;
    }

    private void wake(String deadline) {
        deadlines().delete(deadline);
        String requestId = caseOf(deadline);
        Optional.ofNullable(cases().get(requestId)).ifPresent(json -> awake(requestId, json).ifPresentOrElse(
                this::keepAndWrite, () -> wakeAt(clock.instant().plus(AFTER_A_FAULT), requestId)));
    }

    /** A case that time has spoken to, before and after. */
    private record Awake(StoredCase before, Handled done) {}

    /** A case that cannot be woken is left as it is for a while: one of them may not hold up all the others. */
    private Optional<Awake> awake(String requestId, byte[] json) {
        try {
            var before = StoredCase.read(json);
            var done = desk.wake(before, clock.instant());
            done.stored().write();
            return Optional.of(new Awake(before, done));
        } catch (RuntimeException fault) {
            LOG.error("{} could not be woken", requestId, fault);
            return Optional.empty();
        }
    }

    private void keepAndWrite(Awake awake) {
        StoredCase after = awake.done().stored();
        keep(awake.before(), after);
        after.wakeAt().ifPresent(at -> wakeAt(at, after.share().requestId()));
        write(awake.done().outgoing());
    }

    private void wakeAt(Instant at, String requestId) {
        deadlines().put(deadline(at, requestId), new byte[]{1});
    }

    private void keep(StoredCase before, StoredCase after) {
        if (after.equals(before)) {
            return;
        }
        String requestId = after.share().requestId();
        byte[] json = after.write();
        before.wakeAt().ifPresent(at -> deadlines().delete(deadline(at, requestId)));
        cases().put(requestId, json);
        after.wakeAt().ifPresent(at -> deadlines().put(deadline(at, requestId), new byte[]{1}));
    }

    private void write(List<Outgoing> outgoing) {
        for (Outgoing one : outgoing) {
            answerTopics.ready(one.topic());
            context().forward(HubStreams.toForward(context(), one));
        }
    }

    private Optional<StoredCase> stored(String requestId) {
        return Optional.ofNullable(cases().get(requestId)).map(StoredCase::read);
    }

    private HandledCommands known(String requestId) {
        return Optional.ofNullable(handled().get(requestId)).map(HandledCommands::read)
                .orElseGet(HandledCommands::none);
    }

    /** A deadline's key: ordered by time, and unique for its case. */
    private static String deadline(Instant at, String requestId) {
        return at(at) + "/" + requestId;
    }

    private static String at(Instant at) {
        return "%016d".formatted(at.toEpochMilli());
    }

    private static String caseOf(String deadline) {
        return deadline.substring(deadline.indexOf('/') + 1);
    }

    private KeyValueStore<String, byte[]> cases() {
        return context().getStateStore(CASES);
    }

    private KeyValueStore<String, byte[]> handled() {
        return context().getStateStore(HANDLED);
    }

    private KeyValueStore<String, byte[]> deadlines() {
        return context().getStateStore(DEADLINES);
    }
}
