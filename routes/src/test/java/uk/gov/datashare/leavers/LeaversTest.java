package uk.gov.datashare.leavers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.cases.SampleEvents;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeaversTest {

    private static final RequestSubmitted SUBMITTED = (RequestSubmitted) SampleEvents.sample("request.submitted")
            .event();
    private static final PlannedTask FIRST = SUBMITTED.plan().tasks().stream()
            .filter(task -> task.mode() == Mode.BINDING).findFirst().orElseThrow();
    private static final LocalDate TODAY = LocalDate.of(2027, 4, 21);
    private static final Registry EMPTY = Registry.of(List.of());

    @Test
    void whoever_the_registry_does_not_know_any_more_is_reported() {
        assertThat(Leavers.in(asked(), EMPTY, TODAY)).singleElement().satisfies(leaver -> {
            assertThat(leaver.person()).isEqualTo(FIRST.assignee());
            assertThat(leaver.taskId()).isEqualTo(FIRST.taskId());
        });
    }

    @Test
    void nobody_is_reported_who_was_not_asked_yet() {
        assertThat(Leavers.in(SampleEvents.caseAfter(SUBMITTED), EMPTY, TODAY)).isEmpty();
    }

    @Test
    void the_same_finding_is_reported_once() {
        var cases = new OpenCases(EMPTY, InstantSource.fixed(SampleEvents.NOON));
        cases.changed(asked());
        assertThat(cases.report()).hasSize(1);
        assertThat(cases.report()).isEmpty();
    }

    private static CaseSoFar asked() {
        return SampleEvents.caseAfter(SUBMITTED, new ApprovalSought(FIRST.taskId(), FIRST.assignee(), "0".repeat(64),
                Instant.parse("2027-04-26T16:00:00Z")));
    }
}
