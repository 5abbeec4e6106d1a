package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.process.ApprovalsByMail.Way;

/** The letter with a code, and what other letters say of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfirmLettersTest {

    private static Letter confirm(Evidence.Assurance assurance) {
        var evidence = new Evidence(Evidence.Channel.EMAIL, "<9@attacker.example.invalid>", "e".repeat(64), "approve",
                assurance);
        return Story.begin().and(Sample.submitted(1, Sample.proposal("Bridges", "Heights of bridges", false)))
                .and(Everything.sought("T3", Sample.OWNER))
                .and(new ConfirmationSought("T3", Sample.OWNER, Optional.of(Outcome.APPROVE_WITH_CONDITIONS),
                        Optional.of("for a year"), "c".repeat(64), Sample.DUE, evidence))
                .last().getFirst();
    }

    @Test
    void it_goes_to_the_approver_on_record_and_names_the_mail_that_it_confirms() {
        Letter letter = confirm(Evidence.Assurance.MEDIUM);
        assertThat(letter.kind()).isEqualTo(Letter.Kind.CONFIRM);
        assertThat(letter.recipient()).isEqualTo(Sample.OWNER);
        assertThat(letter.reply().flatMap(Letter.Reply::confirms)).contains("e".repeat(64));
        assertThat(letter.inReplyTo()).isPresent();
    }

    @Test
    void it_says_what_was_understood_and_what_to_write_and_leaves_the_code_to_the_sender() {
        Letter letter = confirm(Evidence.Assurance.MEDIUM);
        assertThat(letter.text()).contains("approved with conditions", "for a year", "could not be proved")
                .contains("confirm " + Letter.CONFIRMATION_CODE).doesNotContain("attacker");
        assertThat(letter.html()).contains("confirm%20" + Letter.CONFIRMATION_CODE);
        assertThat(confirm(Evidence.Assurance.HIGH).text()).contains("always has to be confirmed");
    }

    @ParameterizedTest
    @EnumSource
    void whoever_is_asked_is_told_how_far_a_mail_goes_where_it_does_not_go_all_the_way(Way way) {
        Draft draft = Draft.about("T3", Template.TASK, "Approval needed", Sample.OWNER)
                .expecting(Draft.Expects.DECISION);
        assertThat(draft.under(way).said().containsKey("byMail")).isEqualTo(way != Way.PLAIN);
        assertThat(Draft.about("T3", Template.NOTICE, "For information", Sample.OWNER).under(way).said())
                .isEqualTo(Map.of());
    }

    @Test
    void where_no_yes_can_be_given_none_is_offered() {
        for (PlannedTask task : Sample.submitted(1, Sample.proposal("Bridges", "Heights", false)).plan().tasks()) {
            assertThat(Choice.decisions(task, "subject", Way.REFUSAL_ONLY)).extracting(Choice::words)
                    .doesNotContain("approve", "sign", "approve with conditions:").contains("reject:");
            assertThat(Choice.decisions(task, "subject", Way.CONFIRMED)).hasSameSizeAs(
                    Choice.decisions(task, "subject", Way.PLAIN));
        }
    }
}
