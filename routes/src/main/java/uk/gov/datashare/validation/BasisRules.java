package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.error;
import static uk.gov.datashare.validation.Finding.warning;
import static uk.gov.datashare.validation.Submission.each;

import java.util.List;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.CodeLists;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.DataProtection.Article9;
import uk.gov.datashare.contracts.DataProtection.Basis;
import uk.gov.datashare.contracts.DataProtection.Condition;
import uk.gov.datashare.contracts.DataProtection.LawfulBasis;
import uk.gov.datashare.contracts.DataProtection.PartyRole;
import uk.gov.datashare.contracts.DataProtection.Role;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Proposal.Processor;

/** Rules about the lawful basis for personal data (UK GDPR Articles 6, 9, 10, 26 and 28). */
final class BasisRules {

    private static final String PROTECTION = "/proposal/dataProtection";
    private static final String BASES = PROTECTION + "/lawfulBases";

    private static final SequencedSet<String> ANNEX_1 = CodeLists.ANNEX_1.values();
    private static final SequencedSet<String> PART_2 = CodeLists.SCHEDULE_1.valuesOf("Part 2");

    static final List<Rule> ALL = List.of(
            new Rule("V03", "Personal data has a lawful basis at each controller, and special data a condition.",
                    BasisRules::basesAreGiven),
            new Rule("V04", "A public authority does not rest its tasks on legitimate interests.",
                    BasisRules::legitimateInterests),
            new Rule("V05", "A recognised legitimate interest needs a condition of Annex 1.",
                    BasisRules::recognisedInterests),
            new Rule("V06", "A public authority's consent is seldom free.", BasisRules::consent),
            new Rule("V12", "Joint controllers are at least two.", BasisRules::jointControllersAreTwo),
            new Rule("V13", "A processor works for a controller that takes part.",
                    BasisRules::processorsHaveControllers));

    private BasisRules() {}

    private static Stream<Finding> basesAreGiven(Submission s) {
        if (!s.personal()) {
            return Stream.empty();
        }
        return Stream.of(
                s.controllers().stream()
                        .filter(party -> lacks(s, DataProtection::lawfulBases, LawfulBasis::party, party))
                        .map(party -> error(BASES, "No lawful basis is given for " + s.nameOf(party) + ".",
                                "Add its basis under UK GDPR Article 6(1), with party " + party + ".")),
                s.controllers().stream()
                        .filter(party -> s.has(Data.Type.SPECIAL_CATEGORY)
                                && lacks(s, DataProtection::conditions, Condition::party, party))
                        .map(party -> error(PROTECTION + "/conditions",
                                "No condition for special category data is given for " + s.nameOf(party) + ".",
                                "Add its condition under UK GDPR Article 9(2), with party " + party + ".")),
                each(PROTECTION + "/conditions", conditions(s), BasisRules::substantialPublicInterest),
                error(PROTECTION + "/criminalOffence",
                        "Nothing is said about why criminal offence data may be processed.",
                        "Name the official authority, or the condition of Schedule 1 (UK GDPR Article 10).")
                        .when(s.has(Data.Type.CRIMINAL_OFFENCE)
                                && s.protection().flatMap(DataProtection::criminalOffence).isEmpty()))
                .flatMap(findings -> findings);
    }

    private static <T> boolean lacks(Submission s, Function<DataProtection, List<T>> entries,
            Function<T, String> partyOf, String party) {
        return s.protection().stream().flatMap(each -> entries.apply(each).stream())
                .noneMatch(entry -> partyOf.apply(entry).equals(party));
    }

    private static Stream<Finding> substantialPublicInterest(String pointer, Condition condition) {
        boolean inPart2 = condition.schedule1Condition().filter(BasisRules::isParagraphOfPart2).isPresent();
        return error(pointer + "/schedule1Condition",
                "Substantial public interest needs a condition of Part 2 of Schedule 1 to the Data Protection Act 2018.",
                "Give its paragraph, from " + PART_2.getFirst() + " to " + PART_2.getLast()
                        + "; 6 is statutory and government purposes.")
                .when(condition.condition() == Article9.G_SUBSTANTIAL_PUBLIC_INTEREST && !inPart2);
    }

