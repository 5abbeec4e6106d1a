package uk.gov.datashare.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.connectors.email.LetterChannel.Taken;

/** A letter and its copy leave in one transaction, and what is not known of it is said to be unknown. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchiveCopyTest {

    private static final String ARCHIVE = "archive@hub.example.invalid";
    private static final String TO_THE_ARCHIVE = "RCPT TO:<" + ARCHIVE + ">";

    private ScriptedSmtp server;
    private LetterSender sender;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtp();
        sender = new LetterSender(SmtpSettings.plain("127.0.0.1", server.port()), Letters.composer(), new Held(),
                Letters.NOON);
    }

    @AfterEach
    void stop() throws IOException {
        sender.close();
        server.close();
    }

    @Test
    void the_archive_is_in_the_envelope_and_nowhere_that_a_reader_sees() {
        assertThat(send("a")).isInstanceOf(Sending.Accepted.class);

        assertThat(server.commands).filteredOn(line -> line.startsWith("RCPT"))
                .containsExactly("RCPT TO:<" + Letters.JO + ">", TO_THE_ARCHIVE);
        assertThat(server.heard).filteredOn(line -> line.contains(ARCHIVE)).containsExactly(TO_THE_ARCHIVE);
        assertThat(server.mails).hasValue(1);
    }

    @Test
    void when_the_archive_is_refused_nothing_leaves_and_the_letter_is_not_to_blame() {
        server.answer(TO_THE_ARCHIVE, "550 5.1.1 no such user");
        assertThat(send("a")).isInstanceOfSatisfying(Sending.TryLater.class,
                later -> assertThat(later.because()).contains("archive"));
        assertThat(server.mails).hasValue(0);
    }

    @Test
    void when_the_reader_is_refused_no_copy_is_kept_either() {
        server.answer("RCPT TO:<" + Letters.JO + ">", "550 5.1.1 <" + Letters.JO + "> no such user");
        assertThat(send("a")).isInstanceOfSatisfying(Sending.Refused.class,
                refused -> assertThat(refused.because()).contains("550 5.1.1 (address) no such user")
                        .doesNotContain(Letters.JO));
        assertThat(server.mails).hasValue(0);
    }

    @Test
    void a_server_that_is_gone_before_it_answers_may_have_taken_the_letter() {
        server.answer(".", "hang up");
        assertThat(send("a")).isInstanceOf(Sending.InDoubt.class);
        assertThat(server.mails).hasValue(1);
    }

    @Test
    void a_server_that_is_gone_before_the_dot_has_taken_nothing() {
        server.answer("DATA", "hang up");
        assertThat(send("a")).isInstanceOf(Sending.TryLater.class);
    }

    @Test
    void a_server_that_says_no_after_the_dot_has_taken_nothing() {
        server.answer(".", "421 4.3.2 going down");
        assertThat(send("a")).isInstanceOf(Sending.TryLater.class);
        server.answer(".", "451 4.3.0 not now");
        assertThat(send("b")).isInstanceOf(Sending.PutOff.class);
    }

    @Test
    void a_kept_connection_that_the_server_has_closed_is_no_outage() throws IOException {
        send("a");
        server.dropAll();
        assertThat(send("b")).isInstanceOf(Sending.Accepted.class);
        assertThat(server.mails).hasValue(2);
    }

    @Test
    void a_hub_that_was_stopped_keeps_the_letter_back_at_the_last_moment() {
        assertThat(sender.send(Letters.task("a"), Letters.JO, () -> false)).isInstanceOf(Sending.TryLater.class);
        assertThat(server.commands).contains("DATA");
        assertThat(server.mails).hasValue(0);
    }

    @Test
    void the_archive_is_asked_by_the_message_id() {
        assertThat(sender.hasTaken(Letters.task("there"), Instant.EPOCH)).isEqualTo(Taken.YES);
        assertThat(sender.hasTaken(Letters.task("elsewhere"), Instant.EPOCH)).isEqualTo(Taken.NO);
    }

    private Sending send(String letterId) {
        return sender.send(Letters.task(letterId), Letters.JO);
    }

    private record Held() implements Archive {

        @Override
        public Optional<String> address() {
            return Optional.of(ARCHIVE);
        }

        @Override
        public Taken holds(String messageId, Instant lastTry) {
            return List.of("<there@hub.example.invalid>").contains(messageId) ? Taken.YES : Taken.NO;
        }
    }
}
