package uk.gov.datashare.precedents;

import static java.util.stream.Collectors.joining;
import static uk.gov.datashare.precedents.Compared.any;
import static uk.gov.datashare.precedents.Compared.flag;
import static uk.gov.datashare.precedents.Compared.some;
import static uk.gov.datashare.precedents.Compared.text;
import static uk.gov.datashare.precedents.Reach.OWN;
import static uk.gov.datashare.precedents.Reach.SUBSTANCE;
import static uk.gov.datashare.precedents.Reach.TERMS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.DataProtection.LawfulBasis;
import uk.gov.datashare.contracts.Delivery;
import uk.gov.datashare.contracts.Purpose;
import uk.gov.datashare.contracts.Terms;

/** Every field that is compared, in the order in which people read a request. */
final class Fields {

    static final List<Field> ALL = List.of(
            new Field("/proposal/parties/suppliers", "Suppliers", SUBSTANCE, 10,
                    (p, a) -> some(p.suppliers(), a.suppliers())),
            new Field("/proposal/parties/otherRecipients", "Other recipients", TERMS, 1,
                    (p, a) -> any(p.others(), a.others())),
            new Field("/proposal/data/types", "Kinds of data", SUBSTANCE, 5,
                    (p, a) -> some(names(p.data().types()), names(a.data().types()))),
            new Field("/proposal/data/specialCategories", "Special categories", SUBSTANCE, 5,
                    (p, a) -> any(names(p.data().specialCategories()), names(a.data().specialCategories()))),
            new Field("/proposal/data/assets", "Data assets", SUBSTANCE, 15,
                    (p, a) -> some(assets(p.data()), assets(a.data()))),
            new Field("/proposal/data/items", "Data items", SUBSTANCE, 15, (p, a) -> Items.compare(p.data(), a.data())),
            new Field("/proposal/data/subjects/includesChildren", "Children among the people", SUBSTANCE, 1,
                    flags(c -> c.subjects().anyMatch(Data.Subjects::includesChildren))),
            new Field("/proposal/data/subjects/vulnerable", "Vulnerable people among them", SUBSTANCE, 1,
                    flags(c -> c.subjects().anyMatch(Data.Subjects::vulnerable))),
            new Field("/proposal/data/coverage/geography", "Places", OWN, 1, sets(Fields::places)),
            new Field("/proposal/purpose/categories", "Kind of purpose", SUBSTANCE, 10,
                    (p, a) -> some(names(p.purpose().categories()), names(a.purpose().categories()))),
            new Field("/proposal/purpose/aims", "Aims", SUBSTANCE, 15,
                    (p, a) -> text(aims(p.purpose()), aims(a.purpose()))),
            new Field("/proposal/purpose/automatedDecisions", "Decisions by machine alone", SUBSTANCE, 1,
                    flags(c -> c.purpose().automatedDecisions().isPresent())),
            new Field("/proposal/legal/powers", "Powers relied on", SUBSTANCE, 15, Fields::powers),
            new Field("/proposal/legal/deaObjective", "Objective under the Digital Economy Act 2017", SUBSTANCE, 2,
                    (p, a) -> some(p.powers().legal().deaObjective().stream().toList(),
                            a.powers().legal().deaObjective().stream().toList())),
            new Field("/proposal/dataProtection/lawfulBases", "Lawful bases", OWN, 2, sets(Fields::bases)),
            new Field("/proposal/dataProtection/criminalOffence", "Basis for criminal offence data", OWN, 1,
                    sets(c -> c.dataProtection().flatMap(DataProtection::criminalOffence).stream().toList())),
            new Field("/proposal/security/sensitive", "Marked -SENSITIVE", SUBSTANCE, 1,
                    flags(c -> c.security().sensitive())),
            new Field("/proposal/delivery/method", "Means of delivery", TERMS, 2,
                    sets(c -> names(List.of(c.delivery().method())))),
            new Field("/proposal/delivery/frequency", "How often", TERMS, 2,
                    sets(c -> names(List.of(c.delivery().frequency())))),
            new Field("/proposal/delivery/leavesUk", "Leaves the United Kingdom", TERMS, 1,
                    flags(c -> c.delivery().leavesUk())),
            new Field("/proposal/delivery/transfers", "Countries", TERMS, 1, sets(c -> c.delivery().transfers().stream()
                    .map(Delivery.Transfer::country).toList())),
            new Field("/proposal/terms/end", "Last day", TERMS, 1,
                    (p, a) -> Compared.measured(day(p.terms().end()), day(a.terms().end()),
                            endsWithin(p.terms(), a.terms()))),
            new Field("/proposal/terms/retention", "How long it is kept", TERMS, 2,
                    (p, a) -> Compared.measured(kept(p.terms()), kept(a.terms()), keptWithin(p.terms(), a.terms()))),
            new Field("/proposal/terms/disposal/method", "How it is got rid of", TERMS, 1,
                    sets(c -> names(List.of(c.terms().disposal().method())))),
            new Field("/proposal/terms/onward/allowed", "Passed on", TERMS, 1,
                    flags(c -> c.terms().onward().allowed())),
            new Field("/proposal/terms/onward/recipients", "To whom it is passed on", TERMS, 1,
                    sets(c -> c.terms().onward().recipients())),
            new Field("/proposal/terms/costs", "Costs", OWN, 1, sets(c -> c.terms().costs().stream().toList())));

    private Fields() {}

    private static BiFunction<Content, Content, Compared> sets(
            Function<Content, List<String>> values) {
        return (p, a) -> any(values.apply(p), values.apply(a));
    }

    private static BiFunction<Content, Content, Compared> flags(Predicate<Content> value) {
        return (p, a) -> flag(value.test(p), value.test(a));
    }

    private static Compared powers(Content proposed, Content agreed) {
        Compared compared = some(proposed.powers().bySide(), agreed.powers().bySide());
        return Compared.measured(compared.proposed(), compared.agreed(),
                compared.within() && !proposed.powers().unknown());
    }

    private static List<String> names(Collection<? extends Enum<?>> codes) {
        return codes.stream().<String>map(Enum::name).sorted().toList();
    }

    private static List<String> assets(Data data) {
        return data.assets().stream().map(Data.Asset::assetId).sorted().toList();
    }

    private static List<String> places(Content content) {
        return content.data().coverage().stream().flatMap(each -> each.geography().stream()).sorted().toList();
    }

    private static String aims(Purpose purpose) {
        return purpose.aims().stream().map(Purpose.Aim::text).collect(joining("\n"));
    }

    private static List<String> bases(Content content) {
        return content.dataProtection().stream().flatMap(each -> each.lawfulBases().stream()).map(LawfulBasis::basis)
                .map(Enum::name).distinct().sorted().toList();
    }

    private static List<String> day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).stream().toList();
    }

    private static boolean endsWithin(Terms proposed, Terms agreed) {
        return agreed.end().isEmpty()
                || proposed.end().filter(day -> !day.isAfter(agreed.end().get())).isPresent();
    }

    private static List<String> kept(Terms terms) {
        return terms.retention().map(each -> each.period().toString()).stream().toList();
    }

    /** Months and days have no common measure, so both are counted from the first day that is proposed. */
    private static boolean keptWithin(Terms proposed, Terms agreed) {
        Stream<LocalDate> until = proposed.retention().map(each -> proposed.start().plus(each.period())).stream();
        return until.allMatch(day -> agreed.retention()
                .filter(each -> !day.isAfter(proposed.start().plus(each.period()))).isPresent());
    }
}
