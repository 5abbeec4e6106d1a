package uk.gov.datashare.publication;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.Delivery;
import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Memorandum.Approval;
import uk.gov.datashare.contracts.Purpose;
import uk.gov.datashare.contracts.Terms;
import uk.gov.datashare.publication.MemorandumPage.Line;
import uk.gov.datashare.publication.MemorandumPage.Section;
import uk.gov.datashare.publication.MemorandumPage.Table;

/** The sections of a memorandum in words, with every organisation called by its name. */
final class MemorandumSections {

    private final Map<String, String> names;

    MemorandumSections(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    Section about(Arrangement arrangement) {
        Memorandum agreed = arrangement.memorandum();
        return lines("About this arrangement",
                new Line("Reference", arrangement.arrangementId() + ", version " + arrangement.version()),
                new Line("Kind of document", Words.of(agreed.instrument())),
                new Line("Documents beside it", agreed.annexes().isEmpty() ? "none" : words(agreed.annexes())),
                new Line("Joins arrangement", agreed.accedesTo().orElse("none: it stands by itself")),
                new Line("Request", agreed.requestId() + ", version " + agreed.requestVersion()),
                new Line("Status", Words.of(arrangement.status())),
                new Line("Agreed", Words.of(agreed.agreedAt())),
                new Line("Classification", classification(agreed)));
    }

    private static String classification(Memorandum agreed) {
        String tier = agreed.security().classification().name().replace('_', ' ');
        return tier + (agreed.security().sensitive() ? "-SENSITIVE" : "")
                + agreed.security().handlingInstructions().stream().map(each -> "; " + each).collect(joining());
    }

    Section parties(Memorandum agreed) {
        return tables("Parties", new Table("Who shares what with whom", List.of("Organisation", "Side"),
                agreed.parties().stream().map(party -> List.of(party.name(), Words.of(party.side()))).toList()));
    }

    Section purpose(Purpose purpose) {
        var lines = new ArrayList<Line>();
        purpose.aims().forEach(aim -> lines.add(new Line("Aim " + aim.ref(), aim.text())));
        lines.add(new Line("How the data helps", purpose.howDataHelps()));
        lines.add(new Line("Kind of purpose", words(purpose.categories())));
        purpose.benefits().forEach(benefit -> lines.add(new Line("Public benefit", benefit)));
        lines.add(new Line("Decisions taken by machine alone", purpose.automatedDecisions().orElse("none")));
        purpose.urgency().ifPresent(urgency -> lines.add(new Line("Urgency",
                Words.of(urgency.level()) + urgency.reason().map(reason -> ": " + reason).orElse(""))));
        purpose.ethics().ifPresent(ethics -> lines.add(new Line("Ethics assessment",
                Words.of(ethics.assessment()) + ethics.reference().map(where -> ", " + where).orElse(""))));
        return new Section("Purpose", List.copyOf(lines), List.of());
    }

    Section data(Data data) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Kinds of data", words(data.types())));
        if (!data.specialCategories().isEmpty()) {
            lines.add(new Line("Special categories", words(data.specialCategories())));
        }
        data.subjects().ifPresent(subjects -> lines.add(new Line("Whom it is about", subjects.description()
                + subjects.approximateCount().map(count -> " (about %,d people)".formatted(count)).orElse("")
                + (subjects.includesChildren() ? " Children are among them." : "")
                + (subjects.vulnerable() ? " People who need more protection are among them." : ""))));
        data.subjects().filter(subjects -> !subjects.groups().isEmpty())
                .ifPresent(subjects -> lines.add(new Line("Groups", String.join(", ", subjects.groups()))));
        data.coverage().ifPresent(coverage -> lines.add(new Line("Places and times",
                String.join(", ", coverage.geography())
                        + coverage.from().map(day -> " from " + Words.of(day)).orElse("")
                        + coverage.to().map(day -> " to " + Words.of(day)).orElse(""))));
        data.volume().flatMap(Data.Volume::records)
                .ifPresent(records -> lines.add(new Line("Records", "about %,d".formatted(records))));
        return new Section("Data", List.copyOf(lines), List.of(
                new Table("Where it comes from", List.of("Data asset", "Reference", "Supplier"),
                        data.assets().stream().map(one -> List.of(one.title(), one.assetId(), name(one.supplier())))
                                .toList()),
                new Table("What is shared", List.of("Item", "What it holds", "Points to a person", "Serves aim"),
                        data.items().stream().map(item -> List.of(item.name(), item.description(),
                                Words.of(item.identifiability()), item.purposeRef().orElse("not stated"))).toList())));
    }

    Section law(Legal legal) {
        var powers = new Table("Powers relied on", List.of("Organisation", "Power", "Where it is written"),
                legal.powers().stream().map(power -> List.of(name(power.party()),
                        Words.of(power.kind()) + power.code().map(code -> " (" + code + ")").orElse(""),
                        power.citation() + power.reference().map(reference -> "; " + reference).orElse("")))
                        .toList());
        var lines = new ArrayList<Line>();
        legal.deaObjective().ifPresent(
                objective -> lines.add(new Line("Objective under the Digital Economy Act 2017", objective)));
        legal.pilot().ifPresent(pilot -> {
            lines.add(new Line("Success of the pilot", pilot.successCriteria()));
            lines.add(new Line("Business case", pilot.businessCase()));
            lines.add(new Line("Fairness", pilot.fairness()));
        });
        legal.confidentiality().ifPresent(duty -> lines.add(new Line("Duty of confidence", Words.of(duty))));
        if (legal.devolved()) {
            lines.add(new Line("Devolved matter", "yes"));
        }
        return new Section("Legal power", List.copyOf(lines), List.of(powers));
    }

