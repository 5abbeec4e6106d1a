package uk.gov.datashare.gateways;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.gateways.Counterparts.Counterpart;
import uk.gov.datashare.gateways.Counterparts.Relation;
import uk.gov.datashare.gateways.SpecifiedPersons.Person;
import uk.gov.datashare.gateways.Verdict.Basis;

/**
 * Says which parties are specified for the powers that a proposal names: yes, no with what remains, or that the list cannot
 * tell. It never guesses: whom the list does not name beyond doubt, it cannot tell about.
 */
public final class GatewayChecker {

    private final SpecifiedPersons list;
    private final Counterparts counterparts;

    /** A checker that reads this list. */
    public GatewayChecker(SpecifiedPersons list) {
        this(list, Counterparts.shipped());
    }

    GatewayChecker(SpecifiedPersons list, Counterparts counterparts) {
        this.list = requireNonNull(list);
        this.counterparts = requireNonNull(counterparts);
    }

    /** A checker that reads the list that the hub ships with. */
    public static GatewayChecker shipped() {
        return new GatewayChecker(SpecifiedPersons.shipped());
    }

    /**
     * A verdict for each gateway that the proposal names by a code that the hub knows, and each party: sections 35, 48 and 56
     * of the 2017 Act ask that who gives and who receives are both specified.
     */
    public List<Verdict> check(Proposal proposal, Registry registry) {
        List<String> parties = proposal.parties().all();
        return Gateways.known().of(proposal.legal()).distinct()
                .flatMap(gateway -> parties.stream().map(party -> verdict(gateway, party, parties, registry)))
                .toList();
    }

    private Verdict verdict(Gateway gateway, String party, List<String> parties, Registry registry) {
        Optional<Organisation> organisation = registry.organisation(party);
        String name = organisation.map(Organisation::name).orElse(party);
        if (!list.powers().contains(gateway.code())) {
            return new Verdict.CannotTell(party, name, gateway.code(), beyondTheList(gateway),
                    new Basis(gateway.statute(), list.asAt()));
        }
        List<Person> persons = persons(party, organisation);
        Optional<Person> specified = persons.stream().filter(person -> person.powers().contains(gateway.code()))
                .findFirst();
        if (specified.isPresent()) {
            return new Verdict.Yes(party, name, gateway.code(), basis(specified.get()));
        }
        return persons.stream().filter(person -> !isKind(party, person)).findFirst()
                .<Verdict>map(person -> new Verdict.No(party, name, gateway.code(), basis(person),
                        options(parties, registry)))
                .orElseGet(() -> unnamed(gateway, party, name, organisation));
    }

    private static String beyondTheList(Gateway gateway) {
        return switch (gateway.kind()) {
            case RESEARCH -> "the research power rests on the accreditation of people and projects, not on a list";
            case STATISTICS ->
                "the statistics power belongs to the UK Statistics Authority, which names bodies by notice";
            case OTHER -> "the hub has no list of who may use it, so a lawyer reads the act";
            case PUBLIC_SERVICE_DELIVERY, CIVIL_REGISTRATION, DEBT, FRAUD ->
                "the list of specified persons does not speak of this power, which is newer";
        };
    }

    /** Whether the list names no more than a kind of bodies: it may name the one body again elsewhere, by another description. */
    private boolean isKind(String party, Person person) {
        return counterparts.of(party)
                .anyMatch(each -> each.relation() == Relation.KIND && each.person().equals(person.name()));
    }

    private Verdict unnamed(Gateway gateway, String party, String name, Optional<Organisation> organisation) {
        Optional<Counterpart> doubtful = counterparts.of(party)
                .filter(each -> list.named(each.person()).isPresent())
                .max(Comparator.comparing(Counterpart::relation));
        String reason = doubtful.map(GatewayChecker::doubt)
                .or(() -> organisation.flatMap(Organisation::parent)
                        .map(parent -> "the list does not name it; it is part of "
                                + parent + ", and whether it acts in that body's name is for a lawyer to say"))
                .orElse("the list does not name it");
        return new Verdict.CannotTell(party, name, gateway.code(), reason,
                doubtful.flatMap(each -> list.named(each.person())).map(this::basis).orElseGet(() -> new Basis(
                        "none of the " + list.persons().size() + " records of " + list.source(), list.asAt())));
    }

    private static String doubt(Counterpart pair) {
        return switch (pair.relation()) {
            case SUCCESSOR -> "the list names a body before it, and not what became of its powers";
            case PERHAPS -> "the list names a kind of bodies, and not whether it is one of them";
            case KIND, ITSELF, OFFICE -> "the list names it by its kind only, and for other powers";
        };
    }

    /** Gateways of the list for which every party is named. */
    private List<String> options(List<String> parties, Registry registry) {
        return list.powers().stream()
                .filter(code -> parties.stream().allMatch(party -> persons(party, registry.organisation(party)).stream()
                        .anyMatch(person -> person.powers().contains(code))))
                .toList();
    }

    /** Those persons of the list that an organisation is beyond doubt: by our table, or by exactly the same name. */
    private List<Person> persons(String party, Optional<Organisation> organisation) {
        List<Person> ours = counterparts.of(party).filter(each -> each.relation().sure())
                .flatMap(each -> list.named(each.person()).stream()).toList();
        if (!ours.isEmpty()) {
            return ours;
        }
        return organisation.stream().flatMap(each -> list.persons().stream()
                .filter(person -> isCalled(each, person.name()))).toList();
    }

    private static boolean isCalled(Organisation organisation, String name) {
        return name.equals(organisation.name()) || name.equals("The " + organisation.name())
                || organisation.aliases().contains(name);
    }

    private Basis basis(Person person) {
        return new Basis("record " + person.record() + ", " + person.name() + ", of " + list.source(), list.asAt());
    }
}
