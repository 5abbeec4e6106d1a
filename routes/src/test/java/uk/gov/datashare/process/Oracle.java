package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportLeaver;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.ArrangementExpired;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.DocumentSigned;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted;
import uk.gov.datashare.contracts.ShareEvent.RequestAgreed;
import uk.gov.datashare.contracts.ShareEvent.RequestLapsed;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.RequestRejected;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;

/**
 * Reads a log as somebody would who knows the rules and nothing of the process: it keeps who was asked last with which token,
 * who has decided and what came in, each in a plain map, and objects to whatever should never have happened.
 */
final class Oracle {

    private record Asked(String person, String tokenDigest) {}

    private final Map<String, PlannedTask> plan = new HashMap<>();
    private final Map<String, Asked> asked = new HashMap<>();
    private final Map<String, DecisionTaken> decided = new HashMap<>();
    private final Set<String> signed = new HashSet<>();
    private final Set<String> vacant = new HashSet<>();
    private final Confirmed confirmed = new Confirmed();
    private final Carried carried = new Carried();
    private int version;
    private String contentHash = "";
    private String documentHash = "";
    private boolean over;
    private boolean live;

    /** Looks at what one command, or the passing of time, led to. */
    void hears(Optional<ShareCommand> command, List<RecordedEvent> events) {
        events.forEach(event -> hears(command, event));
    }

    private void hears(Optional<ShareCommand> command, RecordedEvent recorded) {
        var event = recorded.event();
        assertThat(over && !(event instanceof ReplyNotCounted)).as("closed stays closed: %s", event).isFalse();
        assertThat(live && !(event instanceof ReplyNotCounted || event instanceof ArrangementExpired))
                .as("what is in force only expires: %s", event).isFalse();
        confirmed.hears(recorded);
        carried.hears(recorded);
        switch (event) {
            case RequestSubmitted e -> submitted(recorded, e);
            case ApprovalSought e -> asked.put(e.taskId(), new Asked(e.to(), e.tokenDigest()));
            case TaskEscalated e -> escalated(command, e);
            case TaskDelegated e -> asked.put(e.taskId(), new Asked(e.to(), e.tokenDigest()));
            case StageOpened e -> opened(e.stage());
            case RoleLooksVacant e -> vacant(command, e);
            case DecisionTaken e -> decided(reply(command), recorded, e);
            case RequestAgreed _ -> agreed();
            case DocumentIssued e -> documentHash = e.documentHash();
            case DocumentSigned e -> signed(reply(command), recorded, e);
            case ArrangementActivated _ -> activated();
            case RequestRejected _,RequestWithdrawn _,RequestLapsed _,RequestRefused _,ArrangementExpired _ ->
                over = true;
            default -> assertThat(event).isNotNull();
        }
    }

    /** Only a machine's report, a holder's word or time moves a task, and only to somebody whom its plan names. */
    private void escalated(Optional<ShareCommand> command, TaskEscalated e) {
        assertThat(switch (e.why()) {
            case AWAY -> command.orElseThrow() instanceof ReportAway;
            case NOT_REACHED -> command.orElseThrow() instanceof ReportBounce;
            case NOT_THEIRS -> command.orElseThrow() instanceof Disclaim;
            case LEFT_THE_POST -> command.orElseThrow() instanceof ReportLeaver;
            case SILENT -> command.isEmpty();
        }).as("%s after %s", e, command).isTrue();
        assertThat(e.to()).isNotEqualTo(e.from());
        assertThat(Stream.of(plan(e.taskId()).backups().stream(), Stream.of(plan(e.taskId()).escalation()),
                successors(command)).flatMap(people -> people)).contains(e.to());
        asked.put(e.taskId(), new Asked(e.to(), e.tokenDigest()));
    }

    private static Stream<String> successors(Optional<ShareCommand> command) {
        return command.stream().filter(ReportLeaver.class::isInstance).map(ReportLeaver.class::cast)
                .flatMap(leaver -> leaver.successors().stream());
    }

