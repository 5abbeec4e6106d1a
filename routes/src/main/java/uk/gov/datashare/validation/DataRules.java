package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.error;
import static uk.gov.datashare.validation.Finding.warning;
import static uk.gov.datashare.validation.Submission.each;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.Data.Identifiability;
import uk.gov.datashare.contracts.Delivery.Method;
import uk.gov.datashare.contracts.Dpia.IcoConsultation;
import uk.gov.datashare.contracts.Dpia.Risk;
import uk.gov.datashare.contracts.Purpose.Aim;
import uk.gov.datashare.contracts.Security.Classification;

/** Rules about what the data is and how it travels. */
final class DataRules {

    private static final String TYPES = "/proposal/data/types";

    static final List<Rule> ALL = List.of(
            new Rule("V01", "Special category, criminal offence and pseudonymised data are personal data too.",
                    DataRules::impliesPersonal),
            new Rule("V02", "Data is either about nobody or about somebody.", DataRules::aboutNobodyOrSomebody),
            new Rule("V07", "Transfers are named exactly where data leaves the United Kingdom.",
                    DataRules::transfersAreNamed),
            new Rule("V14", "Where high risk is left, the Information Commissioner is consulted.",
                    DataRules::commissionerIsConsulted),
            new Rule("V15", "-SENSITIVE goes with OFFICIAL only.", DataRules::sensitiveIsOfficial),
            new Rule("V16", "Each item of data serves one of the aims.", DataRules::itemsServeAims),
            new Rule("V20", "Special category data on media is a risk worth a second thought.",
                    DataRules::mediaAreRisky),
            new Rule("V26", "Personal data needs its people, its impact assessment and its retention.",
                    DataRules::personalDataIsDescribed));

    private DataRules() {}

    private static Stream<Finding> impliesPersonal(Submission s) {
        Stream<Finding> implied = Stream
                .of(Data.Type.SPECIAL_CATEGORY, Data.Type.CRIMINAL_OFFENCE, Data.Type.PSEUDONYMISED)
                .filter(s::has)
                .map(type -> error(TYPES, type + " is ticked without PERSONAL, but such data is personal data.",
                        "Add PERSONAL.").mendedBy(Patch.append(TYPES, Data.Type.PERSONAL.name())))
                .filter(_ -> !s.has(Data.Type.PERSONAL));
        boolean named = !s.data().specialCategories().isEmpty();
        return Stream.of(implied,
                error(TYPES, "Special categories are named, but SPECIAL_CATEGORY is not ticked.",
                        "Add SPECIAL_CATEGORY, or take the special categories out.")
                        .mendedBy(Patch.append(TYPES, Data.Type.SPECIAL_CATEGORY.name()))
                        .when(named && !s.has(Data.Type.SPECIAL_CATEGORY)),
                error("/proposal/data/specialCategories",
                        "SPECIAL_CATEGORY is ticked, but no special category is named.", "Say which, such as HEALTH.")
                        .when(!named && s.has(Data.Type.SPECIAL_CATEGORY)))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> aboutNobodyOrSomebody(Submission s) {
        boolean nobody = s.has(Data.Type.ANONYMOUS_OR_NON_PERSONAL);
        return Stream.concat(
                error(TYPES, "ANONYMOUS_OR_NON_PERSONAL is ticked together with personal data.",
                        "Choose one: if any of the data is about people, take ANONYMOUS_OR_NON_PERSONAL out.")
                        .when(nobody && s.personal()),
                each("/proposal/data/items", s.data().items(), (pointer, item) -> error(pointer + "/identifiability",
                        "The item \"" + item.name()
                                + "\" comes near to a person, but the data is said to be about nobody.",
                        "Add PERSONAL to the types, or set NONE if the item really tells nothing about a person.")
                        .when(!s.personal() && item.identifiability() != Identifiability.NONE)));
    }

    private static Stream<Finding> transfersAreNamed(Submission s) {
        var delivery = s.proposal().delivery();
        return Stream.concat(
                error("/proposal/delivery/transfers", "Data leaves the United Kingdom, but no country is named.",
                        "Name each country and its safeguard, or set leavesUk to false.")
                        .when(delivery.leavesUk() && delivery.transfers().isEmpty()),
                error("/proposal/delivery/leavesUk", "Countries are named, but leavesUk is false.",
                        "Set leavesUk to true, or take the transfers out.")
                        .mendedBy(Patch.put("/proposal/delivery/leavesUk", true))
                        .when(!delivery.leavesUk() && !delivery.transfers().isEmpty()));
    }

    private static Stream<Finding> commissionerIsConsulted(Submission s) {
        String at = "/proposal/dpia/icoConsultation";
        return s.proposal().dpia().stream().flatMap(dpia -> error(at,
                "High risk is left after the impact assessment, so the Information Commissioner must be consulted before anything is shared.",
                "Say how far that is: REQUIRED, SENT or ANSWERED (UK GDPR Article 36).")
                .mendedBy(Patch.put(at, IcoConsultation.REQUIRED.name()))
                .when(dpia.residualRisk().equals(Optional.of(Risk.HIGH))
                        && dpia.icoConsultation().filter(how -> how != IcoConsultation.NOT_NEEDED).isEmpty()));
    }

    private static Stream<Finding> itemsServeAims(Submission s) {
        List<String> aims = s.proposal().purpose().aims().stream().map(Aim::ref).toList();
        String fix = "Name the aim that it serves: " + String.join(", ", aims)
                + ". An item that serves none is not needed.";
        return each("/proposal/data/items", s.data().items(), (pointer, item) -> {
            String at = pointer + "/purposeRef";
            Finding finding = error(at, item.purposeRef()
                    .map(ref -> "The item \"" + item.name() + "\" serves an aim " + ref
                            + ", which the purpose does not have.")
                    .orElse("Nothing says which aim the item \"" + item.name() + "\" serves."), fix);
            return (aims.size() == 1 ? finding.mendedBy(Patch.put(at, aims.getFirst())) : finding)
                    .when(item.purposeRef().filter(aims::contains).isEmpty());
        });
    }

    private static Stream<Finding> sensitiveIsOfficial(Submission s) {
        var security = s.proposal().security();
        return error("/proposal/security/sensitive",
                "The -SENSITIVE marking goes with OFFICIAL only; it is no tier of its own.",
                "Set sensitive to false, or correct the classification.")
                .when(security.sensitive() && security.classification() != Classification.OFFICIAL);
    }

    private static Stream<Finding> mediaAreRisky(Submission s) {
        return warning("/proposal/delivery/method",
                "Special category data would travel on physical media, which can be lost.",
                "Prefer a network delivery, or be ready to say why not.")
                .when(s.has(Data.Type.SPECIAL_CATEGORY) && s.proposal().delivery().method() == Method.ENCRYPTED_MEDIA);
    }

    private static Stream<Finding> personalDataIsDescribed(Submission s) {
        return Stream.of(
                error("/proposal/data/subjects", "Nothing is said about the people whom the data is about.",
                        "Describe them.").when(s.data().subjects().isEmpty()),
                error("/proposal/dpia", "Nothing is said about a data protection impact assessment.",
                        "Say how far it is, or why none is needed.").when(s.proposal().dpia().isEmpty()),
                error("/proposal/terms/retention", "Nothing is said about how long personal data is kept.",
                        "Give a period, and from when it counts.").when(s.proposal().terms().retention().isEmpty()))
                .flatMap(findings -> findings)
                .filter(_ -> s.personal());
    }
}
