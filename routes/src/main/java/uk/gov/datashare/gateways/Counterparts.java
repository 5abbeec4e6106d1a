package uk.gov.datashare.gateways;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.datafiles.DataFile;

/**
 * Which organisation of the registry is, or may be, which person in law: a department is not its Secretary of State, but its
 * people act in that name.
 *
 * @param source      who says so
 * @param asAt        when
 * @param counterparts the pairs
 */
record Counterparts(String source, LocalDate asAt, List<Counterpart> counterparts) {

    private static final String FILE = "gateways/counterparts.yaml";

    /**
     * A pair.
     *
     * @param organisation organisation id
     * @param person       what the law calls the person
     * @param relation     how sure the pair is
     */
    record Counterpart(String organisation, String person, Relation relation) {
        Counterpart {
            requireNonNull(organisation);
            requireNonNull(person);
            requireNonNull(relation);
        }
    }

    /** How an organisation stands to a person in law. */
    enum Relation {
        /** It is that person. */
        ITSELF,
        /** It is the department of that office. */
        OFFICE,
        /** It is one of that kind, beyond doubt: the list says what the kind may, and not what else the body may. */
        KIND,
        /** It took over from that person, in whole or in part; the list says nothing of it. */
        SUCCESSOR,
        /** It may be one of that kind; the list names the kind only. */
        PERHAPS;

        /** Whether what the list says of the person, it says of the organisation. */
        boolean sure() {
            return this == ITSELF || this == OFFICE || this == KIND;
        }
    }

    Counterparts {
        requireNonNull(source);
        requireNonNull(asAt);
        counterparts = List.copyOf(counterparts);
    }

    static Counterparts shipped() {
        return DataFile.read(FILE, Counterparts.class);
    }

    Stream<Counterpart> of(String organisation) {
        return counterparts.stream().filter(each -> each.organisation().equals(organisation));
    }
}
