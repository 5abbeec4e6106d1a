package uk.gov.datashare.connectors.registry;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import uk.gov.datashare.connectors.registry.RecordDifferences.Difference;
import uk.gov.datashare.connectors.registry.Registry.Holder;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Status;
import uk.gov.datashare.contracts.RegistryChange;
import uk.gov.datashare.contracts.RegistryChange.Applied;
import uk.gov.datashare.contracts.RegistryChange.Confirm;
import uk.gov.datashare.contracts.RegistryChange.Propose;
import uk.gov.datashare.contracts.RegistryChange.Proposed;
import uk.gov.datashare.contracts.RegistryChange.Refused;
import uk.gov.datashare.contracts.RegistryChange.Told;
import uk.gov.datashare.contracts.Role;

/**
 * Judges changes of the registry: nothing changes on one person's word. Pure: the same question about the same state of the
 * registry has the same answer, and a change that was applied already is answered as applied again.
 */
public final class DualControl {

    /** What an organisation needs before it takes part, be it as supplier or as acquirer. */
    public static final Set<Role> NEEDED = Set.of(Role.DATA_SHARE_LEAD, Role.DATA_OWNER, Role.DPO, Role.SIRO,
            Role.SIGNATORY);

    private final Registry registry;
    private final LocalDate today;

    /**
     * A judge for one moment.
     *
     * @param registry the registry as it is, the newest changes included
     * @param today    the day in London, by which somebody is in post or has left
     */
    public DualControl(Registry registry, LocalDate today) {
        this.registry = registry.now();
        this.today = requireNonNull(today);
    }

    /** Whether a proposal is in order, and may wait for its confirmation. */
    public Told judge(Propose asked) {
        List<String> against = objections(asked);
        if (!against.isEmpty()) {
            return new Refused(asked.changeId(), asked.organisationId(), asked.proposedBy(), against);
        }
        return new Proposed(asked.changeId(), asked.organisationId(), asked.baseVersion(),
                MessageJson.hash(asked.organisation()),
                RecordDifferences.between(held(asked), asked.organisation()).stream().map(Difference::place).toList(),
                asked.proposedBy(), asked.reason());
    }

    /** What becomes of a change when somebody confirms it. */
    public Told judge(Confirm confirming, Propose asked) {
        Optional<Holder> person = registry.person(confirming.confirmedBy());
        List<String> against = new ArrayList<>(objections(asked));
        against.addAll(strangers(confirming.confirmedBy(), "confirms"));
        person.ifPresent(holder -> against.addAll(unfit(holder, asked)));
        Optional<String> right = person.flatMap(holder -> Authority.of(holder, before(asked), asked.organisation()));
        if (right.isEmpty()) {
            against.add(confirming.confirmedBy() + " may not confirm this change: a registry steward may"
                    + (before(asked).filter(old -> !Authority.standingChanges(old, asked.organisation())).isPresent()
                            ? ", or the organisation's data share lead or escalation contact"
                            : ""));
        }
        return against.isEmpty()
                ? new Applied(asked.changeId(), asked.organisationId(), asked.organisation().version(),
                        MessageJson.hash(asked.organisation()), asked.proposedBy(), confirming.confirmedBy(),
                        right.orElseThrow())
                : new Refused(asked.changeId(), asked.organisationId(), confirming.confirmedBy(), against);
    }

    private List<String> unfit(Holder confirming, Propose asked) {
        List<String> against = new ArrayList<>();
        String id = confirming.person().personId();
        boolean same = id.equals(asked.proposedBy()) || registry.person(asked.proposedBy())
                .filter(proposer -> folded(proposer).equals(folded(confirming))).isPresent();
        if (same) {
            against.add(id + " proposed this change, and cannot confirm it");
        }
        if (Authority.beneficiaries(before(asked), asked.organisation()).contains(id)) {
            against.add(id + " gains or loses by this change, and cannot confirm it");
        }
        return against;
    }

    private List<String> objections(Propose asked) {
        List<String> against = new ArrayList<>(strangers(asked.proposedBy(), "proposes"));
        Organisation changed = asked.organisation();
        if (!RegistryChange.id(changed, asked.proposedBy()).equals(asked.changeId())) {
            against.add("the change's id is not that of what is in it");
        }
        if (isApplied(asked)) {
            return against;
        }
        int current = held(asked).map(Organisation::version).orElse(0);
        if (asked.baseVersion() != current) {
            against.add(changed.id() + ": version " + current + " is current, and the change starts from version "
                    + asked.baseVersion() + "; look at the record as it is now, and propose again");
        }
        if (changed.version() != asked.baseVersion() + 1) {
            against.add(changed.id() + ": a change of version " + asked.baseVersion() + " makes version "
                    + (asked.baseVersion() + 1));
        }
        against.addAll(OrganisationCheck.newProblems(registry.organisations(), changed));
        joining(held(asked), changed).ifPresent(against::add);
        return against;
    }

    private static Optional<String> joining(Optional<Organisation> before, Organisation after) {
        boolean joins = after.status() == Status.ACTIVE && before.map(Organisation::status)
                .filter(status -> status == Status.ACTIVE).isEmpty();
        List<Role> missing = after.type() == Organisation.Type.CENTRAL_BODY
                ? List.of()
                : NEEDED.stream().filter(role -> after.holding(role).isEmpty()).sorted().toList();
        return joins && !missing.isEmpty()
                ? Optional.of(after.id() + ": before it takes part, somebody must hold " + missing)
                : Optional.empty();
    }

    private List<String> strangers(String personId, String does) {
        Optional<Holder> known = registry.person(personId);
        if (known.isEmpty()) {
            return List.of("whoever " + does + " is not registered: " + personId);
        }
        return Authority.inPost(known.get().person(), today)
                ? List.of()
                : List.of(personId + " has left, and no longer " + does);
    }

    /** The registry has what is proposed already: the change went through, and the hub was stopped before it knew. */
    private boolean isApplied(Propose asked) {
        return held(asked).equals(Optional.of(asked.organisation()));
    }

    /** The record that the change starts from; of one that went through already, nobody knows it any more. */
    private Optional<Organisation> before(Propose asked) {
        return held(asked);
    }

    private Optional<Organisation> held(Propose asked) {
        return registry.organisation(asked.organisationId());
    }

    private static String folded(Holder holder) {
        return holder.person().email().toLowerCase(Locale.ROOT);
    }
}
