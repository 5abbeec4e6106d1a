package uk.gov.datashare.routing;

import static uk.gov.datashare.routing.Fact.number;
import static uk.gov.datashare.routing.Fact.text;
import static uk.gov.datashare.routing.Fact.texts;
import static uk.gov.datashare.routing.Fact.yesNo;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Data.SpecialCategory;
import uk.gov.datashare.contracts.Data.Subjects;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.DataProtection.Basis;
import uk.gov.datashare.contracts.Dpia;
import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Purpose.Urgency.Level;
import uk.gov.datashare.gateways.Gateway.Kind;
import uk.gov.datashare.gateways.Gateways;

/**
 * What rules may ask about a request and about each of its parties, found once for a request: a pure function of the proposal
 * and the registry. Where the request is silent, a fact takes the answer that asks more people, not fewer.
 */
public final class Facts {

    static final List<Fact<Asked>> OF_A_REQUEST = List.of(
            yesNo("personal", "personal data", Asked::personal),
            yesNo("special", "special category data", Asked::special),
            yesNo("criminal", "criminal offence data", Asked::criminal),
            yesNo("healthData", "health or genetic data", asked -> asked.proposal().data().specialCategories().stream()
                    .anyMatch(category -> category == SpecialCategory.HEALTH || category == SpecialCategory.GENETIC)),
            yesNo("healthParty", "a party is, or supplies data of, a health or social care body",
                    asked -> asked.standings().stream().anyMatch(Standing::health)),
            yesNo("children", "children are among the people",
                    asked -> asked.proposal().data().subjects().map(Subjects::includesChildren).orElse(false)),
            number("subjectCount", "how many people, 0 where nobody can say",
                    asked -> asked.proposal().data().subjects().flatMap(Subjects::approximateCount).orElse(0L)),
            texts("specialCategories", "special categories",
                    asked -> asked.proposal().data().specialCategories().stream().map(Enum::name)),
            texts("purposeCategories", "kinds of purpose",
                    asked -> asked.proposal().purpose().categories().stream().map(Enum::name)),
            yesNo("automatedDecisions", "decisions without a person",
                    asked -> asked.proposal().purpose().automatedDecisions().isPresent()),
            texts("powerKinds", "kinds of power",
                    asked -> asked.proposal().legal().powers().stream().map(power -> power.kind().name())),
            texts("powerCodes", "codes of powers",
                    asked -> asked.proposal().legal().powers().stream().flatMap(power -> power.code().stream())),
            yesNo("powerUnknown", "a power is unknown, or none is named", Facts::powerUnknown),
            yesNo("powerNeeded", "a power is needed",
                    asked -> powerUnknown(asked) || anyPower(asked, kind -> kind != Legal.Kind.NONE_NEEDED)),
            yesNo("deaPublicServiceDelivery", "a public service delivery power",
                    asked -> gateway(asked, Kind.PUBLIC_SERVICE_DELIVERY)),
            yesNo("deaDebt", "the debt power", asked -> gateway(asked, Kind.DEBT)),
            yesNo("deaFraud", "the fraud power", asked -> gateway(asked, Kind.FRAUD)),
            yesNo("civilRegistration", "the civil registration power",
                    asked -> gateway(asked, Kind.CIVIL_REGISTRATION)),
            yesNo("researchPower", "the research power", asked -> gateway(asked, Kind.RESEARCH)),
            yesNo("statisticsPower", "the statistics power", asked -> gateway(asked, Kind.STATISTICS)),
            text("confidentiality", "how the duty of confidence is dealt with, NOT_STATED where nobody says",
                    asked -> asked.proposal().legal().confidentiality().map(Enum::name).orElse("NOT_STATED")),
            yesNo("devolved", "a devolved matter", asked -> asked.proposal().legal().devolved()),
            texts("nations", "nations with devolved matters that the data covers", Nations::of),
            yesNo("emergency", "an emergency", asked -> asked.proposal().purpose().urgency()
                    .filter(urgency -> urgency.level() == Level.EMERGENCY).isPresent()),
            yesNo("part3", "law enforcement processing", asked -> anyBasis(asked, Basis.DPA2018_PART3_LAW_ENFORCEMENT)),
            yesNo("part4", "intelligence services processing",
                    asked -> anyBasis(asked, Basis.DPA2018_PART4_INTELLIGENCE)),
            yesNo("joint", "joint controllers",
                    asked -> protection(asked).flatMap(each -> each.roles().stream())
                            .anyMatch(role -> role.role() == DataProtection.Role.JOINT_CONTROLLER)),
            yesNo("processorUsed", "a processor is used", asked -> !asked.proposal().parties().processors().isEmpty()),
            text("dpiaStatus", "how far the impact assessment is, NONE where there is none",
                    asked -> asked.proposal().dpia().map(dpia -> dpia.status().name()).orElse("NONE")),
            text("dpiaRisk", "the risk that is left, UNKNOWN where nobody says",
                    asked -> asked.proposal().dpia().flatMap(Dpia::residualRisk).map(Enum::name).orElse("UNKNOWN")),
            text("classification", "security classification",
                    asked -> asked.proposal().security().classification().name()),
            yesNo("sensitive", "-SENSITIVE marking", asked -> asked.proposal().security().sensitive()),
            text("deliveryMethod", "how the data travels", asked -> asked.proposal().delivery().method().name()),
            yesNo("leavesUk", "leaves the United Kingdom",
                    asked -> asked.proposal().delivery().leavesUk()
                            || !asked.proposal().delivery().transfers().isEmpty()),
            yesNo("othersNeedAccess", "others need access",
                    asked -> asked.proposal().parties().othersNeedAccess()
                            || !asked.proposal().parties().otherRecipients().isEmpty()),
            yesNo("onward", "may be passed on", asked -> asked.proposal().terms().onward().allowed()),
            yesNo("chargeable", "costs something", asked -> asked.proposal().terms().costs().isPresent()),
            yesNo("essentialAsset", "an essential shared data asset",
                    asked -> asked.standings().stream().anyMatch(Standing::essentialAsset)),
            yesNo("devolvedParty", "a party is a devolved administration",
                    asked -> asked.standings().stream().anyMatch(
                            party -> party.organisation().type() == Organisation.Type.DEVOLVED_ADMINISTRATION)),
            number("partyCount", "how many parties must agree",
                    asked -> (long) asked.proposal().parties().all().size()));

