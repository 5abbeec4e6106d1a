package uk.gov.datashare.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.intake.Department.DFT;
import static uk.gov.datashare.intake.Department.NOW;
import static uk.gov.datashare.intake.Department.PLAIN;
import static uk.gov.datashare.intake.Department.SUBMITTED;
import static uk.gov.datashare.intake.Department.event;
import static uk.gov.datashare.intake.Department.intake;
import static uk.gov.datashare.intake.Department.message;
import static uk.gov.datashare.intake.Department.record;
import static uk.gov.datashare.intake.Department.report;
import static uk.gov.datashare.intake.Department.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.ErrorReport;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.Topics;

/** What cannot be read as a message, and the answer that says why. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadMessagesTest {

    private final Intake intake = intake(Sample.registry());

    @Test
    void a_repeat_of_a_bad_message_gets_the_same_answer() {
        Received bad = record(DFT, "{".getBytes(UTF_8), Map.of());
        Received again = new Received(bad.topic(), 4, 100, NOW, bad.key(), bad.headers(), bad.value());
        assertThat(event(receive(again)).envelope().id()).isEqualTo(event(receive(bad)).envelope().id());
        assertThat(event(receive(record(DFT, "[".getBytes(UTF_8), Map.of()))).envelope().id())
                .isNotEqualTo(event(receive(bad)).envelope().id());
    }

    @Test
    void a_request_of_the_wrong_form_comes_back_under_its_own_reference() {
        Sample wrong = PLAIN.with("/version", "\"first\"").without("/proposal/title").with("/proposal/terms/start",
                "\"2027-02-30\"");
        ErrorReport report = report(event(receive(submission(wrong))));
        assertThat(report.reference()).contains(PLAIN.request().externalRef().id());
        assertThat(report.problems()).extracting(Problem::pointer).contains("/version", "/proposal/terms/start");
        assertThat(report.problems()).extracting(Problem::rule).containsOnly("SCHEMA");
    }

    @Test
    void slips_of_form_and_faults_of_content_are_told_at_once_and_mended_together() {
        Sample wrong = PLAIN.with("/requestType", "\"new\"").with("/version", "\"1\"")
                .with("/proposal/data/assets/0/supplier", "\"Home Office\"");
        ErrorReport report = report(event(receive(submission(wrong))));
        assertThat(report.problems()).extracting(Problem::rule).containsOnly("SCHEMA", "V17").hasSize(4);
        assertThat(report.corrected()).contains(PLAIN.json());
    }

    @Test
    void a_name_or_an_abbreviation_in_the_place_of_an_id_is_looked_up() {
        Sample wrong = PLAIN.with("/proposal/parties/suppliers", "[\"OS\"]").with("/proposal/data/assets/0/supplier",
                "\"Ordnance Survey\"");
        ErrorReport report = report(event(receive(submission(wrong))));
        assertThat(report.problems()).extracting(Problem::rule).contains("SCHEMA", "V25");
        assertThat(report.corrected()).contains(PLAIN.json());
    }

    @Test
    void a_slip_of_form_that_is_mended_offers_nothing_while_somebody_has_to_decide() {
        ErrorReport report = report(event(receive(submission(
                PLAIN.with("/requestType", "\"new\"").with("/declaration/confirmed", "false")))));
        assertThat(report.problems()).extracting(Problem::rule).containsExactly("SCHEMA", "V28");
        assertThat(report.corrected()).isEmpty();
    }

    @Test
    void nothing_of_a_secret_comes_back_even_where_its_form_could_be_mended() {
        ErrorReport report = report(event(receive(submission(
                Sample.of("i-secret-court-papers").with("/requestType", "\"new\"")))));
        assertThat(report.problems()).extracting(Problem::rule).containsExactly("SCHEMA");
        assertThat(report.corrected()).isEmpty();
    }

    @Test
    void what_is_not_json_comes_back_under_the_records_key() {
        Outgoing.Event sent = event(receive(record(DFT, "{\"externalRef\": ".getBytes(UTF_8), Map.of())));
        assertThat(sent.key()).isEqualTo("the-key");
        assertThat(report(sent).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("ends too early"));
    }

    @Test
    void a_key_that_cannot_be_one_is_replaced_by_a_digest() {
        for (String key : List.of("a\u0000b", " ", "x".repeat(2000), "\u202Ekey")) {
            var odd = new Received(Topics.requests(DFT).name(), 0, 7, NOW, Optional.of(key), Map.of(),
                    Optional.of("{".getBytes(UTF_8)));
            assertThat(event(receive(odd)).key()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void a_message_of_300_kilobytes_is_too_large() {
        ErrorReport report = report(event(receive(record(DFT, new byte[300 * 1024], Map.of()))));
        assertThat(report.problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("307,200 bytes", "262,144"));
    }

    @Test
    void what_is_no_cloudevent_comes_back_with_each_header_that_is_missing() {
        var bare = new Received(Topics.requests(DFT).name(), 0, 7, NOW, Optional.empty(), Map.of(),
                Optional.of("{}".getBytes(UTF_8)));
        Outgoing.Event sent = event(receive(bare));
        assertThat(report(sent).problems()).extracting(Problem::rule).containsOnly("CLOUDEVENT");
        assertThat(report(sent).problems()).extracting(Problem::message).anyMatch(message -> message.contains("ce_id"))
                .anyMatch(message -> message.contains("ce_type"));
    }

    @Test
    void an_empty_record_is_answered_too() {
        var empty = new Received(Topics.requests(DFT).name(), 0, 7, NOW, Optional.of("k"), submission(PLAIN).headers(),
                Optional.empty());
        assertThat(report(event(receive(empty))).problems()).isNotEmpty();
    }

    @Test
    void a_type_that_no_department_sends_comes_back_with_those_that_it_may() {
        for (String type : List.of("uk.gov.datashare.request.agreed.v1", MessageTypes.of(SubmitRequest.class),
                "com.example.hello")) {
            ErrorReport report = report(event(receive(submission(PLAIN, Map.of("ce_type", type)))));
            assertThat(report.problems()).singleElement().satisfies(problem -> assertThat(problem.fix())
                    .hasValueSatisfying(fix -> assertThat(fix).contains(SUBMITTED)));
        }
    }

    private List<Outgoing> receive(Received record) {
        return intake.receive(record);
    }
}