    private void vacant(Optional<ShareCommand> command, RoleLooksVacant e) {
        assertThat(vacant.add(e.organisationId() + e.role() + e.holder())).as("%s twice", e).isTrue();
        assertThat(command.filter(c -> !(c instanceof ReportAway || c instanceof ReportBounce
                || c instanceof ReportLeaver)))
                .as("%s after what a person said", e).isEmpty();
    }

    private static FromReply reply(Optional<ShareCommand> command) {
        assertThat(command).as("only a reply decides").containsInstanceOf(FromReply.class);
        return (FromReply) command.orElseThrow();
    }

    private void submitted(RecordedEvent recorded, RequestSubmitted e) {
        assertThat(recorded.version()).as("versions only rise").isGreaterThan(version);
        version = recorded.version();
        contentHash = e.contentHash();
        plan.clear();
        asked.clear();
        decided.clear();
        signed.clear();
        e.plan().tasks().forEach(task -> plan.put(task.taskId(), task));
    }

    private void opened(Stage stage) {
        plan.values().stream()
                .filter(task -> task.stage().compareTo(stage) < 0 && task.stage() != Stage.TRIAGE)
                .filter(task -> task.mode() == Mode.BINDING)
                .forEach(task -> assertThat(saidYes(task)).as("%s opened without %s", stage, task.taskId()).isTrue());
    }

    private void decided(FromReply reply, RecordedEvent recorded, DecisionTaken e) {
        assertThat(decided.put(e.taskId(), e)).as("%s decided twice", e.taskId()).isNull();
        assertThat(carried.outcome(e.taskId())).as("%s decided after it was carried", e.taskId()).isEmpty();
        assertThat(e.contentHash()).isEqualTo(plan(e.taskId()).stage() == Stage.SIGN ? documentHash : contentHash);
        counts(reply, recorded, e.taskId(), e.by());
        confirmed.counts(reply, recorded.at(), e.taskId(), Optional.of(e.outcome()), e.evidence(), e.confirmation());
    }

    private void signed(FromReply reply, RecordedEvent recorded, DocumentSigned e) {
        assertThat(signed.add(e.taskId())).as("%s signed twice", e.taskId()).isTrue();
        assertThat(plan(e.taskId()).stage()).isEqualTo(Stage.SIGN);
        assertThat(e.documentHash()).isEqualTo(documentHash);
        counts(reply, recorded, e.taskId(), e.by());
        confirmed.counts(reply, recorded.at(), e.taskId(), Optional.empty(), e.evidence(), e.confirmation());
    }

    /** The right person, with the token that they were last given, about this version, and surely they. */
    private void counts(FromReply command, RecordedEvent recorded, String taskId, String by) {
        var reply = command.reply();
        assertThat(recorded.version()).isEqualTo(version);
        assertThat(reply.taskId()).isEqualTo(taskId);
        assertThat(reply.by()).contains(by);
        assertThat(asked).containsEntry(taskId, new Asked(by, reply.tokenDigest()));
        assertThat(reply.evidence().assurance()).isNotEqualTo(Assurance.LOW);
    }

    private void agreed() {
        assertThat(plan.values().stream()
                .filter(task -> task.mode() == Mode.BINDING)
                .filter(task -> task.stage() != Stage.TRIAGE && task.stage() != Stage.SIGN))
                .isNotEmpty()
                .allMatch(this::saidYes);
    }

    private void activated() {
        assertThat(documentHash).isNotEmpty();
        assertThat(plan.values().stream().filter(task -> task.stage() == Stage.SIGN))
                .isNotEmpty()
                .allMatch(task -> task.mode() == Mode.NOTIFY_ONLY || signed.contains(task.taskId()));
        agreed();
        live = true;
    }

    private boolean saidYes(PlannedTask task) {
        return Optional.ofNullable(decided.get(task.taskId())).map(DecisionTaken::outcome)
                .or(() -> carried.outcome(task.taskId())).filter(said -> switch (said) {
                    case APPROVE, APPROVE_WITH_CONDITIONS -> true;
                    case REJECT, RETURN_FOR_CHANGES, NO_OBJECTION, OBJECTION -> false;
                }).isPresent();
    }

    private PlannedTask plan(String taskId) {
        assertThat(plan).containsKey(taskId);
        return requireNonNull(plan.get(taskId));
    }
}
