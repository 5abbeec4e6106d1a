package uk.gov.datashare.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.Delivery;
import uk.gov.datashare.contracts.Dpia;
import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Purpose;
import uk.gov.datashare.contracts.Security;
import uk.gov.datashare.contracts.Terms;

/**
 * A proposal as the table in a letter: everything that it says, a row for each thing an approver asks about.
 *
 * @param nameOf an organisation's name by its id
 */
record Facts(UnaryOperator<String> nameOf) {

    private static final int MOST_ITEMS = 15;

    /** The rows; nothing but the parties where the rest is withheld. */
    List<Row> of(Proposal proposal, boolean withheld) {
        return (withheld ? parties(proposal.parties()) : whole(proposal)).toList();
    }

    private Stream<Row> whole(Proposal proposal) {
        return Stream.of(row("In short", proposal.plainSummary()), parties(proposal.parties()),
                data(proposal.data()), purpose(proposal.purpose()),
                row("Without the data", proposal.impactIfRefused()), legal(proposal.legal()),
                proposal.dataProtection().stream().flatMap(this::dataProtection),
                proposal.dpia().stream().flatMap(Facts::dpia), security(proposal.security()),
                delivery(proposal.delivery()),
                terms(proposal.terms())).flatMap(rows -> rows);
    }

    private Stream<Row> parties(Proposal.Parties parties) {
        return Stream.of(row("Asks for data", nameOf.apply(parties.acquirer())),
                row("Would give it", names(parties.suppliers())),
                row("Would see it as well", names(parties.otherRecipients())),
                row("Would process it", parties.processors().stream()
                        .map(processor -> nameOf.apply(processor.name()) + " for "
                                + nameOf.apply(processor.onBehalfOf()))
                        .collect(Collectors.joining("; "))))
                .flatMap(rows -> rows);
    }

    private Stream<Row> data(Data data) {
        return Stream.of(
                row("Data asked for",
                        data.assets().stream().map(asset -> asset.title() + " (" + nameOf.apply(asset.supplier()) + ")")
                                .collect(Collectors.joining("; "))),
                row("Items", items(data.items())), row("Kind of data", kinds(data)),
                row("About whom", data.subjects().map(Facts::subjects)),
                row("Covers", data.coverage().map(MoreFacts::coverage)),
                row("How much", data.volume().map(MoreFacts::volume)))
                .flatMap(rows -> rows);
    }

    private static String kinds(Data data) {
        return Names.of(data.types())
                + (data.specialCategories().isEmpty() ? "" : " (" + Names.of(data.specialCategories()) + ")");
    }

    private static String items(Collection<Data.Item> items) {
        String first = items.stream().limit(MOST_ITEMS).map(Data.Item::name).collect(Collectors.joining(", "));
        return items.size() > MOST_ITEMS ? first + ", and " + (items.size() - MOST_ITEMS) + " more" : first;
    }

    private static String subjects(Data.Subjects subjects) {
        return subjects.description()
                + subjects.approximateCount().map(count -> ", about %,d".formatted(count)).orElse("")
                + (subjects.includesChildren() ? ", children among them" : "")
                + (subjects.vulnerable() ? ", people who need more protection among them" : "")
                + (subjects.groups().isEmpty() ? "" : " (" + String.join(", ", subjects.groups()) + ")");
    }

    private static Stream<Row> purpose(Purpose purpose) {
        return Stream.of(
                row("What for", inOneRow(purpose.aims().stream().map(Purpose.Aim::text))),
                row("How it helps", purpose.howDataHelps()), row("Purpose", Names.of(purpose.categories())),
                row("Benefits", inOneRow(purpose.benefits().stream())),
                row("Automated decisions", purpose.automatedDecisions()),
                row("How soon", purpose.urgency().map(MoreFacts::urgency)),
                row("Ethics", purpose.ethics().map(MoreFacts::ethics))).flatMap(rows -> rows);
    }

    /** Sentences lose the full stop before the semicolon. */
    private static String inOneRow(Stream<String> texts) {
        return texts.map(text -> text.strip().replaceFirst("[.]$", "")).collect(Collectors.joining("; "));
    }

