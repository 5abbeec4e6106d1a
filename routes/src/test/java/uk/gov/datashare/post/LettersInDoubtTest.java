package uk.gov.datashare.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.datashare.post.Post.JO;
import static uk.gov.datashare.post.Post.KIM;
import static uk.gov.datashare.post.Post.MO;
import static uk.gov.datashare.post.Post.MORNING;
import static uk.gov.datashare.post.Post.address;
import static uk.gov.datashare.post.Post.letter;
import static uk.gov.datashare.post.Post.record;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.connectors.email.LetterChannel.Taken;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.contracts.WaitingLetter;

/** Letters of which it is not certain whether they have left, and couriers who do not come back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LettersInDoubtTest {

    private final FakeChannel channel = new FakeChannel();
    private final TwoLanes post = new TwoLanes(channel);

    @Test
    void a_letter_of_which_nobody_knows_waits_until_the_archive_tells() {
        channel.answer(address(JO), new Sending.InDoubt("connection reset"));
        List<Outgoing> waiting = post.send(record(0, letter("a", JO), MORNING));
        channel.archive.put("a", Taken.CANNOT_TELL);
        post.clock.pass(Duration.ofMinutes(1));
        waiting = post.sendAgain(post.letGo(waiting));
        channel.archive.put("a", Taken.YES);
        post.clock.pass(Duration.ofMinutes(1));

        assertThat(post.sendAgain(post.letGo(waiting))).isEmpty();
        assertThat(channel.handedIn).containsExactly("a");
    }

    @Test
    void what_another_hub_may_have_had_in_hand_is_looked_up_first_and_nothing_else_is() {
        channel.archive.put("letter-3", Taken.YES);
        Received[] batch = IntStream.range(0, 70).mapToObj(at -> record(at, letter("letter-" + at, JO), MORNING))
                .toArray(Received[]::new);
        post.desk.partitionIsOurs(Topics.MAIL_OUT.name(), 0);

        assertThat(post.send(batch)).isEmpty();
        assertThat(channel.lookedUp)
                .isEqualTo(IntStream.range(0, Desk.UNDER_WAY).mapToObj(at -> "letter-" + at).toList());
        assertThat(channel.handedIn).hasSize(69).doesNotContain("letter-3");
    }

    @Test
    void a_letter_that_waits_and_comes_as_new_too_leaves_when_it_is_its_turn() {
        channel.answer(address(JO), new Sending.PutOff("451 come again"));
        Received letter = record(0, letter("a", JO), MORNING);
        post.letGo(post.send(letter));
        post.desk.partitionIsOurs(Topics.MAIL_OUT.name(), 0);

        assertThat(post.send(letter)).isEmpty();
        assertThat(channel.handedIn).containsExactly("a");
    }

    @Test
    void a_slow_destination_holds_up_nobody_and_its_letters_go_another_way() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        channel.answer(address(JO), _ -> waitFor(stuck));
        List<Outgoing> first = post.send(IntStream.range(0, 20)
                .mapToObj(at -> record(at, letter("letter-" + at, at % 2 == 0 ? JO : KIM), MORNING.plusSeconds(at)))
                .toArray(Received[]::new));

        assertThat(channel.handedIn).hasSize(11).contains("letter-0", "letter-19");
        assertThat(first).hasSize(10);
        WaitingLetter inDoubt = TwoLanes.waiting(first.getFirst());
        assertThat(inDoubt.tries()).isEqualTo(1);
        assertThat(inDoubt.lastTry()).isEqualTo(MORNING.plus(Desk.LEASE));
        assertThat(TwoLanes.waiting(first.get(1)).tries()).isZero();

        List<Outgoing> next = post.send(record(20, letter("next", MO), MORNING), record(21, letter("kim", KIM),
                MORNING));
        assertThat(channel.handedIn).hasSize(12).contains("kim").doesNotContain("next");
        assertThat(TwoLanes.waiting(next.getFirst()).due()).isEqualTo(MORNING);
        stuck.countDown();
    }

    @Test
    void a_hub_that_was_stopped_in_the_middle_hands_nothing_more_in() {
        post.nanos.addAndGet(1);
        Received letter = record(0, letter("a", JO), MORNING);
        channel.answer(address(JO), _ -> {
            post.nanos.addAndGet(Desk.LEASE.toNanos());
            return new Sending.TryLater("the lease is over");
        });
        assertThatThrownBy(() -> post.send(letter)).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> post.send(letter)).hasMessageContaining("too long");
        assertThat(channel.handedIn).hasSize(1);

        post.desk.partitionIsOurs(Topics.MAIL_OUT.name(), 0);
        channel.answer(address(JO), new Sending.Accepted("<1@hub>"));
        assertThat(post.send(letter)).isEmpty();
        assertThat(channel.lookedUp).contains("a");
    }

    private static Sending waitFor(CountDownLatch stuck) {
        try {
            stuck.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Sending.Accepted("<1@hub>");
    }
}
