package uk.gov.datashare.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.intake.Department.CLOCK;
import static uk.gov.datashare.intake.Department.DFT;
import static uk.gov.datashare.intake.Department.NOW;
import static uk.gov.datashare.intake.Department.PLAIN;
import static uk.gov.datashare.intake.Department.command;
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
import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.CaseMessage;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.ErrorReport;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.ShareCommand.AnswerQuestion;
import uk.gov.datashare.contracts.ShareCommand.RefuseRequest;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareCommand.WithdrawRequest;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.Topics;

/** What a department puts on its topic, and what it gets for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeTest {

    private final Intake intake = intake(Sample.registry());

    @Test
    void a_good_request_becomes_a_command_that_knows_whom_to_ask() {
        Outgoing.Event sent = event(receive(submission(PLAIN)));
        SubmitRequest command = (SubmitRequest) command(sent);
        ShareRequest request = PLAIN.request();
        assertThat(sent.topic()).isEqualTo(Topics.COMMANDS.name());
        assertThat(sent.key()).isEqualTo(RequestId.of(DFT, request.externalRef())).isEqualTo(command.requestId());
        assertThat(command.contentHash()).isEqualTo(MessageJson.hash(request.proposal()));
        assertThat(command.parties()).containsExactly(new Party(DFT, "Department for Transport", Side.ACQUIRER),
                new Party("ordnance-survey", "Ordnance Survey", Side.SUPPLIER));
        assertThat(command.plan().tasks()).hasSize(7);
        assertThat(command.warnings()).isEmpty();
    }

    @Test
    void the_people_who_ask_stay_behind() {
        ShareRequest request = PLAIN.request();
        assertThat(new String(event(receive(submission(PLAIN))).envelope().data(), UTF_8))
                .doesNotContain(request.requester().email(), request.requester().name());
    }

    @Test
    void a_command_says_what_led_to_it() {
        Envelope<byte[]> envelope = event(receive(submission(PLAIN, Map.of("ce_correlationid", "our-thread"))))
                .envelope();
        assertThat(envelope.correlationId()).isEqualTo("our-thread");
        assertThat(envelope.causationId()).contains("m-1");
        assertThat(envelope.type()).isEqualTo(MessageTypes.of(SubmitRequest.class));
        assertThat(event(receive(submission(PLAIN))).envelope().correlationId()).isEqualTo("m-1");
    }

    @Test
    void a_repeat_leads_to_the_same_command_wherever_it_lies() {
        Received again = new Received(Topics.requests(DFT).name(), 3, 99, NOW.plusSeconds(5), Optional.of("k"),
                submission(PLAIN).headers(), submission(PLAIN).value());
        assertThat(event(receive(again))).usingRecursiveComparison().isEqualTo(event(receive(submission(PLAIN))));
        assertThat(event(receive(submission(PLAIN, Map.of("ce_id", "m-2")))).envelope().id())
                .isNotEqualTo(event(receive(again)).envelope().id());
    }

    @Test
    void what_is_secret_is_refused_and_left_behind_even_where_it_is_wrong_besides() {
        Sample secret = Sample.of("i-secret-court-papers");
        Sample wrong = secret.with("/proposal/security/sensitive", "true").with("/proposal/parties/suppliers",
                "[\"nobody\"]");
        for (Sample sample : List.of(secret, wrong)) {
            Outgoing.Event sent = event(receive(submission(sample)));
            assertThat(command(sent)).isInstanceOfSatisfying(RefuseRequest.class,
                    refused -> assertThat(refused.ruleId()).isEqualTo("R00"));
            assertThat(new String(sent.envelope().data(), UTF_8)).doesNotContain(secret.proposal().title(), "court");
        }
    }

    @Test
    void a_wrong_request_comes_back_with_everything_that_is_wrong() {
        Sample wrong = PLAIN.with("/proposal/delivery/leavesUk", "true")
                .with("/proposal/terms/reviewDate", "\"2031-01-01\"").with("/requester/email", "\"a@b.invalid\"");
        Outgoing.Event sent = event(receive(submission(wrong)));
        ErrorReport report = report(sent);
        assertThat(sent.topic()).isEqualTo(Topics.errors(DFT).name());
        assertThat(sent.key()).isEqualTo(wrong.request().externalRef().id());
        assertThat(report.problems()).extracting(Problem::rule).containsExactly("V07", "V10", "V18");
        assertThat(report)
                .extracting(ErrorReport::organisationId, ErrorReport::messageId, ErrorReport::partition,
                        ErrorReport::offset, ErrorReport::receivedAt)
                .containsExactly(DFT, Optional.of("m-1"), 0, 7L, NOW);
    }

    @Test
    void a_correction_comes_with_what_is_wrong_and_is_taken_when_it_is_sent() {
        Sample wrong = PLAIN.with("/proposal/data/assets/0/supplier", "\"home-office\"");
        ErrorReport report = report(event(receive(submission(wrong))));
        assertThat(report.problems()).extracting(Problem::rule).containsExactly("V17");
        assertThat(report.corrected()).contains(PLAIN.json());
        assertThat(event(receive(submission(new Sample(report.corrected().orElseThrow())))))
                .usingRecursiveComparison().isEqualTo(event(receive(submission(PLAIN))));
    }

    @Test
    void nothing_is_offered_where_somebody_has_to_decide() {
        assertThat(report(event(receive(submission(PLAIN.with("/declaration/confirmed", "false"))))).corrected())
                .isEmpty();
    }

    @Test
    void a_successor_is_asked_in_the_place_of_an_organisation_that_is_gone_and_the_command_says_so() {
        Sample health = Sample.of("e-hospital-episodes");
        Sample old = health.with("/proposal/parties/suppliers", "[\"nhs-digital\"]");
        SubmitRequest command = (SubmitRequest) command(event(receive(submission(old))));
        assertThat(command.proposal()).isEqualTo(health.proposal());
        assertThat(command.contentHash()).isEqualTo(MessageJson.hash(health.proposal()));
        assertThat(command.parties()).extracting(Party::organisationId).contains("nhs-england")
                .doesNotContain("nhs-digital");
        assertThat(command.warnings()).extracting(Problem::rule).containsExactly("V22");
    }

    @Test
    void what_is_needed_before_agreement_is_due_is_asked_for_all_the_same_with_a_warning() {
        SubmitRequest command = (SubmitRequest) command(
                event(receive(submission(PLAIN.with("/neededBy", "\"2027-03-02\"")))));
        assertThat(command.warnings()).extracting(Problem::rule).containsExactly("V09");
    }

    @Test
    void a_request_by_another_organisations_topic_is_answered_there() {
        Outgoing.Event sent = event(receive(record("home-office", MessageJson.write(PLAIN.request()), Map.of())));
        assertThat(sent.topic()).isEqualTo(Topics.errors("home-office").name());
        assertThat(report(sent).problems()).extracting(Problem::rule).containsExactly("V00");
    }

    @Test
    void a_withdrawal_and_an_answer_find_their_case() {
        var ref = PLAIN.request().externalRef();
        var withdrawn = command(event(receive(message(new CaseMessage.Withdrawal(ref, "No longer needed.")))));
        var answered = command(event(receive(message(new CaseMessage.Answer(ref, "T3", "For two years.")))));
        assertThat(withdrawn).isEqualTo(new WithdrawRequest(RequestId.of(DFT, ref), DFT, ref, "No longer needed."));
        assertThat(answered).isEqualTo(new AnswerQuestion(RequestId.of(DFT, ref), DFT, ref, "T3", "For two years."));
    }

    @Test
    void an_organisation_that_nobody_registered_is_left_to_an_operator() {
        assertThat(receive(record("ministry-of-magic", MessageJson.write(PLAIN.request()), Map.of()))).singleElement()
                .isInstanceOfSatisfying(DeadLetter.class, letter -> {
                    assertThat(letter.message()).contains("ministry-of-magic", "Register");
                    assertThat(letter.route()).isEqualTo(IntakeRoutes.RECEIVE);
                });
    }

    @Test
    void a_fault_of_the_hubs_own_spoils_one_message_and_not_the_next() {
        Registry boardless = Registry
                .of(Sample.organisations().stream().filter(each -> !each.id().equals("dea-review-board")).toList());
        Stage stage = Stage.each(IntakeRoutes.RECEIVE, CLOCK, intake(boardless)::receive);
        List<Outgoing> sent = stage.apply(List.of(submission(Sample.of("b-address-check")), submission(PLAIN)));
        assertThat(sent.getFirst()).isInstanceOfSatisfying(DeadLetter.class,
                letter -> assertThat(letter.message()).contains("dea-review-board"));
        assertThat(command(event(List.of(sent.getLast())))).isInstanceOf(SubmitRequest.class);
    }

    private List<Outgoing> receive(Received record) {
        return intake.receive(record);
    }
}
