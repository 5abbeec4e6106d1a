package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Story.finds;
import static uk.gov.datashare.validation.Story.passes;

import java.util.stream.Stream;

import uk.gov.datashare.Sample;

/** Stories about the power to share, its dates and its formalities. */
final class TermStories {

    private static final Sample PLAIN = Sample.of("a-postcode-data");
    private static final Sample PERSONAL = Sample.of("b-address-check");
    private static final Sample JOINING = Sample.of("o-council-joins-pilot");
    private static final String TERMS = "/proposal/terms";

    private TermStories() {}

    /** All of them. */
    static Stream<Story> all() {
        return Stream.of(
                finds("V10", "an end before the start",
                        PLAIN.with(TERMS + "/end", "\"2027-05-31\"").with(TERMS + "/reviewDate", "\"2027-05-30\""),
                        TERMS + "/end", TERMS + "/reviewDate"),
                finds("V10", "a review after the end", PLAIN.with(TERMS + "/reviewDate", "\"2029-06-01\""),
                        TERMS + "/reviewDate"),
                finds("V10", "a pilot that is reviewed too late",
                        PERSONAL.with(TERMS + "/end", "\"2029-08-31\"").with(TERMS + "/reviewDate", "\"2028-09-02\""),
                        TERMS + "/reviewDate"),
                passes("V10", "a review on the last day", PLAIN.with(TERMS + "/reviewDate", "\"2029-05-31\"")),
                passes("V10", "a pilot's review after a year to the day",
                        PERSONAL.with(TERMS + "/end", "\"2029-08-31\"").with(TERMS + "/reviewDate", "\"2028-09-01\"")),
                passes("V10", "an ongoing share", PLAIN.without(TERMS + "/end")),
                finds("V11", "an objective without its power",
                        PLAIN.with("/proposal/legal/deaObjective", "\"Fuel poverty\""), "/proposal/legal/deaObjective"),
                passes("V11", "an objective with its power", PERSONAL),
                finds("V09", "a day that has passed", PLAIN.with("/neededBy", "\"2027-03-01\""),
                        "/neededBy"),
                passes("V09", "a day to come", PLAIN.with("/neededBy", "\"2027-03-02\"")),
                finds("V19", "data that is kept for a life without a reason",
                        PERSONAL.with(TERMS + "/retention/period", "\"P8Y1D\"").without(TERMS + "/retention/basis"),
                        TERMS + "/retention/basis"),
                passes("V19", "the same with a reason",
                        PERSONAL.with(TERMS + "/retention/period", "\"P60Y\"").with(TERMS + "/retention/basis",
                                "\"Limitation Act 1980\"")),
                passes("V19", "seven years after the end to the day",
                        PERSONAL.without(TERMS + "/retention/basis").with(TERMS + "/end", "\"2028-09-01\"").with(
                                TERMS + "/retention/period",
                                "\"P8Y\"")),
                finds("V27", "an emergency without a reason",
                        PLAIN.with("/proposal/purpose/urgency", "{\"level\": \"EMERGENCY\"}"),
                        "/proposal/purpose/urgency/reason"),
                passes("V27", "an emergency that is explained",
                        PLAIN.with("/proposal/purpose/urgency",
                                "{\"level\": \"EMERGENCY\", \"reason\": \"The river is rising.\"}")),
                passes("V27", "what is urgent and no emergency",
                        PLAIN.with("/proposal/purpose/urgency", "{\"level\": \"URGENT\"}")),
                finds("V28", "a declaration that is not confirmed", PLAIN.with("/declaration/confirmed", "false"),
                        "/declaration/confirmed"),
                passes("V28", "a declaration that is", PLAIN),
                finds("V29", "a request to join nothing", JOINING.without("/relatedArrangementId"),
                        "/relatedArrangementId"),
                passes("V29", "a request to join an arrangement", JOINING));
    }
}
