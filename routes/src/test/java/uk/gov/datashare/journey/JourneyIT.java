package uk.gov.datashare.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.Golden;
import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.MessageJson;

/**
 * One request from a department's topic to the catalogue, through the whole hub, in chapters. What is seen on the way is
 * written down as it is, and approved by reading.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JourneyIT {

    private static final Path APPROVED = Path.of("docs/journey.md");

    private static final String REQUESTS = "datashare.department-for-transport.requests.v1";
    private static final String STATUS = "datashare.department-for-transport.status.v1";
    private static final String COMMANDS = "datashare.commands.v1";
    private static final String EVENTS = "datashare.events.v1";
    private static final String MAIL_OUT = "datashare.mail-out.v1";
    private static final String MAIL_IN = "datashare.mail-in.v1";
    private static final String ARRANGEMENTS = "datashare.arrangements.v1";

    private static final String COORDINATOR = "chidi.begum@os.gov.uk.example.invalid";
    private static final String LEAD = "sabina.oakeshott@dft.gov.uk.example.invalid";
    private static final String OWNER = "patience.younis@os.gov.uk.example.invalid";
    private static final String SIGNS_FOR_SURVEY = "elspeth.ebanks@os.gov.uk.example.invalid";
    private static final String SIGNS_FOR_TRANSPORT = "kerys.penhaligon@dft.gov.uk.example.invalid";

    private final StillClock clock = new StillClock(Instant.parse("2027-01-11T09:00:00Z"));
    private final Page page = new Page(Chapters.OPENING);

    @Test
    void a_request_travels_from_its_department_to_the_catalogue(@TempDir Path dataFolder) throws Exception {
        try (var hub = WholeHub.in(dataFolder, clock);
                var wire = new Wire(hub.bootstrapServers(),
                        List.of(REQUESTS, STATUS, COMMANDS, EVENTS, MAIL_OUT, MAIL_IN, ARRANGEMENTS))) {
            var mail = new MailProgram(hub.mail(), clock);
            a_department_asks(wire);
            the_request_is_checked_and_it_is_worked_out_whom_to_ask(wire);
            the_case_begins(wire);
            the_parties_hear_of_it(wire);
            the_supplier_takes_it_on(mail);
            a_person_is_asked_by_mail_and_answers(wire, mail);
            the_answer_becomes_a_decision(wire);
            the_owner_of_the_data_has_a_question_first(wire, mail);
            everybody_has_said_yes(wire);
            each_party_signs(wire, mail);
            the_arrangement_is_in_force(wire);
            the_catalogue_shows_it(hub);
            the_department_has_heard_all_of_it(wire);
        }
        Golden.approve(APPROVED, page.written());
    }

    private void a_department_asks(Wire wire) throws Exception {
        var request = new ProducerRecord<>(REQUESTS, "DSR/2027/0041",
                JsonMapper.shared().writeValueAsBytes(Sample.of("a-postcode-data").json()));
        Map.of("ce_specversion", "1.0", "ce_id", "0041-1", "ce_source", "urn:dft:casebook",
                "ce_type", "uk.gov.datashare.case.submitted.v1", "ce_time", "2027-01-11T08:59:30Z",
                "ce_correlationid", "casebook-0041",
                "ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "content-type", "application/json")
                .forEach((name, value) -> request.headers().add(name, value.getBytes(UTF_8)));
        wire.send(request);

        page.chapter("A department asks", Chapters.ASKS)
                .record(wire.await(REQUESTS, _ -> true), "/proposal/data/items/*", "/proposal/purpose",
                        "/proposal/delivery", "/proposal/terms", "/proposal/impactIfRefused");
    }

    private void the_request_is_checked_and_it_is_worked_out_whom_to_ask(Wire wire) {
        Message command = wire.await(COMMANDS, one -> one.type().equals("command.submit-request"));

        assertThat(command.header("ce_correlationid")).isEqualTo("casebook-0041");
        page.chapter("It is checked, and it is worked out whom to ask", Chapters.CHECKED)
                .record(command, "/proposal", "/parties/*", "/plan/tasks/*");
        page.say(Chapters.PLAN).block("text", ((ObjectNode) command.json().at("/plan")).withArray("tasks").valueStream()
                .map(task -> "%-4s %-8s %-11s %-24s %s".formatted(task.path("taskId").asString(),
                        task.path("stage").asString(), task.path("mode").asString(),
                        task.path("organisationId").asString(), task.path("role").asString()))
                .collect(Collectors.joining("\n")));
    }

    private void the_case_begins(Wire wire) {
        wire.await(EVENTS, event -> event.type().equals("approval.requested"));
        List<Message> events = wire.on(EVENTS);

        page.chapter("The case begins", Chapters.BEGINS)
                .record(events.getFirst(), "/event/proposal", "/event/parties", "/event/plan")
                .say(Chapters.ONE_BY_ONE)
                .events(events.subList(1, events.size()));
    }

    private void the_parties_hear_of_it(Wire wire) {
        Message asked = wire.await(EVENTS, event -> event.type().equals("approval.requested"));

        page.chapter("The parties hear of it", Chapters.HEARD).record(status(wire, asked));
    }

    private void the_supplier_takes_it_on(MailProgram mail) throws MessagingException {
        Letter letter = mail.await(COORDINATOR, one -> one.replyTo().isPresent());
        clock.set(Instant.parse("2027-01-11T11:15:00Z"));
        page.chapter("The supplier takes it on", Chapters.TRIAGE).block("text", typed(mail, letter, "Accept"));
    }

    private void a_person_is_asked_by_mail_and_answers(Wire wire, MailProgram mail) throws MessagingException {
        Letter letter = mail.await(LEAD, one -> one.replyTo().isPresent());

        page.chapter("A person is asked by mail", Chapters.ASKED)
                .record(wire.await(MAIL_OUT, one -> one.at("/recipient").equals("p-dft-01")), "/text", "/html")
                .say(Chapters.LETTER)
                .block("text", letter.head() + "\n\n" + letter.text());

        clock.set(Instant.parse("2027-01-11T14:30:00Z"));
        page.chapter("She answers", Chapters.ANSWER).block("text", typed(mail, letter, """
                Approve.

                Regards,
                Sabina"""));
    }

    private void the_answer_becomes_a_decision(Wire wire) {
        Message command = wire.await(COMMANDS, one -> one.at("/reply/by").equals("p-dft-01"));
        Message decision = wire.await(EVENTS, event -> event.at("/event/by").equals("p-dft-01"));

        assertThat(decision.at("/event/outcome")).isEqualTo("APPROVE");
        Message mail = wire.await(MAIL_IN, one -> one.header("ce_id").equals(command.header("ce_causationid")));
        page.chapter("The answer becomes a command, and a decision", Chapters.DECISION)
                .mail(mail).say(Chapters.INTERPRETED).record(command).say(Chapters.DECIDED).record(decision);
    }

    private void the_owner_of_the_data_has_a_question_first(Wire wire, MailProgram mail) throws MessagingException {
        Letter letter = mail.await(OWNER, one -> one.replyTo().isPresent());
        clock.set(Instant.parse("2027-01-12T10:00:00Z"));
        page.chapter("The owner of the data has a question first", Chapters.QUESTION)
                .block("text", typed(mail, letter, "Query: do you need Northern Ireland as well?"));

        Letter question = mail.await(LEAD, one -> one.text().contains("Northern Ireland"));
        clock.set(Instant.parse("2027-01-13T11:20:00Z"));
        page.say(Chapters.ASKED_BACK)
                .block("text", typed(mail, question, "Answer: no, Great Britain only."));

        Letter answered = mail.await(OWNER, one -> one.text().contains("Great Britain only"));
        clock.set(Instant.parse("2027-01-14T16:05:00Z"));
        page.say(Chapters.ANSWERED).block("text", typed(mail, answered, "Approve"));
        wire.await(EVENTS, event -> event.type().equals("arrangement.issued"));
        page.say(Chapters.EVENTS_OF_IT).events(wire.on(EVENTS).stream()
                .dropWhile(event -> !event.type().equals("approval.queried"))
                .takeWhile(event -> !event.type().equals("request.agreed")).toList());
    }

    private void everybody_has_said_yes(Wire wire) {
        Message issued = wire.await(EVENTS, event -> event.type().equals("arrangement.issued"));

        page.chapter("Everybody has said yes", Chapters.AGREED)
                .record(issued, "/event/memorandum/data/items/*", "/event/memorandum/purpose",
                        "/event/memorandum/legal", "/event/memorandum/terms", "/event/memorandum/plainSummary");
    }

    private void each_party_signs(Wire wire, MailProgram mail) throws MessagingException {
        page.chapter("Each party signs", Chapters.SIGNS);
        Letter first = mail.await(SIGNS_FOR_TRANSPORT, one -> one.replyTo().isPresent());
        clock.set(Instant.parse("2027-01-15T09:10:00Z"));
        page.block("text", typed(mail, first, "Sign"));
        wire.await(EVENTS, event -> event.type().equals("arrangement.signed"));

        Letter second = mail.await(SIGNS_FOR_SURVEY, one -> one.replyTo().isPresent());
        clock.set(Instant.parse("2027-01-18T13:45:00Z"));
        typed(mail, second, "Sign");
        wire.await(EVENTS, event -> event.type().equals("arrangement.activated"));
        page.say(Chapters.SIGNED).events(wire.on(EVENTS).stream()
                .filter(event -> event.type().equals("arrangement.signed")).toList());
    }

    private void the_arrangement_is_in_force(Wire wire) {
        Message arrangement = wire.await(ARRANGEMENTS, _ -> true);

        assertThat(arrangement.at("/status")).isEqualTo("ACTIVE");
        assertThat(wire.on(ARRANGEMENTS)).hasSize(1);
        page.chapter("It is in force, and published", Chapters.PUBLISHED)
                .record(arrangement, "/memorandum/data/items/*", "/memorandum/purpose", "/memorandum/legal",
                        "/memorandum/terms", "/memorandum/plainSummary", "/memorandum/approvals/*");
    }

    private void the_catalogue_shows_it(WholeHub hub) throws IOException, InterruptedException {
        HttpResponse<String> list = hub.get("/arrangements?organisation=ordnance-survey");
        String id = JsonMapper.shared().readTree(list.body()).at("/arrangements/0/arrangementId").asString();
        HttpResponse<String> one = hub.get("/arrangements/" + id);
        HttpResponse<String> memorandum = hub.get("/arrangements/" + id + "/memorandum.json");

        assertThat(MessageJson.sha256(memorandum.body()))
                .isEqualTo(JsonMapper.shared().readTree(one.body()).path("documentHash").asString());
        page.chapter("Over HTTP", Chapters.HTTP)
                .block("http", "GET /arrangements/" + id + "\n\nHTTP/1.1 " + one.statusCode() + "\n"
                        + "Content-Type: " + one.headers().firstValue("content-type").orElse("") + "\n"
                        + "ETag: " + one.headers().firstValue("etag").orElse(""))
                .json(JsonMapper.shared().readTree(one.body()), "/memorandum", "/signatures")
                .say(Chapters.MEMORANDUM.formatted(id, memorandum.headers().firstValue("etag").orElse("")));
    }

    private void the_department_has_heard_all_of_it(Wire wire) {
        status(wire, wire.await(EVENTS, event -> event.type().equals("arrangement.activated")));

        page.chapter("What the department has heard", Chapters.ALL_HEARD)
                .block("text", wire.on(STATUS).stream()
                        .map(one -> "%s  %-9s  %s".formatted(one.at("/at"), one.at("/state"), one.at("/headline")))
                        .collect(Collectors.joining("\n")));
    }

    private static String typed(MailProgram mail, Letter letter, String text) throws MessagingException {
        mail.reply(letter, text);
        return "From: " + letter.reader() + "\nTo: " + letter.replyTo().orElseThrow() + "\n\n" + text;
    }

    private static Message status(Wire wire, Message event) {
        return wire.await(STATUS, told -> told.header("ce_causationid").equals(event.header("ce_id")));
    }
}