    private Stream<Row> legal(Legal legal) {
        return Stream.of(row("Legal power", legal.powers().stream()
                .map(power -> nameOf.apply(power.party()) + ": " + power.citation() + " (" + Names.of(power.kind())
                        + MoreFacts.exercise(power) + ")")
                .collect(Collectors.joining("; "))),
                row("Objective", legal.deaObjective()), row("Pilot", legal.pilot().map(MoreFacts::pilot)),
                row("Duty of confidence", legal.confidentiality().map(Names::of)),
                row("Devolved matter", legal.devolved() ? "yes" : ""),
                row("Seen by a lawyer", legal.reviewedByLawyer() ? "yes" : "no")).flatMap(rows -> rows);
    }

    private Stream<Row> dataProtection(DataProtection law) {
        return Stream.of(row("Lawful basis", law.lawfulBases().stream()
                .map(basis -> nameOf.apply(basis.party()) + ": " + Names.of(basis.basis()))
                .collect(Collectors.joining("; "))),
                row("Article 9 condition", law.conditions().stream()
                        .map(condition -> nameOf.apply(condition.party()) + ": " + Names.of(condition.condition())
                                + condition.schedule1Condition().map(paragraph -> ", Schedule 1 " + paragraph)
                                        .orElse(""))
                        .collect(Collectors.joining("; "))),
                row("Criminal offence data", law.criminalOffence()),
                row("Law enforcement", law.lawEnforcement().map(each -> nameOf.apply(each.competentAuthority())
                        + each.sch8Condition().map(paragraph -> ", Schedule 8 " + paragraph).orElse(""))),
                row("Policy document", law.policyDocument().map(MoreFacts::policyDocument)),
                row("People are not told", law.article14Exemption()),
                row("Their rights", law.rights().map(rights -> rights.contact() + ": " + rights.process())))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> dpia(Dpia dpia) {
        return Stream.of(row("Impact assessment",
                Names.of(dpia.status()) + dpia.residualRisk().map(risk -> ", risk left: " + Names.of(risk)).orElse("")
                        + dpia.date().map(day -> ", " + When.day(day)).orElse("")
                        + dpia.url().map(address -> ", " + address).orElse("")),
                row("Information Commissioner", dpia.icoConsultation().map(Names::of))).flatMap(rows -> rows);
    }

    private static Stream<Row> security(Security security) {
        return row("Security shown by", security.assurances().stream().map(MoreFacts::assurance)
                .collect(Collectors.joining("; ")));
    }

    private Stream<Row> delivery(Delivery delivery) {
        return Stream.of(
                row("How it travels",
                        Names.of(delivery.method()) + delivery.format().map(form -> ", " + form).orElse("")
                                + ", " + Names.of(delivery.frequency())),
                row("Leaves the UK", delivery.leavesUk()
                        ? "yes: " + delivery.transfers().stream()
                                .map(transfer -> transfer.country() + " (" + Names.of(transfer.mechanism())
                                        + transfer.viaProcessor().map(name -> ", through " + nameOf.apply(name))
                                                .orElse("")
                                        + ")")
                                .collect(Collectors.joining("; "))
                        : "no"))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> terms(Terms terms) {
        var rows = new ArrayList<Stream<Row>>();
        rows.add(row("Runs",
                "from " + When.day(terms.start()) + terms.end().map(end -> " to " + When.day(end)).orElse("")
                        + ", looked at again on " + When.day(terms.reviewDate())));
        rows.add(row("Kept for",
                terms.retention().map(kept -> When.period(kept.period()) + " from " + kept.startsFrom()
                        + kept.basis().map(why -> ": " + why).orElse(""))));
        rows.add(row("Afterwards", Names.of(terms.disposal().method()) + ": " + terms.disposal().description()));
        rows.add(row("Passed on",
                terms.onward().allowed()
                        ? "yes" + terms.onward().conditions().map(when -> ": " + when).orElse("")
                                + (terms.onward().recipients().isEmpty()
                                        ? ""
                                        : " To: " + String.join(", ", terms.onward().recipients()))
                        : "no"));
        rows.add(row("Costs", terms.costs()));
        return rows.stream().flatMap(row -> row);
    }

    private String names(Collection<String> organisationIds) {
        return organisationIds.stream().map(nameOf).collect(Collectors.joining(", "));
    }

    private static Stream<Row> row(String label, Optional<String> value) {
        return value.stream().flatMap(given -> row(label, given));
    }

    private static Stream<Row> row(String label, String value) {
        return value.isBlank() ? Stream.empty() : Stream.of(new Row(label, Plain.text(value)));
    }
}
