package uk.gov.datashare.connectors.email.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.connectors.email.LetterChannel.Taken;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.Letter;

/** Letters by GOV.UK Notify, at a stand-in that checks what Notify checks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotifyChannelTest {

    private static final Instant NOON = Instant.parse("2027-01-04T12:00:00Z");
    private static final String JO = "jo.bloggs@dept.example.invalid";
    private static final String DOMAIN = "hub.example.invalid";
    private static final String KEY = "hub_live-" + NotifyStandIn.SERVICE + "-" + NotifyStandIn.SECRET;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final LetterComposer composer = new LetterComposer(new HubMail(DOMAIN, "Hub"),
            new ReplyTokens(new byte[32]),
            now::get);
    private NotifyStandIn notify;

    @BeforeEach
    void start() throws Exception {
        notify = new NotifyStandIn(InstantSource.fixed(NOON));
    }

    @AfterEach
    void stop() {
        notify.close();
    }

    private NotifyChannel channel(String key, String template) {
        return new NotifyChannel(new NotifySettings(notify.api(), key, template, Optional.of(NotifyStandIn.REPLY_TO)),
                composer, now::get);
    }

    private NotifyChannel channel() {
        return channel(KEY, NotifyStandIn.TEMPLATE);
    }

    private static Letter letter(String subject) {
        return new Letter("case/T7/task", Letter.Kind.TASK, "DSR-7K3M-9QPX-2ABC", "person-1",
                Optional.of(new Letter.Reply("T7", 1, "ab".repeat(32))), Optional.empty(), subject,
                """
                        ## Please reply above this line ##

                        Why you
                        -------
                          Title: [x](https://evil.example.invalid)
                        Write to {reply-address}
                        """,
                "<p>Not used</p>");
    }

    private static Letter letter() {
        return letter("[DSR-7K3M-9QPX-2ABC/T7] Approval needed: school attendance");
    }

    @Test
    void a_letter_is_taken_with_its_reference_in_the_subject_and_its_id_as_notifys_reference() {
        assertThat(channel().send(letter(), JO)).isInstanceOf(Sending.Accepted.class);
        JsonNode taken = notify.taken.getFirst();
        ReplyAddress address = composer.replyAddress(letter()).orElseThrow();
        assertThat(taken.path("email_address").asString()).isEqualTo(JO);
        assertThat(taken.path("reference").asString()).isEqualTo("case/T7/task");
        assertThat(taken.at("/personalisation/subject").asString())
                .isEqualTo("[DSR-7K3M-9QPX-2ABC/T7] Approval needed: school attendance ref " + address.token());
        assertThat(taken.at("/personalisation/body").asString())
                .contains("# Why you\nTitle: [x] (https", address.toString())
                .doesNotContain("<p>", Letter.REPLY_ADDRESS, "](");
    }

    @Test
    void a_reply_to_it_is_about_its_own_task() {
        channel().send(letter("Approval needed"), JO);
        String subject = notify.taken.getFirst().at("/personalisation/subject").asString();
        assertThat(subject).startsWith("[DSR-7K3M-9QPX-2ABC/T7] Approval needed ref ");
        var reading = new ReplyReader(DOMAIN)
                .read(("From: " + JO + "\r\nTo: data-sharing@notify.example.invalid\r\nSubject: Re: "
                        + subject + "\r\n\r\nApprove\r\n").getBytes(UTF_8), Optional.empty());
        assertThat(reading.provenance().about()).isEqualTo(composer.replyAddress(letter()));
    }

    @Test
    void what_says_nothing_against_the_letter_does_not_refuse_it() {
        assertThat(channel(KEY.replace("b0", "b1"), NotifyStandIn.TEMPLATE).send(letter(), JO))
                .isInstanceOfSatisfying(Sending.TryLater.class,
                        later -> assertThat(later.because()).contains("403", "API key not found"));
        assertThat(channel(KEY, "another").send(letter(), JO)).isInstanceOf(Sending.TryLater.class);
        now.set(NOON.plusSeconds(31));
        assertThat(channel().send(letter(), JO)).isInstanceOfSatisfying(Sending.TryLater.class,
                later -> assertThat(later.because()).contains("clock"));
        assertThat(notify.taken).isEmpty();
    }

    @Test
    void an_address_that_is_none_and_a_subject_that_breaks_out_are_refused() {
        assertThat(channel().send(letter(), "nobody")).isInstanceOfSatisfying(Sending.Refused.class,
                refused -> assertThat(refused.because()).contains("Not a valid email address"));
        assertThat(channel().send(letter("one\r\nBcc: two"), JO)).isInstanceOf(Sending.Refused.class);
    }

    @Test
    void over_the_rate_a_letter_waits() {
        notify.mostTaken = 1;
        assertThat(channel().send(letter(), JO)).isInstanceOf(Sending.Accepted.class);
        assertThat(channel().send(letter(), JO)).isInstanceOf(Sending.TryLater.class);
        notify.trouble = Optional
                .of(NotifyStandIn.error(429, "TooManyRequestsError", "Exceeded send limits (50) for today"));
        assertThat(channel().send(letter(), JO)).isInstanceOf(Sending.TryLater.class);
    }

    @Test
    void when_the_answer_is_lost_notify_is_asked_and_nothing_goes_twice() {
        notify.hangsUp = true;
        assertThat(channel().send(letter(), JO)).isInstanceOf(Sending.InDoubt.class);
        assertThat(channel().hasTaken(letter(), NOON)).isEqualTo(Taken.CANNOT_TELL);
        notify.hangsUp = false;
        assertThat(channel().hasTaken(letter(), NOON)).isEqualTo(Taken.YES);
        assertThat(notify.taken).hasSize(1);
    }

    @Test
    void what_notify_does_not_know_a_minute_later_it_has_not_taken() {
        assertThat(channel().hasTaken(letter(), NOON)).isEqualTo(Taken.CANNOT_TELL);
        assertThat(channel().hasTaken(letter(), NOON.minus(Duration.ofMinutes(1)))).isEqualTo(Taken.NO);
        channel().send(letter(), JO);
        notify.fate = "technical-failure";
        assertThat(channel().hasTaken(letter(), NOON.minus(Duration.ofMinutes(1)))).isEqualTo(Taken.NO);
        notify.trouble = Optional.of(NotifyStandIn.error(500, "Exception", "Internal server error"));
        assertThat(channel().hasTaken(letter(), NOON.minus(Duration.ofMinutes(1)))).isEqualTo(Taken.CANNOT_TELL);
    }

    @Test
    void trouble_after_which_nobody_knows_is_told_from_trouble_before() {
        notify.trouble = Optional.of(NotifyStandIn.error(500, "Exception", "Internal server error"));
        assertThat(channel().send(letter(), JO)).isInstanceOf(Sending.InDoubt.class);
        notify.trouble = Optional.of("503 ");
        assertThat(channel().send(letter(), JO)).isInstanceOf(Sending.TryLater.class);
        notify.trouble = Optional.of(NotifyStandIn.error(400, "BadRequestError",
                "Can't send to this recipient using a team-only API key"));
        assertThat(channel().send(letter(), JO)).isInstanceOf(Sending.TryLater.class);
        notify.close();
        assertThat(channel().send(letter(), JO)).isInstanceOf(Sending.TryLater.class);
    }

    @Test
    void a_key_is_known_by_its_form_and_shown_nowhere() {
        assertThat(new NotifySettings(notify.api(), KEY, NotifyStandIn.TEMPLATE, Optional.empty()).toString())
                .contains(NotifyStandIn.SERVICE).doesNotContain(NotifyStandIn.SECRET);
        for (String wrong : List.of("", "x", "hub-" + NotifyStandIn.SECRET, KEY.toUpperCase(Locale.ROOT))) {
            assertThatIllegalArgumentException().isThrownBy(() -> NotifyKey.of(wrong))
                    .withMessageContaining("hub.notify.api-key");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new NotifySettings(
                URI.create("http://api.example.invalid"), KEY, NotifyStandIn.TEMPLATE, Optional.empty()));
    }

    @Test
    void wrapped_lines_are_joined_and_nothing_foreign_is_marked_up() {
        assertThat(NotifyText.of("""
                OFFICIAL

                You are asked to decide for Department for Work and Pensions on the data share
                "Addresses".

                  * Rule R04: The data is about people
                    officer is heard.
                  Title: x
                # Shout
                ----------
                """)).isEqualTo("""
                OFFICIAL

                You are asked to decide for Department for Work and Pensions on the data share "Addresses".

                * Rule R04: The data is about people officer is heard.
                Title: x
                Shout
                ---
                """);
    }
}
