package uk.gov.datashare.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import uk.gov.datashare.endtoend.Mailer.Mail;
import uk.gov.datashare.endtoend.Post.Letter;

/**
 * A hub that believes the results of one mail server. The test writes them into its mail, as that server would: forged mail
 * decides nothing, and mail that is not quite sure decides once it is confirmed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfirmationIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern CODE = Pattern.compile("confirm\\s+(\\d{4} \\d{4})");
    private static final List<String> SETTINGS = List.of("--hub.mail.authentication.mode=authserv-id",
            "--hub.mail.authentication.authserv-id=mx.hub.example", "--hub.mail.authentication.dkim-keys=none");

    private static final String DECIDED = "uk.gov.datashare.case.decided.v1";

    private Place place;
    private RunningHub hub;
    private Department transport;
    private Listener heard;

    @BeforeAll
    void start(@TempDir Path folder) {
        place = Place.in(folder);
        hub = RunningHub.at(place, SETTINGS);
        transport = Department.ofTransport(Outside.of(place));
        heard = Listener.to(transport.outside(), Books.EVENTS, Books.DEAD_LETTERS);
    }

    @AfterAll
    void stop() {
        if (heard != null) {
            heard.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void a_signed_reply_decides_at_once_and_its_evidence_says_why() {
        Letter letter = openedBy("signed");
        send(letter, letter.to(), "Approve", "mx.hub.example; dkim=pass header.d=" + domain(letter));
        Message decided = event(letter, "approval.decided");
        assertThat(decided.at("/event/evidence/assurance")).isEqualTo("HIGH");
        assertThat(decided.at("/event/evidence/authentication"))
                .isEqualTo("dkim=pass header.d=" + domain(letter) + "; dkim2=none; mode=authserv-id mx.hub.example");
    }

    @Test
    void a_reply_that_is_not_quite_sure_decides_once_the_code_comes_back() {
        Letter letter = openedBy("unsure");
        send(letter, letter.to(), "Approve", unsure(letter));
        assertThat(event(letter, "mail.confirmation-sought").at("/event/outcome")).isEqualTo("APPROVE");
        Letter asks = confirmLetter(letter);
        assertThat(asks.to()).isEqualTo(letter.to());

        send(asks, asks.to(), "CONFIRM 0000 0001", unsure(letter));
        assertThat(event(letter, "mail.not-counted").at("/event/why")).isEqualTo("WRONG_CODE");
        assertThat(events(letter, "approval.decided")).isEmpty();

        send(asks, asks.to(), "CONFIRM " + code(asks), unsure(letter));
        Message decided = event(letter, "approval.decided");
        assertThat(decided.at("/event/evidence/rawDigest"))
                .isEqualTo(event(letter, "mail.confirmation-sought").at("/event/evidence/rawDigest"));
        assertThat(decided.at("/event/confirmation/assurance")).isEqualTo("MEDIUM");
    }

    @Test
    void forged_replies_with_a_stolen_address_decide_nothing() {
        Letter letter = openedBy("forged");
        String real = domain(letter);
        List<String> results = List.of("mx.attacker.example; dkim=pass header.d=" + real,
                "mx.hub.example.attacker.example; dkim=pass header.d=" + real,
                "mx.hub.example; dkim=pass header.d=attacker.example",
                "mx.hub.example; dkim=pass header.d=attacker.example header.i=@" + real,
                "mx.hub.example; dkim=pass (header.d=" + real + ") header.d=attacker.example",
                "mx.hub.example; spf=pass smtp.mailfrom=\"x; dkim=pass header.d=" + real + "\"@attacker.example",
                "mx.hub.example; dkim=fail header.d=" + real, "mx.hub.example; dkim=none",
                "mx.hub.example; dkim=pass header.d=" + real + "; dmarc=fail header.from=" + real);
        results.forEach(written -> send(letter, letter.to(), "Approve", written));
        await().atMost(PATIENCE).until(() -> events(letter, "mail.not-counted").size() == results.size());
        assertThat(events(letter, "mail.not-counted")).extracting(event -> event.at("/event/why"))
                .containsOnly("NOT_SURE_WHO");

        send(letter, letter.to(), "Approve", "(ours) mx.hub.example; dkim=pass header.d=" + real);
        await().atMost(PATIENCE).until(() -> !heard.heard(Books.DEAD_LETTERS).isEmpty());
        for (String sender : List.of("x@" + real + ".attacker.example", letter.to().replace("@", "@x"))) {
            send(letter, sender, "Approve", "mx.hub.example; dkim=pass header.d=attacker.example");
        }
        send(letter, letter.to(), "Approve",
                "mx.hub.example; dkim=fail header.d=" + real + "; dmarc=pass header.from=" + real);
        event(letter, "mail.confirmation-sought");
        assertThat(events(letter, "approval.decided")).isEmpty();
    }

    @Test
    void a_departments_own_system_decides_for_its_people_and_no_other_department_can() {
        Letter letter = openedBy("by-topic");
        var holder = hub.registry().peopleAt(letter.to()).getFirst();
        byte[] decision = JsonMapper.shared().writeValueAsBytes(Map.of("externalRef",
                Map.of("system", "casework", "id", "in-1"), "replyTo",
                letter.replyTo().orElseThrow().replaceFirst(".*<", "").replaceFirst(">.*", ""), "personId",
                holder.person().personId(), "outcome", "APPROVE"));
        var theirs = new Department(holder.organisation().id(), transport.outside());
        var others = new Department(
                holder.organisation().id().equals("home-office") ? "hm-revenue-customs" : "home-office",
                transport.outside());
        others.send(others.record("in-1", others.headers("decided", DECIDED), decision));
        try (var answers = Listener.to(others.outside(), others.errors())) {
            await().atMost(PATIENCE).until(() -> !answers.heard(others.errors()).isEmpty());
        }
        assertThat(events(letter, "approval.decided")).isEmpty();

        theirs.send(theirs.record("in-1", theirs.headers("decided", DECIDED), decision));
        assertThat(event(letter, "approval.decided").at("/event/evidence/channel")).isEqualTo("TOPIC");
    }

    private static String unsure(Letter letter) {
        return "mx.hub.example; dkim=none; spf=pass smtp.mailfrom=" + domain(letter);
    }

    private static String domain(Letter letter) {
        return letter.to().substring(letter.to().indexOf('@') + 1);
    }

    private Letter openedBy(String reference) {
        transport.send(transport.request(Department.good(reference)));
        await().atMost(PATIENCE)
                .until(() -> heard.heard(Books.EVENTS).stream().anyMatch(event -> isOf(event, reference)));
        String requestId = heard.heard(Books.EVENTS).stream().filter(event -> isOf(event, reference)).findFirst()
                .orElseThrow().key();
        await().atMost(PATIENCE).until(() -> letters(requestId).stream().anyMatch(one -> one.replyTo().isPresent()));
        return letters(requestId).stream().filter(one -> one.replyTo().isPresent()).findFirst().orElseThrow();
    }

    private static boolean isOf(Message event, String reference) {
        return event.type().equals("request.submitted") && event.at("/event/externalRef/id").equals(reference);
    }

    private Letter confirmLetter(Letter about) {
        await().atMost(PATIENCE).until(() -> letters(requestId(about)).stream().anyMatch(ConfirmationIT::asksForACode));
        return letters(requestId(about)).stream().filter(ConfirmationIT::asksForACode).findFirst().orElseThrow();
    }

    private static boolean asksForACode(Letter letter) {
        return letter.subject().contains("Please confirm");
    }

    private String code(Letter letter) {
        Matcher found = CODE.matcher(Post.text(place, letter));
        assertThat(found.find()).as(Post.text(place, letter)).isTrue();
        return found.group(1);
    }

    private List<Letter> letters(String requestId) {
        return Post.received(place).stream().filter(letter -> letter.isAbout(requestId)).toList();
    }

    private void send(Letter letter, String from, String text, String results) {
        Mail reply = Mail.reply(letter, from, text);
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put("Authentication-Results", results);
        new Mailer(hub.mail().smtpPort()).send(new Mail(from, reply.to(), reply.subject(), text, headers));
    }

    private Message event(Letter letter, String type) {
        await(type).atMost(PATIENCE).until(() -> !events(letter, type).isEmpty());
        return events(letter, type).getFirst();
    }

    private List<Message> events(Letter letter, String type) {
        return heard.heard(Books.EVENTS).stream()
                .filter(event -> event.key().equals(requestId(letter)) && event.type().equals(type)).toList();
    }

    private static String requestId(Letter letter) {
        return letter.subject().substring(1, letter.subject().indexOf('/'));
    }
}
