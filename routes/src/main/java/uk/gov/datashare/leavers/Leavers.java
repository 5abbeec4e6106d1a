package uk.gov.datashare.leavers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.cases.TaskSoFar;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.DataAsset;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Organisation.RoleHolding;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareCommand.ReportLeaver;

/** Whose open tasks the registry does not name them for any more. Pure; what follows is for the process to say. */
final class Leavers {

    private Leavers() {}

    /** Everybody who has left a post while a case waits for them in it, or for their answer to a question. */
    static List<ReportLeaver> in(CaseSoFar now, Registry registry, LocalDate today) {
        return now.isOver()
                ? List.of()
                : now.tasks().values().stream().filter(TaskSoFar::isAwaited)
                        .flatMap(task -> in(now, task, registry, today)).toList();
    }

    private static Stream<ReportLeaver> in(CaseSoFar now, TaskSoFar task, Registry registry, LocalDate today) {
        Stream<String> holder = task.holder().stream()
                .filter(person -> hasLeft(person, task.plan(), registry, today));
        Stream<String> asked = task.question().map(TaskSoFar.Question::askedOf).stream()
                .filter(person -> !isThere(person, registry, today));
        return Stream.concat(holder, asked).distinct()
                .map(person -> new ReportLeaver(now.requestId(), task.plan().taskId(), person,
                        successors(person, task.plan(), registry, today), registry.version()));
    }

    /** Gone altogether; or, of those whom the plan named for their role, not named for it now. A delegate needs no role. */
    private static boolean hasLeft(String person, PlannedTask task, Registry registry, LocalDate today) {
        if (!isThere(person, registry, today)) {
            return true;
        }
        boolean forTheirRole = !task.vacant()
                && (person.equals(task.assignee()) || task.backups().contains(person));
        return forTheirRole && registry.organisation(task.organisationId())
                .filter(organisation -> !isNamed(person, task.role(), organisation)).isPresent();
    }

    private static boolean isThere(String person, Registry registry, LocalDate today) {
        return registry.person(person).filter(known -> isInPost(known.person(), today)).isPresent();
    }

    private static boolean isInPost(RoleHolder person, LocalDate today) {
        return person.until().filter(today::isAfter).isEmpty();
    }

    private static boolean isNamed(String person, Role role, Organisation organisation) {
        return organisation.escalationContact().equals(person)
                || organisation.assets().stream().map(DataAsset::owner).anyMatch(Optional.of(person)::equals)
                || holding(role, organisation).flatMap(Leavers::inOrder).anyMatch(person::equals);
    }

    private static List<String> successors(String person, PlannedTask task, Registry registry, LocalDate today) {
        return registry.organisation(task.organisationId()).stream()
                .flatMap(organisation -> Stream.concat(holding(task.role(), organisation).flatMap(Leavers::inOrder),
                        Stream.of(organisation.escalationContact())))
                .filter(named -> !named.equals(person) && isThere(named, registry, today))
                .distinct()
                .toList();
    }

    /** An asset's owner has no role of their own in the registry: where they have left, the data owner follows. */
    private static Stream<RoleHolding> holding(Role role, Organisation organisation) {
        return organisation.holding(role == Role.INFORMATION_ASSET_OWNER ? Role.DATA_OWNER : role).stream();
    }

    private static Stream<String> inOrder(RoleHolding holding) {
        return Stream.concat(Stream.of(holding.holder()), holding.backups().stream());
    }
}
