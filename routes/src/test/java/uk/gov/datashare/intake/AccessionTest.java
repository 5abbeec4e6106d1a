package uk.gov.datashare.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.datashare.intake.Department.CLOCK;
import static uk.gov.datashare.intake.Department.command;
import static uk.gov.datashare.intake.Department.event;
import static uk.gov.datashare.intake.Department.report;
import static uk.gov.datashare.intake.Department.submission;

import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.backbone.NotYet;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareRequest.RequestType;
import uk.gov.datashare.precedents.AgreedBefore;

/** The way in for a request that an arrangement in force covers, and for one that joins it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessionTest {

    private static final Sample PRESTON = Sample.of("o-council-joins-pilot");

    private final Arrangement pilot = AgreedBefore.arrangement(Sample.of("c-council-tax-debt").request(),
            Sample.registry());

    @Test
    void the_offer_goes_with_the_request_and_holds_nothing_up() {
        Sample anew = PRESTON.without("/relatedArrangementId").with("/requestType", "\"NEW\"");

        SubmitRequest command = (SubmitRequest) command(event(Department.intake(Sample.registry(),
                AgreedBefore.of(pilot)).receive(submission(anew))));

        assertThat(command.warnings()).filteredOn(warning -> warning.rule().equals("G6")).singleElement()
                .extracting(Problem::message).asString().contains(pilot.arrangementId());
    }

    @Test
    void an_accession_to_an_arrangement_in_force_comes_in() {
        SubmitRequest command = (SubmitRequest) command(event(Department.intake(Sample.registry(),
                AgreedBefore.of(pilot)).receive(submission(PRESTON))));

        assertThat(command.requestType()).isEqualTo(RequestType.ACCESSION);
        assertThat(command.relatedArrangementId()).contains(pilot.arrangementId());
        assertThat(command.warnings()).noneMatch(warning -> warning.rule().equals("G6"));
    }

    @Test
    void an_accession_to_nothing_is_sent_back_with_all_else_that_is_wrong() {
        Sample wrong = PRESTON.with("/declaration/confirmed", "false");

        assertThat(report(event(Department.intake(Sample.registry()).receive(submission(wrong)))).problems())
                .extracting(Problem::rule).contains("V28", "V29");
    }

    @Test
    void what_cannot_be_said_now_holds_the_batch_back_and_is_no_dead_letter() {
        Intake intake = Department.intake(Sample.registry(), AgreedBefore.of(pilot).outOfReach());

        assertThatThrownBy(() -> Stage.each(IntakeRoutes.RECEIVE, CLOCK, intake::receive)
                .apply(List.of(submission(PRESTON)))).isInstanceOf(NotYet.class);
    }
}
