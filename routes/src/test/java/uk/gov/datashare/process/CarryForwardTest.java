package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.Section;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareEvent.DecisionCarriedForward;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.StatusUpdate.State;

/** Versions of {@link Requests} differ in their title, which belongs to the purpose: a security adviser does not look at it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CarryForwardTest {

    @Test
    void who_covers_nothing_that_changed_is_not_asked_again() {
        var story = returned(Approve::new).submits(2);
        assertThat(carried(story)).singleElement().satisfies(yes -> {
            assertThat(yes.taskId()).isEqualTo("T1");
            assertThat(yes.by()).isEqualTo("holder.security");
            assertThat(yes.outcome()).isEqualTo(Outcome.APPROVE);
            assertThat(yes.fromVersion()).isEqualTo(1);
            assertThat(yes.sections()).containsOnlyKeys(Section.coveredBy(Role.SECURITY));
        });
        story.isHeldBy("T2", "holder.owner").stands(State.APPROVING);
    }

    @Test
    void who_covers_what_changed_is_asked_again() {
        var plan = plan(security(Role.DPO, Mode.BINDING, "R00"));
        assertThat(carried(returned(plan, Approve::new).submits(2))).isEmpty();
    }

    @Test
    void a_no_and_a_wish_for_changes_are_never_carried() {
        var story = Case.submitted(plan(security(Role.SECURITY, Mode.BINDING, "R00")))
                .holderSays("T1", (id, r) -> new ReturnForChanges(id, r, "say more"));
        assertThat(carried(story.submits(2))).isEmpty();
        story.isHeldBy("T1", "holder.security");
    }

    @Test
    void a_yes_with_a_condition_covers_everything_for_the_condition_may_be_about_anything() {
        assertThat(carried(returned((id, r) -> new ApproveWithConditions(id, r, "not on Sundays")).submits(2)))
                .isEmpty();
    }

    @Test
    void a_yes_is_carried_twice_and_goes_back_to_the_decision() {
        var story = returned(Approve::new).submits(2)
                .holderSays("T2", (id, r) -> new ReturnForChanges(id, r, "more"))
                .submits(3);
        assertThat(carried(story)).extracting(DecisionCarriedForward::fromVersion).containsExactly(1);
    }

    @Test
    void a_new_reason_asks_again() {
        var story = returned(Approve::new)
                .does(Requests.submit(2, plan(security(Role.SECURITY, Mode.BINDING, "R00", "R05"))));
        assertThat(carried(story)).isEmpty();
    }

    @Test
    void a_view_is_not_enough_where_a_yes_is_needed_now() {
        var view = plan(security(Role.SECURITY, Mode.ADVISORY, "R00"));
        var story = returned(view, Approve::new)
                .does(Requests.submit(2, plan(security(Role.SECURITY, Mode.BINDING, "R00"))));
        assertThat(carried(story)).isEmpty();
    }

    @Test
    void a_yes_is_a_view_where_only_a_view_is_asked_for_now() {
        var story = returned(Approve::new)
                .does(Requests.submit(2, plan(security(Role.SECURITY, Mode.ADVISORY, "R00"))));
        assertThat(carried(story)).extracting(DecisionCarriedForward::outcome).containsExactly(Outcome.NO_OBJECTION);
    }

    @Test
    void the_memorandum_says_from_which_version_a_yes_is() {
        var story = returned(Approve::new).submits(2).holderSays("T2", Approve::new);
        var memorandum = ((Share.Signing) story.share()).memorandum();
        assertThat(memorandum.approvals()).extracting(each -> each.role() + " " + each.carriedFrom())
                .containsExactly("SECURITY Optional[1]", "DATA_OWNER Optional.empty");
    }

    @Test
    void the_log_with_a_carried_yes_replays_to_the_same_case() {
        var story = returned(Approve::new).submits(2);
        assertThat(Evolution.replay(Requests.ID, story.log())).isEqualTo(story.share());
        var oracle = new Carried();
        story.log().forEach(oracle::hears);
        assertThat(oracle.count()).isEqualTo(1);
    }

    private static Case returned(Case.Saying security) {
        return returned(plan(security(Role.SECURITY, Mode.BINDING, "R00")), security);
    }

    private static Case returned(ApprovalPlan plan, Case.Saying security) {
        return Case.submitted(plan).holderSays("T1", security)
                .holderSays("T2", (id, r) -> new ReturnForChanges(id, r, "say more"));
    }

    private static ApprovalPlan plan(PlannedTask first) {
        return new Plans().add(first).owner().signatories().plan();
    }

    private static PlannedTask security(Role role, Mode mode, String... rules) {
        var t = new Plans().add(Plans.HOLDER, Side.SUPPLIER, role, mode, Stage.CONFIRM, "holder.security", false, 10)
                .plan().tasks().getFirst();
        return new PlannedTask(t.taskId(), t.organisationId(), t.side(), t.role(), t.mode(), t.stage(), t.assignee(),
                t.backups(), t.escalation(), t.vacant(), t.floor(), t.slaWorkingDays(), t.calendar(),
                Optional.empty(), List.of(rules).stream().map(rule -> new Reason(rule, 1, "why", "law",
                        Map.of())).toList());
    }

    private static List<DecisionCarriedForward> carried(Case story) {
        return story.fresh().stream().filter(DecisionCarriedForward.class::isInstance)
                .map(DecisionCarriedForward.class::cast).toList();
    }
}