    private static boolean isParagraphOfPart2(String paragraph) {
        return PART_2.contains(paragraph);
    }

    private static Stream<Finding> legitimateInterests(Submission s) {
        return each(BASES, bases(s), (pointer, basis) -> error(pointer + "/basis",
                s.nameOf(basis.party())
                        + " is a public authority and cannot rest its public tasks on legitimate interests.",
                "Use ART6_1_E_PUBLIC_TASK, or set outsideTasks to true and explain why this is none of its tasks.")
                .when(basis.basis() == Basis.ART6_1_F_LEGITIMATE_INTERESTS && !basis.outsideTasks()
                        && publicAuthority(s, basis.party())));
    }

    private static Stream<Finding> recognisedInterests(Submission s) {
        return each(BASES, bases(s),
                (pointer,
                        basis) -> error(pointer + "/annexCondition",
                                "A recognised legitimate interest needs a condition of Annex 1 to the UK GDPR.",
                                "Use one of " + String.join(", ", ANNEX_1) + ".")
                                .when(basis.basis() == Basis.ART6_1_EA_RECOGNISED_LEGITIMATE_INTEREST
                                        && basis.annexCondition().filter(ANNEX_1::contains).isEmpty()));
    }

    private static Stream<Finding> consent(Submission s) {
        return each(BASES, bases(s),
                (pointer,
                        basis) -> warning(pointer + "/basis",
                                "People seldom choose freely when " + s.nameOf(basis.party())
                                        + ", a public authority, asks for their consent.",
                                "Check whether a public task or a legal obligation is the better basis.")
                                .when(basis.basis() == Basis.ART6_1_A_CONSENT && publicAuthority(s, basis.party())));
    }

    private static Stream<Finding> jointControllersAreTwo(Submission s) {
        List<String> joint = s.protection().stream().flatMap(each -> each.roles().stream())
                .filter(role -> role.role() == Role.JOINT_CONTROLLER).map(PartyRole::party).distinct().toList();
        return error(PROTECTION + "/roles", "Only one party is said to be a joint controller.",
                "Name the others that decide together with it, or make it CONTROLLER.").when(joint.size() == 1);
    }

    private static Stream<Finding> processorsHaveControllers(Submission s) {
        return Stream.concat(
                each("/proposal/parties/processors", s.parties().processors(),
                        (pointer,
                                processor) -> error(pointer + "/onBehalfOf",
                                        processor.onBehalfOf() + " is not a controller that takes part.",
                                        "Name the party for which " + processor.name() + " works.")
                                        .when(!s.controllers().contains(processor.onBehalfOf()))),
                each(PROTECTION + "/roles", roles(s),
                        (pointer, role) -> error(pointer,
                                s.nameOf(role.party()) + " is said to be a processor, but not for whom.",
                                "Add it to the parties' processors, with the controller on whose behalf it works.")
                                .when(processes(role) && !isNamed(s, role.party()))));
    }

    private static boolean processes(PartyRole role) {
        return !role.role().controls();
    }

    private static boolean isNamed(Submission s, String party) {
        return s.parties().processors().stream().map(Processor::name)
                .anyMatch(name -> name.equals(party) || name.equals(s.nameOf(party)));
    }

    private static boolean publicAuthority(Submission s, String party) {
        return s.organisation(party).map(Organisation::type).map(Organisation.Type::publicAuthority).orElse(true);
    }

    private static List<LawfulBasis> bases(Submission s) {
        return s.protection().map(DataProtection::lawfulBases).orElse(List.of());
    }

    private static List<Condition> conditions(Submission s) {
        return s.protection().map(DataProtection::conditions).orElse(List.of());
    }

    private static List<PartyRole> roles(Submission s) {
        return s.protection().map(DataProtection::roles).orElse(List.of());
    }
}
