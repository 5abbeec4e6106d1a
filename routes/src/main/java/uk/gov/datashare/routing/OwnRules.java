package uk.gov.datashare.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.OwnRule;
import uk.gov.datashare.contracts.Role;

/**
 * Organisations' own rules, compiled once for each state of an organisation. A rule that makes no sense is set aside and
 * reported; the others of its organisation hold.
 */
final class OwnRules {

    private static final Logger LOG = LoggerFactory.getLogger(OwnRules.class);

    /** Whoever sits outside the parties, or signs, is asked by the hub's rules only. */
    private static final Set<Role> NOT_ITS_OWN = Set.of(Role.SIGNATORY, Role.INFORMATION_ASSET_OWNER,
            Role.CENTRAL_REGISTRAR, Role.DEA_REVIEW_BOARD, Role.DEA_PSD_SECRETARIAT, Role.MINISTER, Role.UKSA_RAP,
            Role.GRO_REGISTRAR, Role.CONFIDENTIALITY_ADVISORY_GROUP, Role.REGISTRY_STEWARD);
    private static final Set<Stage> STAGES = Set.of(Stage.CONFIRM, Stage.OWNER, Stage.EXPERT, Stage.RISK);

    /** A rule whose condition is ready to be asked. */
    record Ready(OwnRule rule, Condition when) {}

    private record Compiled(List<OwnRule> from, List<Ready> rules, List<String> faults) {}

    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    /** The rules of this organisation that make sense. */
    List<Ready> of(Organisation organisation) {
        return organisation.rules().isEmpty()
                ? List.of()
                : compiled.compute(organisation.id(),
                        (_, known) -> known != null && known.from().equals(organisation.rules())
                                ? known
                                : reported(organisation))
                        .rules();
    }

    /** What is wrong with the rules of this organisation; nothing when all of them can be followed. */
    static List<String> faultsIn(Organisation organisation) {
        return compile(organisation).faults();
    }

    private static Compiled reported(Organisation organisation) {
        Compiled fresh = compile(organisation);
        fresh.faults().forEach(fault -> LOG.error(
                "A rule of {} is not followed until it is put right in the registry: {}", organisation.id(), fault));
        return fresh;
    }

    private static Compiled compile(Organisation organisation) {
        var ready = new ArrayList<Ready>();
        var faults = new ArrayList<String>();
        for (OwnRule rule : organisation.rules()) {
            var conditions = new Conditions();
            String place = "rule " + rule.id();
            mayBeAsked(rule, place, conditions);
            Optional<Condition> when = conditions.overAParty(place + ", when", rule.when());
            faults.addAll(conditions.faults());
            when.filter(_ -> conditions.faults().isEmpty())
                    .ifPresent(condition -> ready.add(new Ready(rule, condition)));
        }
        return new Compiled(organisation.rules(), List.copyOf(ready), List.copyOf(faults));
    }

    private static void mayBeAsked(OwnRule rule, String place, Conditions faults) {
        if (NOT_ITS_OWN.contains(rule.role())) {
            faults.fault(place, "it asks the " + rule.role().words()
                    + ", whom only the hub's rules ask; choose another role of the organisation.");
        }
        if (!STAGES.contains(rule.stage())) {
            faults.fault(place,
                    "it asks in the stage " + rule.stage() + "; choose one of CONFIRM, OWNER, EXPERT, RISK.");
        }
        if (rule.why().isBlank() || rule.citation().isBlank() || rule.inWords().isBlank()) {
            faults.fault(place, "it needs words, a reason and a citation, or nobody can be told why they are asked.");
        }
        Wording.unknownIn(rule.why()).forEach(word -> faults.fault(place, "its reason says {" + word
                + "}; the words that can stand there are " + Wording.known() + "."));
    }
}
