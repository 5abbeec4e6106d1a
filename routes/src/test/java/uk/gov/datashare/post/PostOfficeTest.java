package uk.gov.datashare.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.datashare.post.Post.JO;
import static uk.gov.datashare.post.Post.MO;
import static uk.gov.datashare.post.Post.MORNING;
import static uk.gov.datashare.post.Post.address;
import static uk.gov.datashare.post.Post.letter;
import static uk.gov.datashare.post.Post.notice;
import static uk.gov.datashare.post.Post.record;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.contracts.WaitingLetter;

/** What becomes of a letter at the counter. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostOfficeTest {

    private final FakeChannel channel = new FakeChannel();
    private final TwoLanes post = new TwoLanes(channel);

    @Test
    void a_letter_goes_to_the_address_that_the_registry_has_now() {
        channel.answer(address(JO), new Sending.Refused("somewhere else"));
        assertThat(post.send(record(0, letter("a", MO), MORNING))).isEmpty();
        assertThat(channel.handedIn).containsExactly("a");
    }

    @Test
    void a_letter_to_nobody_whom_the_registry_knows_is_kept_for_a_person_to_look_at() {
        assertThat(post.send(record(0, letter("a", "dwp.gone"), MORNING))).singleElement()
                .isInstanceOfSatisfying(DeadLetter.class,
                        kept -> assertThat(kept.message()).contains("nobody called dwp.gone"));
        assertThat(channel.handedIn).isEmpty();
    }

    @Test
    void a_refused_letter_is_reported_to_its_task_as_a_bounce() {
        channel.answer(address(JO), new Sending.Refused("550 no such user"));
        ReportBounce bounce = bounce(post.send(record(0, letter("a", JO), MORNING)).getFirst());

        assertThat(bounce.permanent()).isTrue();
        assertThat(bounce.reply().taskId()).isEqualTo("T3");
        assertThat(bounce.reply().by()).contains(JO);
        assertThat(bounce.reply().tokenDigest())
                .isEqualTo(ReplyTokens.digest(TwoLanes.TOKENS.token(Post.REQUEST, 1, "T3", JO, Post.HASH)));
    }

    @Test
    void a_refused_letter_that_no_task_waits_for_is_kept() {
        channel.answer(address(JO), new Sending.Refused("550 no such user"));
        assertThat(post.send(record(0, notice("a", JO), MORNING))).singleElement().isInstanceOf(DeadLetter.class);
    }

    @Test
    void a_server_that_is_away_is_waited_for_however_long_and_nothing_is_lost() {
        channel.answer(address(JO), new Sending.TryLater("connection refused"));
        Received letter = record(0, letter("a", JO), MORNING);
        for (int hour = 0; hour < 100; hour++) {
            assertThatThrownBy(() -> post.send(letter)).isInstanceOf(NotNow.class);
            post.clock.pass(Duration.ofHours(1));
        }
        channel.answer(address(JO), new Sending.Accepted("<a@hub>"));
        assertThat(post.send(letter)).isEmpty();
    }

    @Test
    void while_the_server_is_away_it_is_asked_less_and_less_often() {
        channel.answer(address(JO), new Sending.TryLater("connection refused"));
        for (int second = 0; second < 60; second++) {
            assertThatThrownBy(() -> post.send(record(0, letter("a", JO), MORNING))).isInstanceOf(NotNow.class);
            post.clock.pass(Duration.ofSeconds(1));
        }
        assertThat(channel.handedIn).hasSize(6);
    }

    @Test
    void a_letter_that_is_put_off_leaves_the_others_their_way_and_waits() {
        channel.answer(address(JO), new Sending.PutOff("452 mailbox full"));
        List<Outgoing> outgoing = post.send(record(0, letter("a", JO), MORNING), record(1, letter("b", MO), MORNING));

        WaitingLetter waiting = TwoLanes.waiting(outgoing.getFirst());
        assertThat(outgoing).hasSize(1);
        assertThat(waiting.letter().letterId()).isEqualTo("a");
        assertThat(waiting.due()).isEqualTo(MORNING.plus(Duration.ofMinutes(1)));
        assertThat(waiting.tries()).isEqualTo(1);
        assertThat(channel.handedIn).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_letter_is_tried_for_three_days_and_then_reported_as_not_reached() {
        channel.answer(address(JO), new Sending.PutOff("452 mailbox full"));
        Received next = record(0, letter("a", JO), MORNING);
        List<Outgoing> outgoing = post.send(next);
        while (outgoing.size() == 1) {
            post.clock.pass(Duration.between(post.clock.instant(), TwoLanes.waiting(outgoing.getFirst()).due()));
            outgoing = post.sendAgain(post.letGo(outgoing));
        }
        assertThat(channel.handedIn).hasSize(17);
        assertThat(post.clock.instant()).isEqualTo(MORNING.plus(Turns.TRIED_FOR));
        assertThat(bounce(outgoing.getFirst()).permanent()).isTrue();
        assertThat(outgoing.getLast()).isInstanceOf(DeadLetter.class);
    }

    @Test
    void letters_of_a_case_to_one_reader_leave_in_their_order() {
        List<Received> batch = IntStream.range(0, 40)
                .mapToObj(at -> record(at, letter("letter-" + at, JO), MORNING)).toList();
        assertThat(post.send(batch.toArray(Received[]::new))).isEmpty();
        assertThat(channel.handedIn).isEqualTo(IntStream.range(0, 40).mapToObj(at -> "letter-" + at).toList());
    }

    @Test
    void a_reminder_does_not_pass_the_letter_that_it_reminds_of() {
        channel.answer(address(JO), letter -> letter.letterId().equals("task")
                ? new Sending.PutOff("451 come again")
                : new Sending.Accepted("<1@hub>"));
        List<Outgoing> task = post.send(record(0, letter("task", JO), MORNING));
        List<Outgoing> reminder = post.send(record(1, letter("reminder", JO), MORNING.plusSeconds(1)),
                record(2, letter("to-somebody-else", MO), MORNING.plusSeconds(1)));

        assertThat(channel.handedIn).containsExactly("task", "to-somebody-else");
        assertThat(TwoLanes.waiting(reminder.getFirst()).due()).isEqualTo(TwoLanes.waiting(task.getFirst()).due());
        channel.answer(address(JO), new Sending.Accepted("<1@hub>"));
        post.clock.pass(Duration.ofMinutes(1));
        assertThat(post.sendAgain(post.letGo(task, reminder))).isEmpty();
        assertThat(channel.handedIn).containsExactly("task", "to-somebody-else", "task", "reminder");
    }

    @Test
    void a_batch_that_comes_again_sends_no_letter_twice() {
        channel.answer(address(MO), new Sending.TryLater("421 too busy"));
        Received[] batch = {record(0, letter("a", JO), MORNING), record(1, letter("b", MO), MORNING)};
        assertThatThrownBy(() -> post.send(batch)).isInstanceOf(NotNow.class);
        post.clock.pass(Duration.ofSeconds(2));
        assertThatThrownBy(() -> post.send(batch)).isInstanceOf(NotNow.class);
        assertThat(channel.handedIn).filteredOn("a"::equals).hasSize(1);
    }

    @Test
    void what_is_no_letter_is_kept_and_blocks_nobody() {
        Received broken = record(Topics.MAIL_OUT.name(), 0, Post.REQUEST,
                Post.envelope(letter("x", JO), MORNING)
                        .map(_ -> "{\"letterId\": 1".getBytes(StandardCharsets.UTF_8)));
        assertThat(post.send(broken, record(1, letter("a", JO), MORNING))).singleElement()
                .isInstanceOf(DeadLetter.class);
        assertThat(channel.handedIn).hasSize(1);
    }

    private static ReportBounce bounce(Outgoing outgoing) {
        return (ReportBounce) MessageJson.read(((Outgoing.Event) outgoing).envelope().data(), ShareCommand.class);
    }
}
