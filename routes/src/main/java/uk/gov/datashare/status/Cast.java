package uk.gov.datashare.status;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.cases.TaskSoFar;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Party;

/** Who is who in a case, in words: organisations and roles, and never a person. */
record Cast(CaseSoFar share) {

    Cast {
        requireNonNull(share);
    }

    /** The holder of a task, to begin a sentence with: {@code The data owner of Ofsted}. */
    String holder(String taskId) {
        return capital(holderWithin(taskId));
    }

    /** The same within a sentence. */
    String holderWithin(String taskId) {
        return share.task(taskId).map(TaskSoFar::plan).map(this::holder).orElse("whoever was asked");
    }

    private String holder(PlannedTask task) {
        String role = "the " + task.role().words();
        // A central body goes by its role: nobody knows the review board by its organisation.
        return task.side() == Side.CENTRAL ? role : role + " of " + organisation(task.organisationId());
    }

    /** What the holder of a task was asked for. */
    String wish(String taskId) {
        return share.task(taskId).map(TaskSoFar::plan).map(Cast::wish).orElse("answer");
    }

    private static String wish(PlannedTask task) {
        if (task.stage() == Stage.SIGN) {
            return "sign";
        }
        if (task.stage() == Stage.TRIAGE) {
            return "take the request on";
        }
        return task.mode() == Mode.BINDING ? "approve" : "give a view";
    }

    /** What it means that the holder of a task said yes. */
    String yes(String taskId) {
        boolean triages = share.task(taskId).filter(task -> task.plan().stage() == Stage.TRIAGE).isPresent();
        return triages ? "has taken the request on" : "has approved";
    }

    /** An organisation by its name, as the registry had it when the request came in. */
    String organisation(String organisationId) {
        return share.request().stream()
                .flatMap(request -> request.parties().stream())
                .filter(party -> party.organisationId().equals(organisationId))
                .map(Party::name)
                .findFirst().orElse(organisationId);
    }

    /** Who asks for the data. */
    String acquirer() {
        return organisation(share.acquirer());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
