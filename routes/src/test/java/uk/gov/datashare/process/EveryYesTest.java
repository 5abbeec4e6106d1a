package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;

/**
 * Once the rules have put somebody's yes into a plan, there is no agreement without it: every combination of what everybody
 * can answer, or leave unanswered, is played through.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryYesTest {

    /** What somebody does with their task. */
    private enum Answer {
        APPROVE, APPROVE_WITH_CONDITIONS, REJECT, RETURN, ASK, SIGN, UNCLEAR, AWAY, NOT_REACHED, NOT_ME, SOMEBODY_ELSE_APPROVES, SILENCE;

        boolean isYes() {
            return this == APPROVE || this == APPROVE_WITH_CONDITIONS;
        }
    }

    private static final List<String> ASKED = List.of("T1", "T2", "T3", "T4");
    private static final List<String> BINDING = List.of("T1", "T2", "T4");

    /** T1 share lead, T2 owner, T3 the DPO's view, T4 the SIRO, T5 and T6 the signatories. */
    private static final ApprovalPlan PLAN = new Plans().lead().owner()
            .add(Plans.HOLDER, Side.SUPPLIER, Role.DPO, Mode.ADVISORY, Stage.EXPERT, "holder.dpo", true, 10)
            .add(Plans.HOLDER, Side.SUPPLIER, Role.SIRO, Mode.BINDING, Stage.RISK, "holder.siro", true, 10)
            .signatories().plan();

    @Test
    void no_combination_of_answers_leads_to_agreement_without_every_yes_that_binds() {
        int combinations = (int) Math.pow(Answer.values().length, ASKED.size());
        var agreed = new ArrayList<List<Answer>>();
        for (int i = 0; i < combinations; i++) {
            List<Answer> answers = answers(i);
            if (isAgreed(answers)) {
                agreed.add(answers);
            }
        }
        System.out.printf("%,d combinations of answers, of which %,d lead to an agreement%n", combinations,
                agreed.size());
        assertThat(agreed).isNotEmpty().allSatisfy(answers -> assertThat(BINDING)
                .allMatch(task -> answers.get(ASKED.indexOf(task)).isYes()));
    }

    private static List<Answer> answers(int number) {
        int kinds = Answer.values().length;
        return IntStream.range(0, ASKED.size())
                .mapToObj(task -> Answer.values()[number / (int) Math.pow(kinds, task) % kinds]).toList();
    }

    private static boolean isAgreed(List<Answer> answers) {
        var story = Case.submitted(PLAN);
        for (String task : ASKED) {
            if (!(story.share() instanceof Share.InHand) || story.task(task).holding().isEmpty()) {
                return false;
            }
            play(story, task, answers.get(ASKED.indexOf(task)));
        }
        return story.share() instanceof Share.Signing || story.share() instanceof Share.Live;
    }

    private static void play(Case story, String task, Answer answer) {
        switch (answer) {
            case APPROVE -> story.holderSays(task, Approve::new);
            case APPROVE_WITH_CONDITIONS ->
                story.holderSays(task, (id, reply) -> new ApproveWithConditions(id, reply, "kept for a year at most"));
            case REJECT -> story.holderSays(task, (id, reply) -> new Reject(id, reply, Optional.of("not needed")));
            case RETURN -> story.holderSays(task, (id, reply) -> new ReturnForChanges(id, reply, "say why"));
            case ASK -> story.holderSays(task, (id, reply) -> new AskQuestion(id, reply, "For how long?"));
            case SIGN -> story.holderSays(task, (id, reply) -> new Sign(id, reply, Optional.empty()));
            case UNCLEAR -> story.holderSays(task, (id, reply) -> new ReportUnclear(id, reply, "two answers"));
            case AWAY ->
                story.holderSays(task, (id, reply) -> new ReportAway(id, reply, Optional.empty(), Optional.empty()));
            case NOT_REACHED -> story.holderSays(task, (id, reply) -> new ReportBounce(id, reply, true));
            case NOT_ME -> story.holderSays(task, (id, reply) -> new Disclaim(id, reply, Optional.empty()));
            case SOMEBODY_ELSE_APPROVES -> story.says(task, "somebody.else", Approve::new);
            case SILENCE -> IntStream.range(0, 6)
                    .forEach(_ -> story.at(story.now().plus(Duration.ofDays(16))).sweeps());
        }
    }
}
