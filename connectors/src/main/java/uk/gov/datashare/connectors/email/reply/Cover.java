package uk.gov.datashare.connectors.email.reply;

import static uk.gov.datashare.connectors.email.reply.MachineWords.COVER;
import static uk.gov.datashare.connectors.email.reply.MachineWords.COVERS;
import static uk.gov.datashare.connectors.email.reply.MachineWords.NO_COVER;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who stands in for an absent person, by what their automatic reply says: "please contact jane.doe@...". */
final class Cover {

    private static final int WORDS_BEFORE = 160;
    private static final int WORDS_BEHIND = 80;

    private Cover() {}

    /**
     * The one address that a text names for the time of an absence, in lower case; empty when it names none, or several,
     * for the hub does not choose.
     *
     * @param nobody addresses that cannot be meant: the absent person's own, and the hub's
     */
    static Optional<String> in(String text, Predicate<String> nobody) {
        Set<String> named = new LinkedHashSet<>();
        for (var found : Delegates.all(text)) {
            if (!nobody.test(found.address()) && isNamed(text, found)) {
                named.add(found.address());
            }
        }
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    private static boolean isNamed(String text, Delegates.Found found) {
        String before = text.substring(Math.max(0, found.start() - WORDS_BEFORE), found.start());
        String behind = text.substring(found.end(), Math.min(text.length(), found.end() + WORDS_BEHIND));
        return NO_COVER.in(before).isEmpty() && (COVER.in(before).isPresent() || COVERS.in(behind).isPresent());
    }
}
