package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.Topics;

/** What becomes of a letter at the counter. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostOfficeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String HASH = "e".repeat(64);

    private final ReplyTokens tokens = new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]);
    private final List<String> handedIn = new CopyOnWriteArrayList<>();

    @Test
    void a_letter_goes_to_the_address_that_the_registry_has_now() {
        assertThat(office(new Sending.Accepted("<1@hub>")).send(List.of(record(letter(Sample.OWNER, true))))).isEmpty();
        assertThat(handedIn).containsExactly("owner@dwp.gov.uk.example.invalid");
    }

    @Test
    void a_letter_to_nobody_whom_the_registry_knows_is_kept_for_a_person_to_look_at() {
        assertThat(office(new Sending.Accepted("<1@hub>")).send(List.of(record(letter("dwp.gone", true)))))
                .singleElement().isInstanceOfSatisfying(DeadLetter.class,
                        kept -> assertThat(kept.message()).contains("nobody called dwp.gone"));
        assertThat(handedIn).isEmpty();
    }

    @Test
    void a_refused_letter_is_reported_to_its_task_as_a_bounce() {
        List<Outgoing> outgoing = office(new Sending.Refused("550 no such user"))
                .send(List.of(record(letter(Sample.OWNER, true))));

        assertThat(outgoing).singleElement().isInstanceOfSatisfying(Outgoing.Event.class, event -> {
            assertThat(event.topic()).isEqualTo(Topics.COMMANDS.name());
            assertThat(event.key()).isEqualTo(Story.REQUEST);
            assertThat(MessageJson.read(event.envelope().data(), ShareCommand.class)).isInstanceOfSatisfying(
                    ReportBounce.class, bounce -> {
                        assertThat(bounce.permanent()).isTrue();
                        assertThat(bounce.reply().taskId()).isEqualTo("T3");
                        assertThat(bounce.reply().by()).contains(Sample.OWNER);
                        assertThat(bounce.reply().tokenDigest()).isEqualTo(ReplyTokens
                                .digest(tokens.token(Story.REQUEST, 1, "T3", Sample.OWNER, HASH)));
                    });
        });
    }

    @Test
    void a_refused_letter_that_no_task_waits_for_is_kept() {
        assertThat(office(new Sending.Refused("550 no such user")).send(List.of(record(letter(Sample.OWNER, false)))))
                .singleElement().isInstanceOf(DeadLetter.class);
    }

    @Test
    void a_server_that_is_away_is_waited_for_however_long() {
        PostOffice office = office(new Sending.TryLater("connection refused"));
        for (int time = 0; time < 2 * PostOffice.MOST_TRIES; time++) {
            assertThatThrownBy(() -> office.send(List.of(record(letter(Sample.OWNER, true)))))
                    .isInstanceOf(NotNow.class);
        }
    }

    @Test
    void one_readers_full_mailbox_does_not_hold_up_the_others_for_ever() {
        PostOffice office = office(new Sending.PutOff("452 mailbox full"));
        for (int time = 1; time < PostOffice.MOST_TRIES; time++) {
            assertThatThrownBy(() -> office.send(List.of(record(letter(Sample.OWNER, true)))))
                    .isInstanceOf(NotNow.class);
        }
        assertThat(office.send(List.of(record(letter(Sample.OWNER, true))))).hasSize(2)
                .first().isInstanceOfSatisfying(Outgoing.Event.class, event -> assertThat(
                        ((ReportBounce) MessageJson.read(event.envelope().data(), ShareCommand.class)).permanent())
                        .isFalse());
    }

    @Test
    void a_letter_that_has_left_does_not_leave_again_with_the_one_that_could_not() {
        PostOffice office = new PostOffice((letter, address) -> {
            handedIn.add(address);
            return letter.recipient().equals(Sample.DPO) ? new Sending.PutOff("452") : new Sending.Accepted("<1@hub>");
        }, Sample.registry(), new Returns(tokens, () -> NOW), () -> NOW);
        List<Received> batch = List.of(record(letter(Sample.OWNER, true)), record(letter("t2", Sample.DPO, true)));

        assertThatThrownBy(() -> office.send(batch)).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> office.send(batch)).isInstanceOf(NotNow.class);
        assertThat(handedIn).containsExactly("owner@dwp.gov.uk.example.invalid", "dpo@dwp.gov.uk.example.invalid",
                "dpo@dwp.gov.uk.example.invalid");
    }

    @Test
    void letters_of_a_case_leave_in_their_order() {
        List<Received> batch = IntStream.range(0, 50).mapToObj(at -> record(letter("t" + at,
                at % 2 == 0 ? Sample.OWNER : Sample.DPO, true))).toList();

        assertThat(office(new Sending.Accepted("<1@hub>")).send(batch)).isEmpty();
        assertThat(handedIn).hasSize(50).startsWith("owner@dwp.gov.uk.example.invalid",
                "dpo@dwp.gov.uk.example.invalid",
                "owner@dwp.gov.uk.example.invalid", "dpo@dwp.gov.uk.example.invalid");
    }

    @Test
    void what_is_no_letter_is_kept_and_blocks_nobody() {
        Received broken = record("{\"letterId\": 1".getBytes(StandardCharsets.UTF_8));
        assertThat(office(new Sending.Accepted("<1@hub>"))
                .send(List.of(broken, record(letter(Sample.OWNER, true))))).singleElement()
                .isInstanceOf(DeadLetter.class);
        assertThat(handedIn).hasSize(1);
    }

    private PostOffice office(Sending answer) {
        return new PostOffice((_, address) -> {
            handedIn.add(address);
            return answer;
        }, Sample.registry(), new Returns(tokens, () -> NOW), () -> NOW);
    }

    private static Letter letter(String recipient, boolean asks) {
        return letter("t3", recipient, asks);
    }

    private static Letter letter(String task, String recipient, boolean asks) {
        return new Letter("dsr-7k3m-9qpx-2abc." + task + ".v1.task.2", Letter.Kind.TASK, Story.REQUEST, recipient,
                asks ? Optional.of(new Letter.Reply("T3", 1, HASH)) : Optional.empty(), Optional.empty(), "subject",
                "text",
                "<p>html</p>");
    }

    private static Received record(Letter letter) {
        return record(MessageJson.write(letter));
    }

    private static Received record(byte[] data) {
        return new Received(Topics.MAIL_OUT.name(), 0, 1, NOW, Optional.of(Story.REQUEST),
                Map.of("ce_specversion", "1.0", "ce_id", "dsr-7k3m-9qpx-2abc.t3.v1.task.2", "ce_source",
                        "urn:datashare:hub:approval", "ce_type", MessageTypes.of(Letter.class), "ce_subject",
                        Story.REQUEST,
                        "content-type", "application/json"),
                Optional.of(data));
    }
}
