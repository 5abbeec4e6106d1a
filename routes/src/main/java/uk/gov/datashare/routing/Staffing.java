package uk.gov.datashare.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Organisation.RoleHolding;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.routing.Demand.Whom;
import uk.gov.datashare.routing.RuleFile.Always;

/**
 * Finds a person for each demand. Nobody answers one request twice (R35), and a role that nobody holds goes to the escalation
 * contact (R36): a demand may change hands, but it is never dropped.
 */
final class Staffing {

    /** One answer that somebody gives: the same person may own two assets, and nothing else besides. */
    private record Duty(String organisationId, Role role) {

        static Duty of(Whom whom) {
            return new Duty(whom.organisation().id(),
                    whom.role() == Role.INFORMATION_ASSET_OWNER ? Role.DATA_OWNER : whom.role());
        }
    }

    /** Who takes a demand on. */
    private record Taken(Demand demand, List<RoleHolder> candidates, String assignee, Optional<Reason> stepIn,
            boolean vacant) {}

    private final RuleFile file;
    private final Asked asked;
    private final Map<String, Duty> duties = new HashMap<>();

    Staffing(RuleFile file, Asked asked) {
        this.file = file;
        this.asked = asked;
    }

    /** A task for each demand, numbered in their order. */
    List<PlannedTask> staff(List<Demand> demands) {
        List<Taken> taken = demands.stream().map(this::take).toList();
        var tasks = new ArrayList<PlannedTask>();
        taken.forEach(one -> tasks.add(task("T" + (tasks.size() + 1), one)));
        return List.copyOf(tasks);
    }

    private Taken take(Demand demand) {
        List<RoleHolder> candidates = candidates(demand.whom());
        Optional<RoleHolder> free = candidates.stream().filter(person -> isFree(person, demand)).findFirst();
        boolean first = free.isPresent() && free.equals(candidates.stream().findFirst());
        Optional<Reason> stepIn = first
                ? Optional.empty()
                : Optional.of(candidates.isEmpty()
                        ? vacancy(demand.whom())
                        : reason(file.staffing().conflict(), demand.whom()));
        String assignee = free.map(RoleHolder::personId).orElse(demand.whom().organisation().escalationContact());
        if (demand.mode() != Mode.NOTIFY_ONLY) {
            duties.putIfAbsent(identity(demand.whom().organisation(), assignee), Duty.of(demand.whom()));
        }
        return new Taken(demand, candidates, assignee, stepIn, candidates.isEmpty());
    }

    /** The holder and those who stand in, in order, as far as they are registered and in post; nobody where the role is vacant. */
    private List<RoleHolder> candidates(Whom whom) {
        Stream<String> holders = whom.organisation()
                .holding(whom.role() == Role.INFORMATION_ASSET_OWNER ? Role.DATA_OWNER : whom.role()).stream()
                .flatMap(Staffing::inOrder);
        return Stream.concat(whom.owner().stream(), holders).distinct()
                .flatMap(id -> whom.organisation().person(id).stream())
                .filter(person -> asked.today().flatMap(day -> person.until().filter(day::isAfter)).isEmpty()).toList();
    }

    private static Stream<String> inOrder(RoleHolding holding) {
        return Stream.concat(Stream.of(holding.holder()), holding.backups().stream());
    }

    private boolean isFree(RoleHolder person, Demand demand) {
        Duty other = duties.get(identity(person));
        return demand.mode() == Mode.NOTIFY_ONLY || other == null || other.equals(Duty.of(demand.whom()));
    }

    private PlannedTask task(String id, Taken taken) {
        Whom whom = taken.demand().whom();
        Organisation organisation = whom.organisation();
        List<String> backups = taken.candidates().stream()
                .filter(person -> !person.personId().equals(taken.assignee()) && isFree(person, taken.demand()))
                .map(RoleHolder::personId)
                .toList();
        List<Reason> reasons = Stream.concat(taken.demand().reasons().stream(), taken.stepIn().stream()).toList();
        return new PlannedTask(id, organisation.id(), whom.side(), whom.role(), taken.demand().mode(),
                taken.demand().stage(), taken.assignee(), backups,
                organisation.escalationContact(), taken.vacant(), taken.demand().floor(),
                taken.demand().within().orElse(workingDays(whom)),
                organisation.calendar(), organisation.policies().absence(), reasons);
    }

    private int workingDays(Whom whom) {
        Map<Role, Integer> own = whom.organisation().policies().slaWorkingDays();
        return own.getOrDefault(whom.role(),
                file.answerWithin().byRole().getOrDefault(whom.role(), file.answerWithin().usual()));
    }

    private Reason vacancy(Whom whom) {
        return reason(file.staffing().vacancy(), whom);
    }

    private Reason reason(Always always, Whom whom) {
        String text = Wording.filled(always.text().replace("{role}", whom.role().words()), asked);
        return new Reason(always.id(), always.version(), text, always.citation(), Map.of("role", whom.role().words()));
    }

    private static String identity(Organisation organisation, String personId) {
        return organisation.person(personId).map(Staffing::identity).orElse(personId);
    }

    /** Somebody registered twice is still one person: the address tells. */
    private static String identity(RoleHolder person) {
        return person.email().toLowerCase(Locale.ROOT);
    }
}
