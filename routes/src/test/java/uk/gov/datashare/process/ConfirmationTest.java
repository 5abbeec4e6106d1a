package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.Evidence.Channel;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.Reply;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.process.ApprovalsByMail.Way;

/** A mail that is not quite sure decides only with a code; so does a sure one where that is the rule. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfirmationTest {

    private static final String LEAD = "asker.lead";

    private final Case story = Case.submitted(Plans.small());

    private static Reply mail(Case in, String taskId, String text, Assurance assurance) {
        String person = in.holder(taskId);
        return new Reply(taskId, in.token(taskId, person), Optional.of(person), new Evidence(Channel.EMAIL,
                "<" + text + "@mail.example.invalid>", MessageJson.sha256(text), "one-word", assurance));
    }

    private Case unsure(String text, Case.Saying saying) {
        return story.does(saying.from(Requests.ID, mail(story, "T1", text, Assurance.MEDIUM)));
    }

    private static Case confirms(Case in, String taskId, String text) {
        String code = Tokens.CODES.digest(Requests.ID, 1, taskId, in.holder(taskId), MessageJson.sha256(text));
        return in.does(new Confirm(Requests.ID, mail(in, taskId, "code of " + text, Assurance.MEDIUM), code));
    }

    private static ShareProcess under(String key, Way way) {
        return new ShareProcess(Tokens.DIGESTS, Tokens.CODES, Case.CALENDARS,
                ProcessPolicy.USUAL.with(new ApprovalsByMail(Map.of(key, way))));
    }

    private static void isNotCounted(Case in, NotCountedBecause why) {
        in.then(ReplyNotCounted.class).thenJust(ReplyNotCounted.class, ReplyNotCounted::why, why);
    }

    @Test
    void a_yes_that_is_not_quite_sure_counts_for_nothing_yet() {
        unsure("yes", Approve::new).then(ConfirmationSought.class)
                .thenJust(ConfirmationSought.class, ConfirmationSought::outcome, Optional.of(Outcome.APPROVE))
                .thenJust(ConfirmationSought.class, ConfirmationSought::until, Case.london("2026-06-04T17:00"))
                .isHeldBy("T1", LEAD);
    }

    @Test
    void the_code_makes_it_count_with_the_evidence_of_both_mails() {
        unsure("yes", Approve::new);
        confirms(story, "T1", "yes").then(DecisionTaken.class, StageOpened.class, ApprovalSought.class)
                .thenJust(DecisionTaken.class, taken -> taken.evidence().rawDigest(), MessageJson.sha256("yes"))
                .thenJust(DecisionTaken.class, taken -> taken.confirmation().map(Evidence::rawDigest),
                        Optional.of(MessageJson.sha256("code of yes")));
        story.says("T1", LEAD, (id, r) -> new Confirm(id, r, "0".repeat(64))).thenNothing("they said the same before");
    }

    @Test
    void a_refusal_and_a_signature_are_confirmed_in_the_same_way() {
        unsure("no", (id, r) -> new Reject(id, r, Optional.of("no power"))).then(ConfirmationSought.class);
        confirms(story, "T1", "no").thenJust(DecisionTaken.class, DecisionTaken::comment, Optional.of("no power"));

        var signing = Case.agreed(Plans.small());
        String task = ((Share.InHand) signing.share()).tasks().inHands().findFirst().orElseThrow().id();
        signing.does(new Sign(Requests.ID, mail(signing, task, "sign", Assurance.MEDIUM)))
                .then(ConfirmationSought.class)
                .thenJust(ConfirmationSought.class, ConfirmationSought::outcome, Optional.empty());
        confirms(signing, task, "sign").thenJust(DocumentSigned.class,
                signed -> signed.confirmation().map(Evidence::rawDigest),
                Optional.of(MessageJson.sha256("code of sign")));
    }

    @Test
    void a_newer_answer_takes_the_place_of_the_one_before() {
        unsure("yes", Approve::new);
        unsure("no", (id, r) -> new Reject(id, r, Optional.empty()));
        confirms(story, "T1", "yes");
        isNotCounted(story, NotCountedBecause.WRONG_CODE);
        confirms(story, "T1", "no").thenJust(DecisionTaken.class, DecisionTaken::outcome, Outcome.REJECT);
    }

    @Test
    void three_wrong_codes_make_the_right_one_void_until_another_is_asked_for() {
        unsure("yes", Approve::new);
        for (String wrong : List.of("a", "b", "c")) {
            confirms(story, "T1", wrong);
            isNotCounted(story, NotCountedBecause.WRONG_CODE);
        }
        confirms(story, "T1", "yes");
        isNotCounted(story, NotCountedBecause.WRONG_CODE);
        unsure("yes again", Approve::new).then(ConfirmationSought.class);
        confirms(story, "T1", "yes again").thenJust(DecisionTaken.class, DecisionTaken::outcome, Outcome.APPROVE);
    }

    @Test
    void nobody_can_go_on_guessing() {
        for (int mail = 0; mail < Pending.MOST_SOUGHT; mail++) {
            unsure("yes " + mail, Approve::new).then(ConfirmationSought.class);
        }
        unsure("once more", Approve::new);
        isNotCounted(story, NotCountedBecause.NOT_SURE_WHO);
        story.holderSays("T1", Approve::new).thenJust(DecisionTaken.class, DecisionTaken::outcome, Outcome.APPROVE);
    }

    @Test
    void a_code_is_good_for_three_working_days_and_through_a_reminder() {
        unsure("yes", Approve::new);
        story.timePasses("2026-06-04T17:00");
        assertThat(story.fresh()).allMatch(ApproverReminded.class::isInstance);
        confirms(story, "T1", "yes").thenJust(DecisionTaken.class, DecisionTaken::outcome, Outcome.APPROVE);

        var late = Case.submitted(Plans.small());
        late.does(new Approve(Requests.ID, mail(late, "T1", "yes", Assurance.MEDIUM))).at("2026-06-04T17:01");
        confirms(late, "T1", "yes");
        isNotCounted(late, NotCountedBecause.WRONG_CODE);
    }

    @Test
    void a_code_is_void_once_somebody_else_has_the_task_or_a_question_is_open() {
        unsure("yes", Approve::new);
        story.holderSays("T1", (id, r) -> new Delegate(id, r, "holder.deputy", Optional.empty()))
                .then(TaskDelegated.class)
                .holderSays("T1", (id, r) -> new Delegate(id, r, LEAD, Optional.empty()));
        confirms(story, "T1", "yes");
        isNotCounted(story, NotCountedBecause.WRONG_CODE);

        unsure("yes once more", Approve::new);
        story.holderSays("T1", (id, r) -> new AskQuestion(id, r, "which roads?")).then(QuestionAsked.class);
        confirms(story, "T1", "yes once more");
        isNotCounted(story, NotCountedBecause.WRONG_CODE);
    }

    @Test
    void a_code_of_nobody_knows_whom_and_one_that_nobody_asked_for_do_not_count() {
        confirms(story, "T1", "yes");
        isNotCounted(story, NotCountedBecause.WRONG_CODE);
        unsure("yes", Approve::new);
        story.says("T1", LEAD, Assurance.LOW, (id, r) -> new Confirm(id, r,
                Tokens.CODES.digest(id, 1, "T1", LEAD, MessageJson.sha256("yes"))));
        isNotCounted(story, NotCountedBecause.NOT_SURE_WHO);
        story.says("T1", "holder.owner", (id, r) -> new Confirm(id, r, "0".repeat(64)));
        isNotCounted(story, NotCountedBecause.NOT_YOURS);
    }

    @Test
    void where_the_rule_asks_for_it_even_a_sure_yes_is_to_be_confirmed() {
        var strict = Case.submitted(Plans.small(), under("default", Way.CONFIRMED));
        strict.does(new Approve(Requests.ID, mail(strict, "T1", "yes", Assurance.HIGH))).then(ConfirmationSought.class);
        confirms(strict, "T1", "yes").thenJust(DecisionTaken.class, DecisionTaken::outcome, Outcome.APPROVE);
    }

    @Test
    void where_a_yes_cannot_come_by_mail_a_question_or_a_no_still_can() {
        var closed = Case.submitted(Plans.small(), under("official", Way.REFUSAL_ONLY));
        closed.holderSays("T1", Approve::new);
        isNotCounted(closed, NotCountedBecause.NOT_BY_MAIL);
        closed.holderSays("T1", (id, r) -> new AskQuestion(id, r, "which roads?")).then(QuestionAsked.class);
        closed.holderSays("T1", (id, r) -> new Reject(id, r, Optional.empty()))
                .thenJust(DecisionTaken.class, DecisionTaken::outcome, Outcome.REJECT);
    }

    @Test
    void a_yes_from_their_own_case_system_counts_whatever_is_said_of_mail() {
        for (Way way : List.of(Way.REFUSAL_ONLY, Way.CONFIRMED)) {
            var closed = Case.submitted(Plans.small(), under("default", way));
            var evidence = new Evidence(Channel.TOPIC, "m-1", "a".repeat(64), "case.decided", Assurance.HIGH);
            closed.does(new Approve(Requests.ID,
                    new Reply("T1", closed.token("T1", LEAD), Optional.of(LEAD), evidence)))
                    .thenJust(DecisionTaken.class, DecisionTaken::evidence, evidence);
        }
    }

    @Test
    void the_narrowest_setting_counts_and_one_that_names_nothing_is_refused() {
        var table = new ApprovalsByMail(Map.of("default", Way.CONFIRMED, "official-sensitive", Way.REFUSAL_ONLY,
                "any.data_owner", Way.PLAIN, "officialsensitive.minister", Way.CONFIRMED));
        assertThat(table.on(false, Role.DPO)).isEqualTo(Way.CONFIRMED);
        assertThat(table.on(true, Role.DPO)).isEqualTo(Way.REFUSAL_ONLY);
        assertThat(table.on(true, Role.DATA_OWNER)).isEqualTo(Way.PLAIN);
        assertThat(table.on(true, Role.MINISTER)).isEqualTo(Way.CONFIRMED);
        assertThat(ApprovalsByMail.USUAL.on(true, Role.MINISTER)).isEqualTo(Way.PLAIN);
        for (String wrong : List.of("secret", "official.king", "minister", "any", "default.minister", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ApprovalsByMail(Map.of(wrong, Way.PLAIN))).withMessageContaining("hub.mail");
        }
    }
}
