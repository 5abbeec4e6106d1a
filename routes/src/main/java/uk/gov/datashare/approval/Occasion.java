package uk.gov.datashare.approval;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolding;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;

/**
 * What there is to write about, and all that may be looked up for it.
 *
 * @param recorded what happened
 * @param file     the case up to and with that event
 * @param registry who is who
 */
record Occasion(RecordedEvent recorded, CaseFile file, Registry registry) {

    int version() {
        return recorded.version();
    }

    /** What was submitted as the version that the event is about; empty when the hub refused to carry it. */
    Optional<RequestSubmitted> submission() {
        return file.submission(version());
    }

    Optional<PlannedTask> task(String taskId) {
        return file.task(version(), taskId);
    }

    /** Who holds the task now, if anybody was asked yet. */
    Optional<CaseFile.Asked> holder(String taskId) {
        return file.holder(version(), taskId);
    }

    /** The letter in which this person was last asked about the task: where a thread goes on. */
    Optional<String> thread(String taskId, String person) {
        return file.lastAsked(version(), taskId, person).map(CaseFile.Asked::letterId);
    }

    /** Hash of what the holder of a task is shown: the document for a signature, else the proposal; empty without either. */
    Optional<String> shownHash(PlannedTask task) {
        return task.stage() == Stage.SIGN
                ? file.document(version()).map(DocumentIssued::documentHash)
                : submission().map(RequestSubmitted::contentHash);
    }

    /** An organisation's name: as the registry has it, else as the request had it, else its id. */
    String nameOf(String organisationId) {
        return Plain.text(registry.organisation(organisationId)
                .map(Organisation::name)
                .or(() -> parties().filter(party -> party.organisationId().equals(organisationId))
                        .map(Party::name)
                        .findFirst())
                .orElse(organisationId));
    }

    /** A task's holder in words that name nobody: {@code data protection officer, Home Office}. */
    String post(String taskId) {
        return task(taskId).map(task -> task.role().words() + ", " + nameOf(task.organisationId()))
                .orElse("task " + taskId);
    }

    /** The share leads of all parties, each once; where a party has none, whoever stands in for its vacant roles. */
    List<String> shareLeads() {
        return parties().flatMap(party -> shareLead(party.organisationId()).stream())
                .distinct()
                .toList();
    }

    private Stream<Party> parties() {
        return file.cover().stream().flatMap(cover -> cover.parties().stream());
    }

    Optional<String> shareLead(String organisationId) {
        return registry.organisation(organisationId)
                .map(organisation -> organisation.holding(Role.DATA_SHARE_LEAD)
                        .map(RoleHolding::holder)
                        .orElse(organisation.escalationContact()));
    }
}
