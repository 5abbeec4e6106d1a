package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Story.finds;
import static uk.gov.datashare.validation.Story.passes;

import java.util.stream.Stream;

import uk.gov.datashare.Sample;

/** For each rule, a request in which it finds something, and where; and one that it lets pass. */
final class RuleStories {

    private RuleStories() {}

    private static final Sample PLAIN = Sample.of("a-postcode-data");
    private static final Sample PERSONAL = Sample.of("b-address-check");
    private static final Sample HEALTH = Sample.of("e-hospital-episodes");
    private static final Sample ABROAD = Sample.of("f-vehicle-keepers-abroad");
    private static final Sample CRIMINAL = Sample.of("n-prison-leavers-housing");

    private static final String TYPES = "/proposal/data/types";
    private static final String BASES = "/proposal/dataProtection/lawfulBases";
    private static final String CONDITIONS = "/proposal/dataProtection/conditions";
    private static final String ROLES = "/proposal/dataProtection/roles";
    private static final String BASIS = BASES + "/0/basis";
    private static final String PARTIES = "/proposal/parties";
    private static final String DPIA = "/proposal/dpia";
    private static final String ITEMS = "/proposal/data/items";
    private static final String TERMS = "/proposal/terms";
    private static final String DWP = "\"department-for-work-pensions\"";

    /** All of them. */
    static Stream<Story> all() {
        return Stream.of(parties(), data(), bases(), TermStories.all(), SurroundingStories.all())
                .flatMap(stories -> stories);
    }

    private static Stream<Story> parties() {
        return Stream.of(
                passes("V00", "the acquirer's own topic", PLAIN),
                finds("V08", "others that nobody names", PLAIN.with(PARTIES + "/othersNeedAccess", "true"),
                        PARTIES + "/otherRecipients"),
                finds("V08", "others that are not said to need access",
                        CRIMINAL.with(PARTIES + "/othersNeedAccess", "false"), PARTIES + "/othersNeedAccess"),
                passes("V08", "others that are named", CRIMINAL),
                finds("V17", "another organisation's asset",
                        PLAIN.with("/proposal/data/assets/0/assetId", "\"dvla-driver-addresses\""),
                        "/proposal/data/assets/0/assetId"),
                finds("V17", "an asset that nobody has",
                        PLAIN.with("/proposal/data/assets/0/assetId", "\"os-moon-maps\""),
                        "/proposal/data/assets/0/assetId"),
                finds("V17", "a supplier that is not asked",
                        PLAIN.with("/proposal/data/assets/0/supplier", "\"home-office\""),
                        "/proposal/data/assets/0/supplier"),
                finds("V17", "what is not catalogued yet",
                        PLAIN.with("/proposal/data/assets/0/assetId", "\"free-text\""),
                        "/proposal/data/assets/0/assetId"),
                passes("V17", "the supplier's own asset", PLAIN),
                finds("V18", "a stranger's address",
                        PLAIN.with("/requester/email", "\"anna@dvla.gov.uk.example.invalid\""), "/requester/email"),
                finds("V18", "a name that only looks like it",
                        PLAIN.with("/requester/email", "\"anna@dft.gov.uk.example.invalid.evil.invalid\""),
                        "/requester/email"),
                finds("V18", "a share lead from elsewhere",
                        PLAIN.with("/shareLead",
                                "{\"name\": \"A\", \"email\": \"a@x.example.invalid\", \"jobTitle\": \"Lead\"}"),
                        "/shareLead/email"),
                passes("V18", "an address in capitals",
                        PLAIN.with("/requester/email", "\"ANNA@DFT.GOV.UK.EXAMPLE.INVALID\"")),
                finds("V21", "an acquirer that supplies itself",
                        PLAIN.with(PARTIES + "/suppliers", "[\"ordnance-survey\", \"department-for-transport\"]"),
                        PARTIES + "/suppliers/1"),
                finds("V21", "a recipient that supplies",
                        CRIMINAL.with(PARTIES + "/otherRecipients", "[\"ministry-of-justice\"]"),
                        PARTIES + "/otherRecipients/0"),
                finds("V21", "a recipient that asks",
                        CRIMINAL.with(PARTIES + "/otherRecipients/0", "\"" + CRIMINAL.acquirer() + "\""),
                        PARTIES + "/otherRecipients/0"),
                passes("V21", "three organisations on three sides", CRIMINAL),
                finds("V25", "an organisation that nobody knows",
                        PLAIN.with(PARTIES + "/suppliers", "[\"ministry-of-magic\"]"), PARTIES + "/suppliers/0"),
                finds("V25", "an abbreviation in the place of an id", PLAIN.with(PARTIES + "/suppliers", "[\"os\"]"),
                        PARTIES + "/suppliers/0"),
                finds("V25", "one that is suspended", PLAIN.with(PARTIES + "/suppliers", "[\"met-office\"]"),
                        PARTIES + "/suppliers/0"),
                passes("V25", "one that has been superseded, which is another rule's",
                        PLAIN.with(PARTIES + "/suppliers", "[\"nhs-digital\"]")),
                passes("V25", "organisations that take part", CRIMINAL));
    }