    Section dataProtection(DataProtection protection) {
        var lines = new ArrayList<Line>();
        protection.criminalOffence().ifPresent(basis -> lines.add(new Line("Criminal offence data", basis)));
        protection.lawEnforcement().ifPresent(law -> lines.add(new Line("Competent authority",
                name(law.competentAuthority()) + law.sch8Condition()
                        .map(paragraph -> ", Data Protection Act 2018, Schedule 8, paragraph " + paragraph)
                        .orElse(""))));
        protection.policyDocument().flatMap(DataProtection.PolicyDocument::reference)
                .ifPresent(where -> lines.add(new Line("Appropriate policy document", where)));
        protection.article14Exemption().ifPresent(why -> lines.add(new Line("Why people are not told", why)));
        protection.rights().ifPresent(
                rights -> lines.add(new Line("People's rights", rights.contact() + ". " + rights.process())));
        protection.privacyNotice().ifPresent(notice -> lines.add(new Line("Privacy notice", notice.toString())));
        var tables = new ArrayList<Table>();
        tables.add(new Table("Roles", List.of("Organisation", "Role"), protection.roles().stream()
                .map(role -> List.of(name(role.party()), Words.of(role.role()))).toList()));
        tables.add(new Table("Lawful bases", List.of("Organisation", "Lawful basis", "Why it applies"),
                protection.lawfulBases().stream().map(basis -> List.of(name(basis.party()), Words.of(basis.basis()),
                        basis.explanation())).toList()));
        if (!protection.conditions().isEmpty()) {
            tables.add(new Table("Conditions for special category data", List.of("Organisation", "Condition",
                    "Data Protection Act 2018, Schedule 1"),
                    protection.conditions().stream().map(each -> List.of(name(each.party()), Words.of(each.condition()),
                            each.schedule1Condition().map(paragraph -> "paragraph " + paragraph).orElse("none needed")))
                            .toList()));
        }
        return new Section("Data protection", List.copyOf(lines), List.copyOf(tables));
    }

    Section delivery(Memorandum agreed) {
        Delivery delivery = agreed.delivery();
        var lines = new ArrayList<Line>();
        lines.add(new Line("Means", Words.of(delivery.method())));
        delivery.format().ifPresent(format -> lines.add(new Line("Format", format)));
        lines.add(new Line("How often", Words.of(delivery.frequency())));
        lines.add(new Line("Leaves the United Kingdom", Words.yesOrNo(delivery.leavesUk())));
        delivery.transfers().forEach(transfer -> lines.add(new Line("Transfer to " + transfer.country(),
                Words.of(transfer.mechanism())
                        + transfer.viaProcessor().map(processor -> ", through " + name(processor)).orElse(""))));
        return new Section("Delivery", List.copyOf(lines), List.of());
    }

    Section terms(Terms terms) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("From", Words.of(terms.start())));
        lines.add(new Line("To", terms.end().map(Words::of).orElse("no fixed end")));
        lines.add(new Line("Looked at again by", Words.of(terms.reviewDate())));
        terms.retention().ifPresent(retention -> lines.add(new Line("Kept for",
                Words.of(retention.period()) + ", counted from " + retention.startsFrom()
                        + retention.basis().map(why -> ". " + why).orElse(""))));
        lines.add(new Line("Afterwards", Words.of(terms.disposal().method()) + ": " + terms.disposal().description()
                + (terms.disposal().certificateRequired() ? " The supplier wants a certificate." : "")));
        lines.add(new Line("Passed on", terms.onward().allowed()
                ? "allowed. " + terms.onward().conditions().orElse("") + " "
                        + String.join(", ", terms.onward().recipients())
                : "not allowed"));
        terms.costs().ifPresent(costs -> lines.add(new Line("Costs", costs)));
        return new Section("Terms", List.copyOf(lines), List.of());
    }

    Optional<Section> conditions(Memorandum agreed) {
        return agreed.conditions().isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("Conditions",
                        agreed.conditions().stream().map(each -> new Line("Condition", each)).toList(), List.of()));
    }

    Section agreement(Arrangement arrangement) {
        return tables("Who agreed",
                new Table("Approvals", List.of("Organisation", "Role", "Answer", "When"),
                        arrangement.memorandum().approvals().stream().map(yes -> List.of(name(yes.organisationId()),
                                yes.role().words(), answer(yes), Words.of(yes.decidedAt()))).toList()),
                new Table("Signatures", List.of("Organisation", "When", "SHA-256 of the evidence"),
                        arrangement.signatures().stream().map(each -> List.of(name(each.organisationId()),
                                Words.of(each.signedAt()), each.evidenceDigest())).toList()));
    }

    private static String answer(Approval yes) {
        return Words.of(yes.outcome())
                + yes.carriedFrom().map(from -> ", carried forward from version " + from).orElse("");
    }

    private String name(String organisationId) {
        return names.getOrDefault(organisationId, organisationId);
    }

    private static String words(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Words::of).collect(joining(", "));
    }

    private static Section lines(String heading, Line... lines) {
        return new Section(heading, List.of(lines), List.of());
    }

    private static Section tables(String heading, Table... tables) {
        return new Section(heading, List.of(), List.of(tables));
    }
}
