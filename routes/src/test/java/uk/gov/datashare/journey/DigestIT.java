package uk.gov.datashare.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.RegistryPublisher;
import uk.gov.datashare.connectors.registry.RegistryPublisher.Registration;
import uk.gov.datashare.connectors.registry.RegistryView;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.LettersChoice;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Topics;

/** One person with five tasks, one letter, one reply, and five answers that each stand by themselves; on the whole hub. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OS = "ordnance-survey";
    private static final String BUSY = "p-os-03";
    private static final String REQUESTS = "datashare.department-for-transport.requests.v1";
    private static final String EVENTS = Topics.EVENTS.name();
    private static final String COMMANDS = Topics.COMMANDS.name();
    private static final String NOTES = Topics.DIGEST.name();

    private final StillClock clock = new StillClock(Instant.parse("2027-01-11T09:00:00Z"));

    @Test
    void five_tasks_come_in_one_letter_and_one_reply_answers_each_by_itself(@TempDir Path folder) throws Exception {
        try (WholeHub hub = WholeHub.in(folder, clock);
                Wire wire = new Wire(hub.bootstrapServers(), List.of(EVENTS, COMMANDS, NOTES))) {
            var mail = new MailProgram(hub.mail(), clock);
            String address = wantsOneLetterADay(hub);
            askFive(wire);

            clock.set(Instant.parse("2027-01-12T08:00:00Z"));
            hoursPassUntilOneIsThere(mail, address);
            Letter digest = mail.await(address, letter -> letter.subject().startsWith("5 tasks wait for you"));
            assertThat(mail.letters()).filteredOn(letter -> letter.reader().equals(address)).containsExactly(digest);

            String lines = "1 approve\n2 query: how long is it kept?\n3-4 approve\n5 looks all right, I suppose\n9 approve";
            mail.reply(digest, lines);
            await().atMost(PATIENCE).until(() -> events(wire, "approval.decided").size() == 3
                    && events(wire, "approval.queried").size() == 1 && events(wire, "mail.ambiguous").size() == 1);
            eachHasItsOwnEvidence(wire);

            Letter answer = mail.await(address, letter -> letter.subject().equals("What your reply to the digest did"));
            assertThat(answer.text()).containsSubsequence("Number 1", "It counts: approved", "Number 2", "question",
                    "Number 3", "Number 4", "Number 5", "could not be taken for an answer", "9");

            mail.reply(answer, "5 approve");
            await().atMost(PATIENCE).until(() -> events(wire, "approval.decided").size() == 4);

            mail.reply(digest, lines);
            await().atMost(PATIENCE)
                    .until(() -> wire.on(COMMANDS).stream().filter(DigestIT::isOfADigest).count() == 11);
            assertThat(events(wire, "approval.decided")).hasSize(4);
            assertThat(events(wire, "approval.queried")).hasSize(1);
        }
    }

    private static String wantsOneLetterADay(WholeHub hub) {
        var registry = hub.application().getBean(RegistryView.class);
        Organisation before = registry.organisation(OS).orElseThrow();
        List<RoleHolder> people = before.people().stream()
                .map(person -> person.personId().equals(BUSY)
                        ? new RoleHolder(BUSY, person.name(), person.email(), person.position(), person.until(),
                                Optional.of(LettersChoice.DAILY_DIGEST))
                        : person)
                .toList();
        var after = new Organisation(OS, before.version() + 1, before.name(), before.abbreviation(), before.type(),
                before.status(), before.supersededBy(), before.calendar(), before.sectors(), before.emailDomains(),
                before.requestMailbox(), before.roles(), before.escalationContact(), people, before.assets(),
                before.policies(), before.aliases(), before.curies(), before.contentId(), before.parent(),
                before.jurisdictions(), before.competentAuthority(), before.rules(), before.questions());
        assertThat(hub.application().getBean(RegistryPublisher.class).update(after))
                .isInstanceOf(Registration.Registered.class);
        await().atMost(PATIENCE).until(() -> registry.organisation(OS).filter(after::equals).isPresent());
        return after.person(BUSY).orElseThrow().email();
    }

    /** A note that the digest's stage reads only after the morning waits for the next one, so the clock goes on. */
    private void hoursPassUntilOneIsThere(MailProgram mail, String address) {
        await().pollInterval(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> {
            boolean there = mail.letters().stream().anyMatch(letter -> letter.reader().equals(address));
            if (!there) {
                clock.set(clock.instant().plus(Duration.ofHours(1)));
            }
            return there;
        });
    }

    private static void askFive(Wire wire) throws Exception {
        for (int number = 1; number <= 5; number++) {
            String reference = "DSR/2027/10" + number;
            var request = new ProducerRecord<>(REQUESTS, reference, JsonMapper.shared().writeValueAsBytes(
                    Sample.of("a-postcode-data").with("/externalRef/id", "\"" + reference + "\"").json()));
            Map.of("ce_specversion", "1.0", "ce_id", reference + "-1", "ce_source", "urn:dft:casebook", "ce_type",
                    "uk.gov.datashare.case.submitted.v1", "content-type", "application/json")
                    .forEach((name, value) -> request.headers().add(name, value.getBytes(UTF_8)));
            wire.send(request);
        }
        await().atMost(PATIENCE).until(() -> wire.on(NOTES).stream()
                .filter(note -> note.type().equals("digest.task-asked")).count() == 5);
    }

    private static void eachHasItsOwnEvidence(Wire wire) {
        List<Message> decided = events(wire, "approval.decided");
        assertThat(decided).extracting(event -> event.json().at("/requestId").asString()).doesNotHaveDuplicates();
        assertThat(decided).extracting(event -> event.json().at("/event/evidence/rule").asString())
                .allMatch(rule -> rule.matches("digest\\.[134]\\.approve.*")).doesNotHaveDuplicates();
        assertThat(decided).extracting(event -> event.json().at("/event/evidence/rawDigest").asString()).containsOnly(
                decided.getFirst().json().at("/event/evidence/rawDigest").asString());
        assertThat(events(wire, "mail.ambiguous").getFirst().json().at("/event/evidence/rule").asString())
                .startsWith("digest.5.unclear.");
    }

    private static List<Message> events(Wire wire, String type) {
        return wire.on(EVENTS).stream().filter(event -> event.type().equals(type)).toList();
    }

    /** Named after the mail and the task: five of each of the two mails of five lines, and one of the other. */
    private static boolean isOfADigest(Message command) {
        return command.header("ce_id").matches("mail\\.[0-9a-f]{64}\\.DSR-.*");
    }
}
