package uk.gov.datashare.validation;

import static uk.gov.datashare.validation.Finding.error;
import static uk.gov.datashare.validation.Finding.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Status;

/** What becomes of a request that names an organisation which has been superseded. */
final class SuccessionRules {

    static final List<Rule> ALL = List.of(new Rule("V22",
            "The successor takes the place of an organisation that has been superseded.",
            SuccessionRules::successorsStepIn));

    private SuccessionRules() {}

    private static Stream<Finding> successorsStepIn(Submission s) {
        return s.named().flatMap(named -> s.organisation(named.id()).stream()
                .filter(organisation -> organisation.status() == Status.SUPERSEDED)
                .map(organisation -> succeeded(s, named, organisation)));
    }

    private static Finding succeeded(Submission s, Submission.Named named, Organisation gone) {
        List<Organisation> heirs = heirs(gone, s.registry());
        // Who asks is what the topic says, and no successor can be made to ask.
        boolean asks = gone.id().equals(s.parties().acquirer());
        return heirs.size() == 1 && !asks
                ? replaced(s, named, gone, heirs.getFirst())
                : error(named.pointer(), gone.name() + " has been superseded.", heirs.isEmpty()
                        ? "Ask the registry who has taken over."
                        : "Name its successor: "
                                + String.join(" or ", heirs.stream().map(Organisation::id).toList()) + ".");
    }

    private static Finding replaced(Submission s, Submission.Named named, Organisation gone, Organisation heir) {
        return warning(named.pointer(),
                gone.name() + " has been superseded by " + heir.name()
                        + ", which takes its place in everything that this request says of it.",
                "Name " + heir.id() + " from the next version on; if another body is meant, send one now.")
                .mendedBy(Renaming.patches(s.request(), Map.of(gone.id(), heir.id())));
    }

    /** Who has taken over and takes part, however many changes there were in between. */
    private static List<Organisation> heirs(Organisation gone, Registry registry) {
        Set<String> seen = new HashSet<>(Set.of(gone.id()));
        Set<String> heirs = new TreeSet<>();
        List<String> next = gone.supersededBy();
        while (!next.isEmpty()) {
            List<Organisation> these = next.stream().filter(seen::add).flatMap(id -> registry.organisation(id).stream())
                    .toList();
            these.stream().filter(each -> each.status() == Status.ACTIVE).map(Organisation::id).forEach(heirs::add);
            next = these.stream().filter(each -> each.status() == Status.SUPERSEDED)
                    .flatMap(each -> each.supersededBy().stream()).toList();
        }
        return heirs.stream().flatMap(id -> registry.organisation(id).stream()).toList();
    }
}