    private static Stream<Story> data() {
        return Stream.of(
                finds("V01", "special data that is not said to be personal", Sample.of("j-special-category-only"),
                        TYPES),
                finds("V01", "criminal offence and pseudonymised data alone",
                        CRIMINAL.with(TYPES, "[\"CRIMINAL_OFFENCE\", \"PSEUDONYMISED\"]"), TYPES, TYPES),
                finds("V01", "categories without the tick", HEALTH.with(TYPES, "[\"PERSONAL\"]"), TYPES),
                finds("V01", "a tick without categories", HEALTH.without("/proposal/data/specialCategories"),
                        "/proposal/data/specialCategories"),
                passes("V01", "special and personal", HEALTH),
                finds("V02", "anonymous and personal at once",
                        PERSONAL.with(TYPES, "[\"PERSONAL\", \"ANONYMOUS_OR_NON_PERSONAL\"]"), TYPES),
                finds("V02", "an anonymous item that names people",
                        PLAIN.with("/proposal/data/items/0/identifiability", "\"DIRECT\""),
                        "/proposal/data/items/0/identifiability"),
                passes("V02", "anonymous alone", PLAIN),
                finds("V07", "a country without leaving", ABROAD.with("/proposal/delivery/leavesUk", "false"),
                        "/proposal/delivery/leavesUk"),
                finds("V07", "leaving without a country", ABROAD.without("/proposal/delivery/transfers"),
                        "/proposal/delivery/transfers"),
                passes("V07", "leaving for a country", ABROAD),
                finds("V15", "SECRET and sensitive",
                        PLAIN.with("/proposal/security", "{\"classification\": \"SECRET\", \"sensitive\": true}"),
                        "/proposal/security/sensitive"),
                passes("V15", "OFFICIAL-SENSITIVE", PLAIN.with("/proposal/security/sensitive", "true")),
                finds("V14", "high risk of which the Commissioner is not told",
                        PERSONAL.with(DPIA + "/residualRisk", "\"HIGH\""),
                        DPIA + "/icoConsultation"),
                finds("V14", "high risk of which the Commissioner need not be told, it says",
                        PERSONAL.with(DPIA + "/residualRisk", "\"HIGH\"").with(DPIA + "/icoConsultation",
                                "\"NOT_NEEDED\""),
                        DPIA + "/icoConsultation"),
                passes("V14", "high risk that the Commissioner has answered",
                        PERSONAL.with(DPIA + "/residualRisk", "\"HIGH\"").with(DPIA + "/icoConsultation",
                                "\"ANSWERED\"")),
                passes("V14", "medium risk", PERSONAL),
                finds("V16", "an item without an aim", PERSONAL.without(ITEMS + "/1/purposeRef"),
                        ITEMS + "/1/purposeRef"),
                finds("V16", "an aim that is not there", PERSONAL.with(ITEMS + "/2/purposeRef", "\"A9\""),
                        ITEMS + "/2/purposeRef"),
                finds("V16", "an item without the only aim",
                        PLAIN.without("/proposal/purpose/aims/1").with(ITEMS, "[" + PLAIN.json().at(ITEMS + "/0") + "]")
                                .without(ITEMS + "/0/purposeRef"),
                        ITEMS + "/0/purposeRef"),
                passes("V16", "items that serve aims", PERSONAL),
                finds("V20", "health data on media", HEALTH.with("/proposal/delivery/method", "\"ENCRYPTED_MEDIA\""),
                        "/proposal/delivery/method"),
                passes("V20", "other data on media", PERSONAL),
                finds("V26", "personal data that is not described",
                        PERSONAL.without("/proposal/data/subjects").without("/proposal/dpia")
                                .without(TERMS + "/retention"),
                        "/proposal/data/subjects", "/proposal/dpia", TERMS + "/retention"),
                passes("V26", "data about nobody", PLAIN));
    }

