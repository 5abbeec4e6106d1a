package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Story.finds;
import static uk.gov.datashare.validation.Story.passes;

import java.util.stream.Stream;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.registry.Registry;

/** Stories about texts, and about what a request meets outside: successors, other requests, and questions of suppliers. */
final class SurroundingStories {

    private static final Sample PLAIN = Sample.of("a-postcode-data");
    private static final Sample DISTRICT = PLAIN.with("/supplementary", "{\"DISTRICT\": \"Leeds\"}");
    private static final String SUPPLIERS = "/proposal/parties/suppliers";
    private static final String SUMMARY = "/proposal/plainSummary";
    private static final String AIM = "/proposal/purpose/aims/0/text";

    private static final String QUESTIONS = """
            [{"id": "DISTRICT", "text": "Which district?", "kind": "TEXT", "compulsory": true},
             {"id": "PRINTED", "text": "Will maps be printed?", "kind": "YES_NO", "compulsory": false},
             {"id": "SCALE", "text": "At which scale?", "kind": "CHOICE", "choices": ["Large", "Small"], "compulsory": false},
             {"id": "UNTIL", "text": "Until when?", "kind": "DATE", "compulsory": false},
             {"id": "USERS", "text": "How many will use it?", "kind": "NUMBER", "compulsory": false}]""";
    /** Ordnance Survey asks everybody. */
    static final Registry ASKING = Registered.with("ordnance-survey", "questions", QUESTIONS);
    private static final Registry ASKING_FOR_ONE = Registered.asking("ordnance-survey", "os-postcodes", QUESTIONS);
    private static final Registry TWO_HEIRS = Registered.with("nhs-digital", "supersededBy",
            "[\"nhs-england\", \"department-of-health-and-social-care\"]");
    private static final Registry NO_HEIR = Registered.with("nhs-digital", "supersededBy", "[\"met-office\"]");

    private SurroundingStories() {}

    static Stream<Story> all() {
        return Stream.of(successors(), repeats(), texts(), questions(), answers()).flatMap(stories -> stories);
    }

    private static Stream<Story> successors() {
        Sample old = PLAIN.with(SUPPLIERS, "[\"nhs-digital\"]");
        return Stream.of(
                finds("V22", "a supplier that has been superseded", old, SUPPLIERS + "/0"),
                finds("V22", "one with two successors", old, SUPPLIERS + "/0").in(TWO_HEIRS),
                finds("V22", "one whose successor takes no part", old, SUPPLIERS + "/0").in(NO_HEIR),
                finds("V22", "an acquirer that has been superseded",
                        PLAIN.with("/proposal/parties/acquirer", "\"nhs-digital\""), "/proposal/parties/acquirer"),
                passes("V22", "organisations that are there still", PLAIN));
    }

    private static Stream<Story> repeats() {
        return Stream.of(
                finds("V23", "a request for the same that is open", PLAIN, "").besides("DSR-7K3M-9QPX-2ABC"),
                passes("V23", "what nobody has asked", PLAIN));
    }

    private static Stream<Story> texts() {
        return Stream.of(
                finds("V24", "a National Insurance number", PLAIN.with(SUMMARY, "\"Such as (ab 12 34 56 c).\""),
                        SUMMARY),
                finds("V24", "an NHS number", PLAIN.with(AIM, "\"Patient 943 476 5919 and others.\""), AIM),
                finds("V24", "a mail address, and a number beside it",
                        PLAIN.with(AIM, "\"Ask jo.doe@dft.example.invalid about AB123456C.\""), AIM, AIM),
                finds("V24", "a mail address in an answer",
                        PLAIN.with("/supplementary", "{\"OTHER-1\": \"jo@dft.example.invalid\"}"),
                        "/supplementary/OTHER-1"),
                passes("V24", "ten digits whose check is wrong", PLAIN.with(SUMMARY, "\"Counter 943 476 5918.\"")),
                passes("V24", "letters that are never issued", PLAIN.with(SUMMARY, "\"Form QQ 12 34 56 C.\"")),
                passes("V24", "a number inside a longer one", PLAIN.with(SUMMARY, "\"Asset 19434765919000.\"")),
                passes("V24", "words about such numbers",
                        PLAIN.with(SUMMARY, "\"The NHS number and the National Insurance number are not shared.\"")),
                passes("V24", "an at sign by itself", PLAIN.with(SUMMARY, "\"Ten maps @ 3 pounds.\"")));
    }

    private static Stream<Story> questions() {
        return Stream.of(
                finds("V30", "a question that is not answered", PLAIN, "/supplementary/DISTRICT").in(ASKING),
                finds("V30", "a question about the asset that is not answered", PLAIN, "/supplementary/DISTRICT")
                        .in(ASKING_FOR_ONE),
                finds("V30", "an answer that nobody asked for", DISTRICT, "/supplementary/DISTRICT"),
                passes("V30", "what is answered as it was asked", DISTRICT).in(ASKING),
                passes("V30", "what is answered about the asset", DISTRICT).in(ASKING_FOR_ONE),
                passes("V30", "another asset's questions",
                        PLAIN.with("/proposal/data/assets/0/assetId", "\"free-text\"")).in(ASKING_FOR_ONE),
                passes("V30", "suppliers that ask nothing", PLAIN));
    }

    private static Stream<Story> answers() {
        return Stream.of(
                passes("V30", "answers of every kind", answering("PRINTED", "NO", "SCALE", "Small", "UNTIL",
                        "2027-04-30", "USERS", "-12.5")).in(ASKING),
                finds("V30", "small letters where a choice has capitals",
                        answering("PRINTED", "yes", "SCALE", "small "),
                        "/supplementary/PRINTED", "/supplementary/SCALE").in(ASKING),
                finds("V30", "answers of no kind", answering("PRINTED", "maybe", "SCALE", "Huge", "UNTIL",
                        "2027-02-30", "USERS", "1.2.3"), "/supplementary/PRINTED", "/supplementary/SCALE",
                        "/supplementary/UNTIL", "/supplementary/USERS").in(ASKING),
                finds("V30", "more answers of no kind", answering("PRINTED", "true", "SCALE", "", "UNTIL",
                        "tomorrow", "USERS", "1,000"), "/supplementary/PRINTED", "/supplementary/SCALE",
                        "/supplementary/UNTIL", "/supplementary/USERS").in(ASKING));
    }

    private static Sample answering(String... idsAndAnswers) {
        Sample sample = DISTRICT;
        for (int i = 0; i < idsAndAnswers.length; i += 2) {
            sample = sample.with("/supplementary/" + idsAndAnswers[i], "\"" + idsAndAnswers[i + 1] + "\"");
        }
        return sample;
    }
}
