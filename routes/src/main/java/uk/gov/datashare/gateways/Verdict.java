package uk.gov.datashare.gateways;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/** Whether a party may use a power, as far as a dated list can say; it is help for a lawyer and replaces none. */
public sealed interface Verdict {

    /** Organisation id of the party. */
    String party();

    /** The gateway's code. */
    String gateway();

    /** The record that this rests on. */
    Basis basis();

    /** The verdict as one sentence or two. */
    String inWords();

    /**
     * What a verdict rests on.
     *
     * @param record the record, or the list that has none
     * @param asAt   the day of the snapshot
     */
    record Basis(String record, LocalDate asAt) {
        public Basis {
            requireNonNull(record);
            requireNonNull(asAt);
        }

        @Override
        public String toString() {
            return record + ", as at " + asAt;
        }
    }

    /**
     * The party is specified for the power.
     *
     * @param name what the party is called
     */
    record Yes(String party, String name, String gateway, Basis basis) implements Verdict {
        public Yes {
            requireNonNull(party);
            requireNonNull(name);
            requireNonNull(gateway);
            requireNonNull(basis);
        }

        @Override
        public String inWords() {
            return name + " is specified for " + gateway + " (" + basis + ").";
        }
    }

    /**
     * The list names the party, and not for this power.
     *
     * @param name    what the party is called
     * @param options codes of the gateways for which the list names every party
     */
    record No(String party, String name, String gateway, Basis basis, List<String> options) implements Verdict {
        public No {
            requireNonNull(party);
            requireNonNull(name);
            requireNonNull(gateway);
            requireNonNull(basis);
            options = List.copyOf(options);
        }

        @Override
        public String inWords() {
            return name + " is not specified for " + gateway + " (" + basis + "). " + (options.isEmpty()
                    ? "No power on the list is open to every party: it takes a power of another act, or another party."
                    : "Open to every party: " + String.join(", ", options) + ", if the purpose fits.");
        }
    }

    /**
     * The list does not answer.
     *
     * @param name   what the party is called
     * @param reason why not, and what would
     */
    record CannotTell(String party, String name, String gateway, String reason, Basis basis) implements Verdict {
        public CannotTell {
            requireNonNull(party);
            requireNonNull(name);
            requireNonNull(gateway);
            requireNonNull(reason);
            requireNonNull(basis);
        }

        @Override
        public String inWords() {
            return "Whether " + name + " may use " + gateway + " cannot be told: " + reason + " (" + basis + ").";
        }
    }
}
