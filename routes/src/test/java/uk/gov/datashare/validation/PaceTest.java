package uk.gov.datashare.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.process.WorkingCalendars;

/** When agreement is due, stage after stage, each on their own calendar. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PaceTest {

    /** The Thursday before Good Friday. */
    private static final Instant NOW = Instant.parse("2027-03-25T10:00:00Z");
    private static final WorkingCalendars CALENDARS = WorkingCalendars.shipped();
    private static final Sample PLAIN = Sample.of("a-postcode-data");

    private final Validation validation = new Validation(InstantSource.fixed(NOW), _ -> List.of(), CALENDARS);

    @Test
    void stages_come_one_after_the_other_and_within_one_the_slowest_counts() {
        var plan = plan(task(Stage.CONFIRM, Mode.BINDING, 2, Calendar.ENGLAND_AND_WALES),
                task(Stage.RISK, Mode.BINDING, 5, Calendar.ENGLAND_AND_WALES),
                task(Stage.RISK, Mode.ADVISORY, 3, Calendar.ENGLAND_AND_WALES));
        assertThat(new Pace(CALENDARS).agreedBy(plan, NOW)).isEqualTo(LocalDate.of(2027, 4, 7));
    }

    @Test
    void each_keeps_its_own_bank_holidays() {
        assertThat(new Pace(CALENDARS).agreedBy(plan(task(Stage.SIGN, Mode.BINDING, 1, Calendar.ENGLAND_AND_WALES)),
                NOW)).isEqualTo(LocalDate.of(2027, 3, 30));
        assertThat(new Pace(CALENDARS).agreedBy(plan(task(Stage.SIGN, Mode.BINDING, 1, Calendar.SCOTLAND)), NOW))
                .isEqualTo(LocalDate.of(2027, 3, 29));
    }

    @Test
    void who_is_only_told_holds_nobody_up() {
        assertThat(new Pace(CALENDARS).agreedBy(plan(task(Stage.OWNER, Mode.NOTIFY_ONLY, 9, Calendar.SCOTLAND)), NOW))
                .isEqualTo(LocalDate.of(2027, 3, 25));
    }

    @Test
    void a_day_before_agreement_is_due_is_warned_of_and_the_day_itself_is_not() {
        ApprovalPlan plan = plan(task(Stage.SIGN, Mode.BINDING, 1, Calendar.ENGLAND_AND_WALES));
        assertThat(warnings("2027-03-29", plan)).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("V09");
            assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(problem.pointer()).isEqualTo("/neededBy");
            assertThat(problem.message()).contains("2027-03-29", "2027-03-30");
        });
        assertThat(warnings("2027-03-30", plan)).isEmpty();
    }

    @Test
    void a_day_that_has_passed_is_warned_of_once() {
        assertThat(warnings("2027-03-25", plan(task(Stage.SIGN, Mode.BINDING, 1, Calendar.SCOTLAND))))
                .extracting(Problem::message).singleElement().asString().contains("not in the future");
    }

    private List<Problem> warnings(String neededBy, ApprovalPlan plan) {
        Sample sample = PLAIN.with("/neededBy", "\"" + neededBy + "\"");
        Verdict verdict = validation.verdict(sample.request(), sample.acquirer(), Sample.registry());
        return validation.warnings(verdict, plan);
    }

    private static ApprovalPlan plan(PlannedTask... tasks) {
        return new ApprovalPlan("1", 1, List.of(tasks));
    }

    private static PlannedTask task(Stage stage, Mode mode, int days, Calendar calendar) {
        return new PlannedTask("T1", "ordnance-survey", Side.SUPPLIER, Role.DATA_OWNER, mode, stage, "p", List.of(),
                "p", false, false, days, calendar, Optional.empty(), List.of());
    }
}
