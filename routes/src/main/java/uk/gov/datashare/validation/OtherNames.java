package uk.gov.datashare.validation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Status;

/** Finds the organisation that somebody means who gives its name, or what it is called for short, in the place of its id. */
final class OtherNames {

    private OtherNames() {}

    /** The one organisation that takes part and has this name; empty where there is none or more than one. */
    static Optional<Organisation> meaning(String name, Registry registry) {
        String wanted = letters(name);
        List<Organisation> found = registry.organisations().stream()
                .filter(organisation -> organisation.status() == Status.ACTIVE)
                .filter(organisation -> namesOf(organisation).anyMatch(each -> letters(each).equals(wanted)))
                .limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Stream<String> namesOf(Organisation organisation) {
        return Stream.of(Stream.of(organisation.id(), organisation.name()), organisation.abbreviation().stream(),
                organisation.aliases().stream(), organisation.curies().stream()).flatMap(names -> names);
    }

    /** Letters and digits in lower case; an ampersand is an "and", which ids leave out and names do not. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            letters.append(word.equals("and") ? "" : word);
        }
        return letters.toString();
    }
}
