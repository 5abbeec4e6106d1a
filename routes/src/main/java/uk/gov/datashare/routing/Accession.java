package uk.gov.datashare.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Status;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.ShareRequest.RequestType;
import uk.gov.datashare.routing.Demand.Whom;
import uk.gov.datashare.routing.RuleFile.Always;

/**
 * The short path (R33) of who joins an arrangement: the one who joins is asked in full, and so is everybody whose yes is not on
 * its record. Who has agreed to it already is told; who owns the data and who signs for a supplier say yes once more.
 */
record Accession(Memorandum joined, Always rule) {

    private static final int DAYS_TO_SPEAK_UP = 5;
    private static final Set<Role> ONCE_MORE = Set.of(Role.DATA_OWNER, Role.INFORMATION_ASSET_OWNER, Role.SIGNATORY);

    /** The accession that is asked for; empty for another request, and for one that goes beyond what was agreed. */
    static Optional<Accession> in(ShareRequest request, Optional<Arrangement> related, Always rule) {
        return related.filter(_ -> request.requestType() == RequestType.ACCESSION)
                .filter(arrangement -> arrangement.status() == Status.ACTIVE)
                .map(Arrangement::memorandum)
                .filter(joined -> within(request.proposal(), joined))
                .map(joined -> new Accession(joined, rule));
    }

    /** The demands of the short path. */
    List<Demand> shortened(List<Demand> full, Asked asked) {
        Stream<Demand> parties = full.stream().map(demand -> agreedBefore(demand) ? told(demand, asked) : demand);
        Set<String> taking = Set.copyOf(asked.proposal().parties().all());
        Stream<Demand> others = joined.parties().stream().filter(party -> !taking.contains(party.organisationId()))
                .flatMap(party -> member(party, asked).stream());
        return Stream.concat(parties, others).sorted(Demand.IN_ORDER).toList();
    }

    private boolean agreedBefore(Demand demand) {
        Whom whom = demand.whom();
        return whom.side() != Side.ACQUIRER && whom.side() != Side.CENTRAL && !ONCE_MORE.contains(whom.role())
                && joined.approvals().stream().anyMatch(yes -> yes.role() == whom.role() && yes.outcome().goesOn()
                        && yes.organisationId().equals(whom.organisation().id()));
    }

    private Demand told(Demand demand, Asked asked) {
        List<Reason> reasons = Stream.concat(demand.reasons().stream(), Stream.of(reason(asked))).toList();
        return new Demand(demand.whom(), Mode.NOTIFY_ONLY, demand.stage(), demand.floor(),
                Optional.of(DAYS_TO_SPEAK_UP), reasons);
    }

    private Optional<Demand> member(Party party, Asked asked) {
        return asked.organisation(party.organisationId()).map(organisation -> new Demand(
                new Whom(organisation, Side.CENTRAL, Role.DATA_SHARE_LEAD, Optional.empty()), Mode.NOTIFY_ONLY,
                Stage.EXPERT, false, Optional.of(DAYS_TO_SPEAK_UP),
                List.of(reason(asked))));
    }

    private Reason reason(Asked asked) {
        return new Reason(rule.id(), rule.version(), Wording.filled(rule.text(), asked), rule.citation(),
                Map.of("arrangement", joined.arrangementId()));
    }

    /** Whether those who agreed before agreed to all of this: no graver data, no way out of the country, no further reader. */
    private static boolean within(Proposal asked, Memorandum joined) {
        return joined.data().types().containsAll(asked.data().types())
                && joined.data().specialCategories().containsAll(asked.data().specialCategories())
                && names(joined.data().items().stream().map(item -> item.name()))
                        .containsAll(names(asked.data().items().stream().map(item -> item.name())))
                && names(joined.data().assets().stream().map(asset -> asset.assetId()))
                        .containsAll(names(asked.data().assets().stream().map(asset -> asset.assetId())))
                && names(joined.legal().powers().stream().map(power -> power.citation()))
                        .containsAll(names(asked.legal().powers().stream().map(power -> power.citation())))
                && joined.security().equals(asked.security())
                && (joined.delivery().leavesUk() || !asked.delivery().leavesUk())
                && joined.delivery().transfers().containsAll(asked.delivery().transfers())
                && (joined.terms().onward().allowed() || !asked.terms().onward().allowed())
                && asked.parties().otherRecipients().isEmpty();
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toSet());
    }
}