    static final List<Fact<Standing>> OF_A_PARTY = List.of(
            text("party.side", "its side", party -> party.side().name()),
            yesNo("party.controls", "it is a controller of personal data", Standing::controls),
            yesNo("party.health", "it is a health or social care body, or supplies such data", Standing::health),
            yesNo("party.essentialAsset", "it supplies an essential shared data asset", Standing::essentialAsset),
            yesNo("party.usesProcessor", "somebody processes the data on its behalf", Standing::usesProcessor),
            yesNo("party.devolved", "it is a devolved administration",
                    party -> party.organisation().type() == Organisation.Type.DEVOLVED_ADMINISTRATION),
            yesNo("party.dpoBinding", "its data protection officer's advice binds",
                    party -> party.organisation().policies().dpoBinding()));

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** The facts of a proposal. Parties that the registry does not know add nothing. */
    public static Facts of(Proposal proposal, Registry registry) {
        return of(new Asked(proposal, registry));
    }

    static Facts of(Asked asked) {
        Map<String, Object> values = new TreeMap<>();
        OF_A_REQUEST.forEach(fact -> values.put(fact.name(), fact.of().apply(asked)));
        return new Facts(values);
    }

    /** Facts that are supposed rather than found, to try what rules do with them. */
    static Facts supposed(Map<String, Object> values) {
        return new Facts(new TreeMap<>(values));
    }

    /** These facts and those of one party. */
    Facts and(Standing party) {
        Map<String, Object> more = new TreeMap<>(values);
        OF_A_PARTY.forEach(fact -> more.put(fact.name(), fact.of().apply(party)));
        return new Facts(more);
    }

    /** Each fact's value by its name: a Boolean, a Long, a String or a list of Strings. */
    public Map<String, Object> values() {
        return values;
    }

    /** Some of the facts, as people read them. */
    Map<String, String> inWords(List<String> names) {
        Map<String, String> some = new TreeMap<>();
        values.forEach((name, value) -> {
            if (names.contains(name)) {
                some.put(name, Fact.inWords(value));
            }
        });
        return some;
    }

    private static boolean powerUnknown(Asked asked) {
        return asked.proposal().legal().powers().isEmpty() || anyPower(asked, kind -> kind == Legal.Kind.UNKNOWN);
    }

    private static boolean anyPower(Asked asked, Predicate<Legal.Kind> such) {
        return asked.proposal().legal().powers().stream().anyMatch(power -> such.test(power.kind()));
    }

    private static boolean gateway(Asked asked, Kind kind) {
        return Gateways.known().of(asked.proposal().legal()).anyMatch(gateway -> gateway.kind() == kind);
    }

    private static Stream<DataProtection> protection(Asked asked) {
        return asked.proposal().dataProtection().stream();
    }

    private static boolean anyBasis(Asked asked, Basis basis) {
        return protection(asked).flatMap(each -> each.lawfulBases().stream()).anyMatch(each -> each.basis() == basis);
    }
}
