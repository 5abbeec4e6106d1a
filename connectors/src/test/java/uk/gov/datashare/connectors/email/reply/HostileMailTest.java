package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Mail that is made to break, to deceive or to wear out its reader. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileMailTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Test
    void a_mail_over_size_is_not_read() {
        byte[] mail = (Mails.plain("Approve\n") + "x".repeat(MailParser.MOST_BYTES)).getBytes(UTF_8);
        assertUnreadable(mail, "unreadable.limits");
    }

    @Test
    void parts_nested_too_deep_are_not_read() {
        var mail = new StringBuilder(Mails.headers("Content-Type: multipart/mixed; boundary=b0"));
        IntStream.range(0, 50).forEach(depth -> mail
                .append("--b%s\nContent-Type: multipart/mixed; boundary=b%s\n\n".formatted(depth, depth + 1)));
        assertUnreadable(mail.append("--b50\n\nApprove\n").toString().getBytes(UTF_8), "unreadable.limits");
    }

    @Test
    void too_many_parts_are_not_read() {
        String parts = "--b\nContent-Type: text/plain\n\nApprove\n".repeat(5_000);
        assertUnreadable(
                (Mails.headers("Content-Type: multipart/mixed; boundary=b") + parts + "--b--\n").getBytes(UTF_8),
                "unreadable.limits");
    }

    @Test
    void too_many_headers_are_not_read() {
        assertUnreadable(("X-A: b\n".repeat(20_000) + Mails.plain("Approve\n")).getBytes(UTF_8), "unreadable.limits");
    }

    @Test
    void texts_made_to_take_long_do_not() {
        List<String> texts = List.of(
                "a".repeat(1_000_000), "On ".repeat(300_000) + ":", ">".repeat(1_000_000), "> x\n".repeat(200_000),
                "<a@b> ".repeat(100_000), "From: \n".repeat(100_000),
                " ".repeat(1_000_000) + "approve", "approve ".repeat(100_000), "approve, not ".repeat(50_000),
                "-".repeat(1_000_000), "On 24 Nov 2026 at 10:12 a@b.example\n".repeat(30_000),
                "delegate to " + "a@b.".repeat(100_000), "\"".repeat(500_000), "(".repeat(500_000),
                "until 1 ".repeat(100_000));
        for (String text : texts) {
            assertTimeoutPreemptively(LONGEST, () -> Mails.read(Mails.plain(text)),
                    () -> "plain " + text.substring(0, 20));
            assertTimeoutPreemptively(LONGEST, () -> Mails.read(Mails.html(text)),
                    () -> "HTML " + text.substring(0, 20));
            assertTimeoutPreemptively(LONGEST, () -> Mails.read("From: " + text.replace("\n", " ") + "\n\nApprove\n"),
                    () -> "From " + text.substring(0, 20));
            assertTimeoutPreemptively(LONGEST, () -> Mails
                    .read("Subject: " + text.replace("\n", " ") + "\nTo: " + text.replace("\n", " ") + "\n\nApprove\n"),
                    () -> "Subject " + text.substring(0, 20));
        }
    }

    @Test
    void html_made_to_take_long_does_not() {
        List<String> texts = List.of("<div>".repeat(150_000) + "Approve", "<blockquote>".repeat(50_000) + "Approve",
                "<table><tr><td>".repeat(50_000),
                "<style>" + ".a{display:none}".repeat(50_000) + "</style>Approve",
                "<p style='display:none'>x</p>".repeat(30_000), "<div class=gmail_quote>".repeat(30_000) + "x",
                "<".repeat(800_000),
                "<!--".repeat(200_000), "&".repeat(800_000));
        for (String text : texts) {
            assertTimeoutPreemptively(LONGEST, () -> Mails.read(Mails.html(text)), () -> text.substring(0, 20));
        }
    }

    @Test
    void undeclared_eight_bit_text_is_read_as_windows_1252() {
        byte[] mail = (Mails.headers("Content-Type: text/plain") + "Reject: caf\u00e9 data \u2019")
                .getBytes(Charset.forName("windows-1252"));
        assertThat(Mails.READER.read(mail, Optional.empty())).isInstanceOfSatisfying(Reading.Reject.class,
                reject -> assertThat(reject.reason()).isEqualTo("caf\u00e9 data '"));
    }

    @Test
    void latin_1_is_read_as_clients_mean_it() {
        byte[] mail = (Mails.headers("Content-Type: text/plain; charset=iso-8859-1") + "I\u0092m happy to approve")
                .getBytes(ISO_8859_1);
        assertThat(Mails.READER.read(mail, Optional.empty())).isInstanceOf(Reading.Approve.class);
    }

    @Test
    void no_bytes_make_the_reader_throw() {
        var random = new Random(42);
        List<Corpus.Case> corpus = Corpus.all();
        for (int round = 0; round < 3_000; round++) {
            byte[] mail = corpus.get(random.nextInt(corpus.size())).mail().getBytes(UTF_8);
            for (int change = random.nextInt(12); change >= 0; change--) {
                mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
            }
            byte[] changed = mail;
            assertThatCode(() -> Mails.READER.read(changed, Optional.of("Please answer with one word")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void pure_noise_decides_nothing() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] noise = new byte[random.nextInt(4_000)];
            random.nextBytes(noise);
            assertThat(Mails.READER.read(noise, Optional.empty())).isNotInstanceOf(Reading.Said.class);
        }
    }

    @Test
    void the_same_bytes_always_read_the_same() {
        Corpus.all().forEach(mail -> assertThat(Mails.read(mail.mail())).isEqualTo(Mails.read(mail.mail())));
    }

    private static void assertUnreadable(byte[] mail, String rule) {
        Reading reading = assertTimeoutPreemptively(LONGEST, () -> Mails.READER.read(mail, Optional.empty()));
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        assertThat(reading.provenance().rule()).isEqualTo(rule);
        assertThat(reading.provenance().rawDigest()).hasSize(64);
    }
}
