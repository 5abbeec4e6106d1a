package uk.gov.datashare.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.connectors.registry.RegistryPublisher.Registration;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.endtoend.Mailer.Mail;
import uk.gov.datashare.endtoend.Post.Letter;

/** Replies that must not decide, and letters that are answered after a restart, by real mail on a real mail server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepliesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofSeconds(3);
    /** A chain of holder, backup and escalation contact, with a notice to each who is passed over, and as much again. */
    private static final int MOST_LETTERS = 12;
    private static final String STRANGER = "mallory@elsewhere.example.invalid";

    private Place place;
    private RunningHub hub;
    private Department transport;
    private Listener heard;

    @BeforeAll
    void start(@TempDir Path folder) {
        place = Place.in(folder);
        hub = RunningHub.at(place);
        transport = Department.ofTransport(Outside.of(place));
        heard = Listener.to(transport.outside(), Books.EVENTS, Books.DEAD_LETTERS, "datashare.commands.v1");
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
    void a_stranger_with_the_right_address_decides_nothing() {
        Letter letter = openedBy("stranger");
        send(Mail.reply(letter, STRANGER, "Approve"));
        assertThat(event(letter, "mail.not-counted").at("/event/why")).isEqualTo("NOT_YOURS");
        nobodyDecided(letter);
    }

    @Test
    void the_same_yes_twice_counts_once() {
        Letter letter = openedBy("twice");
        Mail yes = Mail.reply(letter, letter.to(), "Approve");
        send(yes);
        event(letter, "approval.decided");
        send(yes);
        await().atMost(PATIENCE).until(() -> commands(letter, "command.approve").size() == 2);
        send(Mail.reply(letter, STRANGER, "Approve"));
        event(letter, "mail.not-counted");
        assertThat(events(letter, "approval.decided")).hasSize(1);
    }

    @Test
    void the_token_of_one_case_opens_no_other() {
        Letter one = openedBy("token-of-one");
        Letter other = openedBy("token-of-other");
        String forged = address(one).substring(0, "approvals+".length() + 12)
                + address(other).substring("approvals+".length() + 12);
        send(new Mail(one.to(), forged, "Re: " + one.subject(), "Approve", Map.of()));
        assertThat(event(one, "mail.not-counted").at("/event/why")).isEqualTo("UNKNOWN_TOKEN");
        nobodyDecided(one);
        nobodyDecided(other);
    }

    @Test
    void whoever_is_away_has_not_said_yes() {
        Letter letter = openedBy("away");
        send(Mail.automatic(letter));
        event(letter, "mail.autoreply");
        assertThat(event(letter, "approval.escalated").at("/event/why")).isEqualTo("AWAY");
        nobodyDecided(letter);
    }

    @Test
    void a_yes_after_the_end_changes_nothing() {
        Letter letter = openedBy("over");
        transport.send(transport.record("over", transport.headers("over/withdrawn", Department.WITHDRAWN),
                JsonMapper.shared().writeValueAsBytes(Map.of("externalRef", Map.of("system", "dft-casebook", "id",
                        "over"), "reason", "No longer needed."))));
        event(letter, "request.withdrawn");
        send(Mail.reply(letter, letter.to(), "Approve"));
        assertThat(event(letter, "mail.not-counted").at("/event/why")).isEqualTo("CLOSED");
        nobodyDecided(letter);
    }

    @Test
    void machines_that_answer_every_letter_start_no_loop() {
        assertThat(lettersWhenAllAreAnswered(openedBy("machines"), Mail::automatic)).isLessThanOrEqualTo(MOST_LETTERS);
    }

    @Test
    void nor_does_somebody_who_thanks_for_every_letter() {
        assertThat(lettersWhenAllAreAnswered(openedBy("thanks"), letter -> Mail.reply(letter, letter.to(),
                "Thank you for your message. We will get back to you as soon as we can.")))
                .isLessThanOrEqualTo(MOST_LETTERS);
    }

    @Test
    void after_a_restart_old_letters_can_be_answered_and_the_registry_is_as_it_was_changed() {
        Letter letter = openedBy("restart");
        Organisation changed = changed(hub.registry().now().organisation("ordnance-survey").orElseThrow());
        assertThat(hub.registrations().update(changed)).isInstanceOf(Registration.Registered.class);
        await().atMost(PATIENCE).until(() -> hub.registry().now().organisation("ordnance-survey")
                .filter(changed::equals).isPresent());
        hub.close();
        hub = RunningHub.at(place);
        assertThat(hub.registry().now().organisation("ordnance-survey")).contains(changed);
        send(Mail.reply(letter, letter.to(), "Approve"));
        assertThat(event(letter, "approval.decided").at("/event/outcome")).isEqualTo("APPROVE");
        event(letter, "request.triaged");
    }

    /** The same organisation with a new mailbox, as somebody would register it while the hub runs. */
    private static Organisation changed(Organisation before) {
        ObjectNode json = (ObjectNode) MessageJson.tree(before);
        json.put("version", before.version() + 1).put("requestMailbox", "new-mailbox@os.gov.uk.example.invalid");
        return MessageJson.read(json, Organisation.class);
    }

    /** Opens a case under this reference, and gives the first letter that asks somebody. */
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

    private List<Letter> letters(String requestId) {
        return Post.received(place).stream().filter(letter -> letter.isAbout(requestId)).toList();
    }

    /** Answers every letter about a case, and every letter that comes of that, until no more come; how many there were. */
    private int lettersWhenAllAreAnswered(Letter first, Function<Letter, Mail> answer) {
        Set<Letter> answered = new HashSet<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).during(QUIET).until(() -> {
            List<Letter> unanswered = letters(requestId(first)).stream().filter(answered::add).toList();
            unanswered.forEach(letter -> send(answer.apply(letter)));
            assertThat(answered).as("letters").hasSizeLessThan(5 * MOST_LETTERS);
            return unanswered.isEmpty();
        });
        System.out.println("Replies: " + answered.size() + " letters when each was answered, the last "
                + answered.stream().map(Letter::letterId).sorted().toList());
        nobodyDecided(first);
        return answered.size();
    }

    private void send(Mail mail) {
        new Mailer(hub.mail().smtpPort()).send(mail);
    }

    private Message event(Letter letter, String type) {
        await(type).atMost(PATIENCE).until(() -> !events(letter, type).isEmpty());
        return events(letter, type).getFirst();
    }

    private List<Message> events(Letter letter, String type) {
        return heard.heard(Books.EVENTS).stream()
                .filter(event -> event.key().equals(requestId(letter)) && event.type().equals(type)).toList();
    }

    private List<Message> commands(Letter letter, String type) {
        return heard.heard("datashare.commands.v1").stream()
                .filter(command -> command.key().equals(requestId(letter)) && command.type().equals(type)).toList();
    }

    private void nobodyDecided(Letter letter) {
        assertThat(events(letter, "approval.decided")).isEmpty();
    }

    private static String requestId(Letter letter) {
        return letter.subject().substring(1, letter.subject().indexOf('/'));
    }

    private static String address(Letter letter) {
        return letter.replyTo().orElseThrow().replaceFirst(".*<", "").replaceFirst(">.*", "");
    }
}
