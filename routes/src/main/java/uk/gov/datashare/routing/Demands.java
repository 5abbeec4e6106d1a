package uk.gov.datashare.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.DataAsset;
import uk.gov.datashare.contracts.OwnRule;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.routing.Demand.Whom;
import uk.gov.datashare.routing.RuleBook.CheckedAsk;
import uk.gov.datashare.routing.RuleBook.CheckedRule;
import uk.gov.datashare.routing.RuleBook.Target;
import uk.gov.datashare.routing.RuleFile.Ask;
import uk.gov.datashare.routing.RuleFile.Hurry;
import uk.gov.datashare.routing.RuleFile.Rule;

/** Turns rules that apply into demands on roles, each role of each organisation once. */
final class Demands {

    private final Asked asked;
    private final Facts facts;
    private final OwnRules own;
    private final Map<Standing, Facts> parties = new LinkedHashMap<>();

    Demands(Asked asked, Facts facts, OwnRules own) {
        this.own = own;
        this.asked = asked;
        this.facts = facts;
        asked.standings().forEach(party -> parties.put(party, facts.and(party)));
    }

    /** The demands of the rules that apply, merged and in the order in which they are put. */
    List<Demand> of(RuleBook book) {
        List<CheckedRule> applying = book.applying(facts);
        Optional<Hurry> hurry = applying.stream().flatMap(rule -> rule.rule().hurry().stream()).findFirst();
        Stream<Demand> asked = applying.stream().flatMap(this::of)
                .map(demand -> hurry.map(demand::hurried).orElse(demand));
        Stream<Demand> told = hurry.stream().flatMap(haste -> book.afterwards(facts).stream().flatMap(this::of)
                .map(demand -> demand.afterwards(haste)));
        Map<Whom, Demand> merged = new LinkedHashMap<>();
        Stream.concat(asked, told).forEach(demand -> merged.merge(demand.whom(), demand, Demand::with));
        owned().map(demand -> hurry.map(demand::hurried).orElse(demand))
                .forEach(demand -> merged.merge(demand.whom(), demand, Demand::raised));
        return merged.values().stream().sorted(Demand.IN_ORDER).toList();
    }

    private Stream<Demand> of(CheckedRule rule) {
        return rule.asks().stream()
                .filter(ask -> ask.onlyIf().map(condition -> condition.holds(facts)).orElse(true))
                .flatMap(ask -> whom(ask).map(whom -> demand(rule, ask.ask(), whom)));
    }

    /** What the parties' own rules ask for. */
    private Stream<Demand> owned() {
        return parties.entrySet().stream().flatMap(party -> own.of(party.getKey().organisation()).stream()
                .filter(rule -> rule.when().holds(party.getValue()))
                .flatMap(rule -> holders(party.getKey(), rule.rule().role())
                        .map(whom -> demand(rule, whom, party.getValue()))));
    }

    private Demand demand(OwnRules.Ready ready, Whom whom, Facts seen) {
        OwnRule rule = ready.rule();
        var reason = new Reason(whom.organisation().id() + ":" + rule.id(), rule.version(),
                Wording.filled(rule.why(), asked), rule.citation(), seen.inWords(ready.when().facts()));
        return new Demand(whom, rule.mode(), rule.stage(), false, Optional.empty(), List.of(reason));
    }

    private Demand demand(CheckedRule checked, Ask ask, Whom whom) {
        Rule rule = checked.rule();
        var reason = new Reason(rule.id(), rule.version(), Wording.filled(ask.why(), asked), rule.citation(),
                facts.inWords(checked.when().facts()));
        return new Demand(whom, ask.mode(), ask.stage(), rule.floorOf(ask), Optional.empty(), List.of(reason));
    }

    private Stream<Whom> whom(CheckedAsk ask) {
        return switch (ask.target()) {
            case Target.Body(var id) ->
                Stream.of(new Whom(central(id), sideOf(id), ask.ask().role(), Optional.empty()));
            case Target.Parties(var means) -> parties.entrySet().stream()
                    .filter(party -> means.holds(party.getValue()))
                    .flatMap(party -> holders(party.getKey(), ask.ask().role()));
        };
    }

    /** A central body that is itself a party is asked once, as that. */
    private Side sideOf(String body) {
        return asked.proposal().parties().all().contains(body) ? asked.side(body) : Side.CENTRAL;
    }

    private Organisation central(String id) {
        return asked.organisation(id).orElseThrow(() -> new IllegalStateException("The registry has no organisation "
                + id + ", which a rule asks. Register it, then replay this request."));
    }

    private Stream<Whom> holders(Standing party, Role role) {
        return role == Role.DATA_OWNER && party.side() == Side.SUPPLIER
                ? owners(party)
                : Stream.of(new Whom(party.organisation(), party.side(), role, Optional.empty()));
    }

    /** Each asset's own owner; the organisation's data owner for assets without one, and where no asset is registered. */
    private Stream<Whom> owners(Standing party) {
        Organisation supplier = party.organisation();
        var owners = new TreeSet<String>();
        asked.assetsOf(supplier).map(asset -> ownOwner(supplier, asset).orElse("")).forEach(owners::add);
        return owners.isEmpty()
                ? Stream.of(new Whom(supplier, party.side(), Role.DATA_OWNER, Optional.empty()))
                : owners.stream().map(owner -> owner.isEmpty()
                        ? new Whom(supplier, party.side(), Role.DATA_OWNER, Optional.empty())
                        : new Whom(supplier, party.side(), Role.INFORMATION_ASSET_OWNER, Optional.of(owner)));
    }

    private static Optional<String> ownOwner(Organisation supplier, DataAsset asset) {
        return asset.owner()
                .filter(owner -> supplier.person(owner).isPresent())
                .filter(owner -> supplier.holding(Role.DATA_OWNER).filter(holding -> holding.holder().equals(owner))
                        .isEmpty());
    }
}
