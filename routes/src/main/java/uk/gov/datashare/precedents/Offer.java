package uk.gov.datashare.precedents;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Problem.Severity;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.precedents.Precedent.Difference;

/** Says that an arrangement in force covers what is asked for, and how to join it; and why one cannot be joined on other terms. */
final class Offer {

    /** The rule that an offer names. */
    static final String RULE = "G6";

    private static final int MOST_NAMED = 3;
    private static final int LONGEST_VALUE = 120;

    private Offer() {}

    /** The offer for a request that asks for something new, as a warning that goes with it; nothing where there is none. */
    static List<Problem> to(ShareRequest request, String organisation, Agreed agreed) {
        if (!agreed.isComplete()) {
            return List.of(warning(
                    "The hub is still reading what has been agreed before: whether an arrangement in force"
                            + " covers this request already was not looked up.",
                    "Nothing need be done. Ask the hub for precedents later, if you would rather join an arrangement."));
        }
        List<Precedent> covering = agreed.now().covering(request.proposal());
        return covering.stream().filter(each -> each.has(organisation)).findFirst().map(Offer::ownAlready)
                .or(() -> covering.stream().findFirst().map(each -> join(each, request)))
                .stream().toList();
    }

    private static Problem ownAlready(Precedent own) {
        return warning(called(own) + ", to which your organisation is a party, covers this purpose, power and data"
                + " already.",
                "If it is enough, withdraw this request. To change it, ask for AMENDMENT or RENEWAL of the arrangement"
                        + " that you signed.");
    }

    private static Problem join(Precedent covering, ShareRequest request) {
        String how = "send version " + (request.version() + 1) + " of this request with requestType ACCESSION and"
                + " relatedArrangementId " + covering.arrangementId();
        List<Difference> terms = covering.beyond(Reach.TERMS);
        return warning(called(covering) + ", in force between " + parties(covering)
                + ", covers this purpose, power and data already. Your organisation may join it as a party, which asks"
                + " fewer people: " + how + ".",
                sentence(how) + (terms.isEmpty()
                        ? "."
                        : ", on its terms: "
                                + terms.stream().map(Offer::asAgreed).collect(joining("; ")) + "."));
    }

    /** Everything in which a request that would join an arrangement goes beyond it; empty where it may join. */
    static List<Problem> beyond(Precedent named) {
        return Stream.of(Reach.SUBSTANCE, Reach.TERMS).flatMap(reach -> named.beyond(reach).stream())
                .map(each -> new Problem(RULE, Severity.ERROR, each.pointer(),
                        "Who joins an arrangement takes it as it was agreed, but here the request goes beyond "
                                + named.arrangementId() + ". " + each.field() + ": it asks for "
                                + values(each.proposed()) + ", and " + values(each.agreed()) + " was agreed.",
                        Optional.of("Ask for what was agreed, or send this as a NEW request.")))
                .toList();
    }

    private static String called(Precedent precedent) {
        return "Arrangement " + precedent.arrangementId() + " (" + precedent.title() + ")";
    }

    private static String parties(Precedent precedent) {
        List<String> names = precedent.parties().stream().map(Party::name).toList();
        int more = names.size() - MOST_NAMED;
        return more > 0
                ? String.join(", ", names.subList(0, MOST_NAMED)) + " and " + more + " more"
                : String.join(", ", names);
    }

    private static String asAgreed(Difference difference) {
        return difference.field() + ", " + values(difference.agreed()) + " and not " + values(difference.proposed());
    }

    private static String values(List<String> values) {
        if (values.isEmpty()) {
            return "nothing";
        }
        String all = String.join(", ", values);
        return all.length() <= LONGEST_VALUE ? all : all.substring(0, LONGEST_VALUE) + "…";
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Problem warning(String message, String fix) {
        return new Problem(RULE, Severity.WARNING, "", message, Optional.of(fix));
    }
}