    private static Stream<Story> bases() {
        return Stream.of(
                finds("V03", "a controller without a basis", PERSONAL.without(BASES + "/1"), BASES),
                finds("V03", "no word on data protection", PERSONAL.without("/proposal/dataProtection"), BASES, BASES),
                finds("V03", "special data without a condition", HEALTH.without(CONDITIONS), CONDITIONS, CONDITIONS),
                finds("V03", "public interest without its paragraph",
                        HEALTH.with(CONDITIONS + "/0/condition", "\"G_SUBSTANTIAL_PUBLIC_INTEREST\""),
                        CONDITIONS + "/0/schedule1Condition"),
                finds("V03", "criminal data without authority",
                        CRIMINAL.without("/proposal/dataProtection/criminalOffence"),
                        "/proposal/dataProtection/criminalOffence"),
                passes("V03", "public interest with its paragraph",
                        HEALTH.with(CONDITIONS + "/0/condition", "\"G_SUBSTANTIAL_PUBLIC_INTEREST\"")
                                .with(CONDITIONS + "/0/schedule1Condition", "\"6\"")),
                passes("V03", "a processor, which needs no basis",
                        PERSONAL.without(BASES + "/0").with(ROLES + "/0/role", "\"PROCESSOR\"")),
                finds("V04", "a department's legitimate interests",
                        PERSONAL.with(BASIS, "\"ART6_1_F_LEGITIMATE_INTERESTS\""), BASIS),
                passes("V04", "what is outside its tasks",
                        PERSONAL.with(BASIS, "\"ART6_1_F_LEGITIMATE_INTERESTS\"").with(BASES + "/0/outsideTasks",
                                "true")),
                passes("V04", "a company's legitimate interests",
                        PERSONAL.with(BASIS, "\"ART6_1_F_LEGITIMATE_INTERESTS\"").with(BASES + "/0/party",
                                "\"shell-energy\"")),
                finds("V05", "a recognised interest without its condition",
                        PERSONAL.with(BASIS, "\"ART6_1_EA_RECOGNISED_LEGITIMATE_INTEREST\""),
                        BASES + "/0/annexCondition"),
                finds("V05", "a condition that is not in the annex",
                        PERSONAL.with(BASIS, "\"ART6_1_EA_RECOGNISED_LEGITIMATE_INTEREST\"")
                                .with(BASES + "/0/annexCondition", "\"CONVENIENCE\""),
                        BASES + "/0/annexCondition"),
                passes("V05", "a condition of the annex",
                        PERSONAL.with(BASIS, "\"ART6_1_EA_RECOGNISED_LEGITIMATE_INTEREST\"")
                                .with(BASES + "/0/annexCondition", "\"SAFEGUARDING\"")),
                finds("V06", "consent to a department", PERSONAL.with(BASIS, "\"ART6_1_A_CONSENT\""), BASIS),
                passes("V06", "a public task", PERSONAL),
                finds("V12", "one joint controller", PERSONAL.with(ROLES + "/0/role", "\"JOINT_CONTROLLER\""), ROLES),
                passes("V12", "two joint controllers",
                        PERSONAL.with(ROLES + "/0/role", "\"JOINT_CONTROLLER\"").with(ROLES + "/1/role",
                                "\"JOINT_CONTROLLER\"")),
                finds("V13", "a processor for somebody who takes no part",
                        HEALTH.with(PARTIES + "/processors/0/onBehalfOf", DWP), PARTIES + "/processors/0/onBehalfOf"),
                finds("V13", "a party that processes for nobody", PERSONAL.with(ROLES + "/0/role", "\"PROCESSOR\""),
                        ROLES + "/0"),
                passes("V13", "a processor for the acquirer", HEALTH));
    }
}
