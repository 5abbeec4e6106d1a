package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.Reply;
import uk.gov.datashare.contracts.ShareCommand.Sign;

/** The simulation is itself tried: a hub with one fault is found out, and what it was is told in a few steps. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlantedFaultsTest {

    private static final int STEPS = 60;
    private static final int SCRIPTS = 2_000;
    private static final int A_FEW = 16;

    enum Fault {
        COUNTS_A_REPEAT_TWICE, LOSES_AN_EVENT, IS_SURE_OF_EVERYBODY, LETS_ANYBODY_ANSWER, LOOKS_AT_THE_CLOCK_TOO_LATE, LOOKS_AT_THE_CLOCK_TOO_EARLY, CONFIRMS_WHAT_WAS_SIGNED;
    }

    /** A hub that is right but for one thing. */
    private record Faulty(SimulatedHub right, Fault fault, AtomicInteger count) implements SimulatedHub {

        @Override
        public void breaksDownAt(int effect) {
            right.breaksDownAt(effect);
        }

        @Override
        public List<RecordedEvent> handles(Message message, Instant now) {
            count.incrementAndGet();
            return switch (fault) {
                case COUNTS_A_REPEAT_TWICE -> right.handles(new Message("" + count.get(), message.command()), now);
                case LOSES_AN_EVENT -> withoutLast(right.handles(message, now));
                case IS_SURE_OF_EVERYBODY, LETS_ANYBODY_ANSWER, CONFIRMS_WHAT_WAS_SIGNED ->
                    right.handles(new Message(message.id(), forged(message.command())), now);
                case LOOKS_AT_THE_CLOCK_TOO_LATE, LOOKS_AT_THE_CLOCK_TOO_EARLY -> right.handles(message, now);
            };
        }

        private static List<RecordedEvent> withoutLast(List<RecordedEvent> events) {
            return events.size() > 5 ? events.subList(0, events.size() - 1) : events;
        }

        private ShareCommand forged(ShareCommand command) {
            return switch (command) {
                case Approve(var id, var reply, var comment) -> new Approve(id, forged(reply), comment);
                case Sign(var id, var reply, var comment) when fault == Fault.CONFIRMS_WHAT_WAS_SIGNED ->
                    new Approve(id, reply, comment);
                case ShareCommand other -> other;
            };
        }

        private Reply forged(Reply r) {
            String[] boundTo = r.tokenDigest().split("\\|", -1);
            var proof = r.evidence();
            return switch (fault) {
                case IS_SURE_OF_EVERYBODY -> new Reply(r.taskId(), r.tokenDigest(), r.by(), new Evidence(
                        proof.channel(), proof.messageId(), proof.rawDigest(), proof.rule(), Assurance.HIGH),
                        r.registryVersion());
                case LETS_ANYBODY_ANSWER -> new Reply(r.taskId(), r.tokenDigest(),
                        boundTo.length > 3 ? Optional.of(boundTo[3]) : r.by(), proof, r.registryVersion());
                default -> r;
            };
        }

        @Override
        public List<RecordedEvent> sweeps(Instant now) {
            return right.sweeps(switch (fault) {
                case LOOKS_AT_THE_CLOCK_TOO_LATE -> now.minusMillis(1);
                case LOOKS_AT_THE_CLOCK_TOO_EARLY -> now.plusMillis(1);
                default -> now;
            });
        }

        @Override
        public Share share(String requestId) {
            return right.share(requestId);
        }

        @Override
        public Optional<Instant> wakesAt(String requestId) {
            return right.wakesAt(requestId);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void is_found(Fault fault) {
        Function<ShareProcess, SimulatedHub> hub = process -> new Faulty(new PureHub(process), fault,
                new AtomicInteger());
        var simulation = new Simulation(hub, false);
        var found = LongStream.range(0, SCRIPTS).mapToObj(seed -> Script.of(seed, STEPS))
                .filter(script -> simulation.fault(script).isPresent()).findFirst();
        assertThat(found).isPresent();
        var shortest = found.orElseThrow().shortest(script -> simulation.fault(script).isPresent());
        assertThat(shortest.steps()).hasSizeLessThan(A_FEW);
        assertThat(new Simulation(PureHub::new, true).fault(shortest)).isEmpty();
        System.out.printf("%s is found, and shown by %s%n", fault, shortest);
    }
}
