package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;

/** The oracle's memory of codes: what was asked for last, of whom, until when, and how many wrong ones came. */
final class Confirmed {

    private final Map<String, ConfirmationSought> sought = new HashMap<>();
    private final Map<String, Integer> wrong = new HashMap<>();

    void hears(RecordedEvent recorded) {
        switch (recorded.event()) {
            case RequestSubmitted _ -> sought.clear();
            case ApprovalSought e -> sought.remove(e.taskId());
            case TaskEscalated e -> sought.remove(e.taskId());
            case TaskDelegated e -> sought.remove(e.taskId());
            case ConfirmationSought e -> {
                sought.put(e.taskId(), e);
                wrong.put(e.taskId(), 0);
            }
            case ReplyNotCounted e when e.why() == NotCountedBecause.WRONG_CODE ->
                wrong.merge(e.taskId(), 1, Integer::sum);
            default -> assertThat(recorded.event()).isNotNull();
        }
    }

    /** Surely they said it, or they confirmed it in time, with the code of the mail that counts. */
    void counts(FromReply command, Instant at, String taskId, Optional<Outcome> outcome, Evidence evidence,
            Optional<Evidence> confirmation) {
        if (command instanceof Confirm confirm) {
            assertThat(sought).containsKey(taskId);
            var last = requireNonNull(sought.get(taskId));
            assertThat(confirm.codeDigest()).isEqualTo(last.codeDigest());
            assertThat(outcome).isEqualTo(last.outcome());
            assertThat(evidence).isEqualTo(last.evidence());
            assertThat(confirmation).contains(confirm.reply().evidence());
            assertThat(at).isBeforeOrEqualTo(last.until());
            assertThat(wrong.get(taskId)).isLessThan(3);
        } else {
            assertThat(evidence.assurance()).isEqualTo(Assurance.HIGH);
            assertThat(confirmation).isEmpty();
        }
    }
}
