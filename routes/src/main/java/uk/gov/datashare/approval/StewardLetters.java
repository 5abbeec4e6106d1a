package uk.gov.datashare.approval;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolding;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant.LooksVacantBecause;

/** Letters to whoever keeps an organisation's entry in the registry: what mail tells of who is there, and who is not. */
final class StewardLetters {

    private StewardLetters() {}

    static List<Draft> looksVacant(Occasion on, RoleLooksVacant vacant) {
        return steward(on, vacant.organisationId(), vacant.holder())
                .map(steward -> Draft.aboutCase(Template.LOOKS_VACANT, "A role looks vacant", steward)
                        .saying("role", vacant.role().words() + ", " + on.nameOf(vacant.organisationId()))
                        .saying("why", why(vacant.why()))
                        .saying("until", vacant.until().map(When::day))
                        .saying("holder", vacant.holder()))
                .map(List::of)
                .orElse(List.of());
    }

    /** Of a cover who is not registered for the task the steward is told, once; a registered one is simply asked. */
    static List<Draft> cover(Occasion on, ApproverAway away) {
        boolean isNews = on.file().absences(away.taskId(), away.to()).stream()
                .filter(told -> told.cover().equals(away.cover())).count() == 1;
        return away.cover().filter(_ -> isNews)
                .flatMap(cover -> on.task(away.taskId()).filter(task -> !isRegistered(task, cover))
                        .flatMap(task -> steward(on, task.organisationId(), away.to())
                                .map(steward -> Draft.aboutCase(Template.COVER, "Somebody to stand in", steward)
                                        .saying("role", on.post(away.taskId()))
                                        .saying("until", away.until().map(When::day))
                                        .saying("cover", cover)
                                        .saying("holder", away.to()))))
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean isRegistered(PlannedTask task, String cover) {
        return task.backups().contains(cover) || task.escalation().equals(cover) || task.assignee().equals(cover);
    }

    /** The registry's steward, else the data share lead, else the escalation contact; but not who is away or not reached. */
    private static Optional<String> steward(Occasion on, String organisationId, String not) {
        return on.registry().organisation(organisationId).stream()
                .flatMap(StewardLetters::inOrder)
                .filter(person -> !person.equals(not))
                .findFirst();
    }

    private static Stream<String> inOrder(Organisation organisation) {
        return Stream.concat(
                Stream.of(Role.REGISTRY_STEWARD, Role.DATA_SHARE_LEAD)
                        .flatMap(role -> organisation.holding(role).map(RoleHolding::holder).stream()),
                Stream.of(organisation.escalationContact()));
    }

    private static String why(LooksVacantBecause why) {
        return switch (why) {
            case NOT_REACHED -> "letters to whoever is registered come back";
            case AWAY -> "the mailbox of whoever is registered tells of a long absence, or of one without an end";
            case LEFT_THE_POST -> "whoever was registered has left the post, and nobody else is registered for it";
            case SILENT -> "neither whoever is registered nor who stands in for them has answered";
        };
    }
}
