package uk.gov.datashare.connectors.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.email.reply.ReplyReader;

/** A letter as a mail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterComposerTest {

    private static final LetterComposer COMPOSER = Letters.composer();

    @Test
    void every_header_is_the_hubs_own() throws Exception {
        MimeMessage mail = COMPOSER.compose(
                Letters.letter("case/T7/reminder", "Approval needed: école", Optional.of("case/T7/task")), Letters.JO);
        ReplyAddress reply = COMPOSER.replyAddress(Letters.task("x")).orElseThrow();
        assertThat(mail.getHeader("From", ",")).isEqualTo("Data Share Hub <approvals@hub.example.invalid>");
        assertThat(mail.getHeader("To", ",")).isEqualTo(Letters.JO);
        assertThat(mail.getHeader("Reply-To", ",")).isEqualTo(reply.toString());
        assertThat(mail.getHeader("Message-ID", ",")).isEqualTo("<case/T7/reminder@hub.example.invalid>");
        assertThat(mail.getHeader("In-Reply-To", ",")).isEqualTo("<case/T7/task@hub.example.invalid>");
        assertThat(mail.getHeader("References", ",")).isEqualTo("<case/T7/task@hub.example.invalid> <" + reply + ">");
        assertThat(mail.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", ",")).isEqualTo("All");
        assertThat(mail.getHeader("Precedence")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Approval needed: école");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(Letters.NOON.instant());
        assertThat(((SMTPMessage) mail).getEnvelopeFrom()).isEqualTo(reply.as(ReplyAddress.Purpose.BOUNCES).toString());
    }

    @Test
    void text_and_html_say_the_same_in_utf_8() throws Exception {
        MimeMessage mail = COMPOSER.compose(Letters.task("a"), Letters.JO);
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        String reply = COMPOSER.replyAddress(Letters.task("a")).orElseThrow().toString();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Reply to " + reply, "École – ysgol");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("mailto:" + reply)
                .doesNotContain("{reply-address}");
        assertThat(parts.getBodyPart(0).getHeader("Content-Transfer-Encoding")).containsExactly("quoted-printable");
    }

    @Test
    void the_same_letter_has_the_same_message_id() throws Exception {
        assertThat(COMPOSER.compose(Letters.task("a"), Letters.JO).getMessageID())
                .isEqualTo(COMPOSER.compose(Letters.task("a"), Letters.JO).getMessageID());
    }

    @Test
    void a_letter_that_asks_nothing_still_says_whom_it_did_not_reach() throws Exception {
        MimeMessage mail = COMPOSER.compose(Letters.notice("n"), Letters.JO);
        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(ReplyAddress.parse(((SMTPMessage) mail).getEnvelopeFrom(), "hub.example.invalid"))
                .map(ReplyAddress::taskId).contains(ReplyAddress.NO_TASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\nBcc: mallory@evil.example", "x\nBcc: m@evil.example", "x\rBcc: m@evil.example",
            "x\u0000", "x\u0085y", "x\u2028y", "\ud800"})
    void a_subject_that_would_make_a_header_is_refused(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMPOSER.compose(Letters.letter("a", subject, Optional.empty()), Letters.JO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jo", "jo@", "@dept", "jo@dept.example.invalid\r\nRCPT TO:<m@evil.example>",
            "jo bloggs@dept.example.invalid", "jo@dept.example.invalid, m@evil.example",
            "Jo <jo@dept.example.invalid>", "jo@dept..invalid", "jo@\u560d\u560a.example",
            "\"jo\"@dept.example.invalid", "jo@[127.0.0.1]", ".jo@dept.example.invalid", "jo@-dept.example"})
    void a_reader_without_a_plain_address_is_refused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> COMPOSER.compose(Letters.task("a"), address));
    }

    @Test
    void a_letter_id_cannot_break_out_of_its_header() throws Exception {
        assertThat(COMPOSER.compose(Letters.task("a\r\nBcc: m@evil.example"), Letters.JO).getMessageID())
                .doesNotContain("\r", "\n").matches("<\\S+@hub.example.invalid>");
    }

    @Test
    void the_hub_knows_its_own_letter_for_a_machines() throws Exception {
        var raw = new ByteArrayOutputStream();
        COMPOSER.compose(Letters.task("a"), Letters.JO).writeTo(raw);
        Reading reading = new ReplyReader("hub.example.invalid").read(raw.toByteArray(), Optional.empty());
        assertThat(reading).isInstanceOf(Reading.AutomaticReply.class);
        assertThat(raw.toString(UTF_8)).doesNotContain("null");
    }

    @Test
    void a_password_is_shown_nowhere() {
        assertThat(new SmtpSettings("mx.example.invalid", 587, Optional.of("hub"), Optional.of("s3cret"), true))
                .asString().doesNotContain("s3cret").contains("hub@mx.example.invalid:587");
    }
}
