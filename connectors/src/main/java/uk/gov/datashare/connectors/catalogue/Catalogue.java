package uk.gov.datashare.connectors.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Status;

/** The agreed arrangements, as any of their readers sees them. */
public interface Catalogue {

    /** What the catalogue has under this id. */
    Found find(String arrangementId);

    /** The arrangements that are asked for, in the order of their ids. */
    Page page(Selection selection);

    /** What is known under an id. */
    sealed interface Found {

        /** An arrangement. */
        record Listed(Entry entry) implements Found {
            public Listed {
                requireNonNull(entry);
            }
        }

        /** There was one; it has been taken out for good. */
        record Removed() implements Found {}

        /** Nothing. */
        record Unknown() implements Found {}
    }

    /**
     * An arrangement and its fingerprint.
     *
     * @param arrangement the arrangement
     * @param fingerprint differs whenever anything in the arrangement does, and is the same on every hub
     */
    record Entry(Arrangement arrangement, String fingerprint) {
        public Entry {
            requireNonNull(arrangement);
            requireNonNull(fingerprint);
        }
    }

    /**
     * Which arrangements are asked for.
     *
     * @param organisation only those of this party
     * @param status       only those that stand so
     * @param after        only those whose id comes after this one: where the page before ended
     * @param limit        how many at most
     */
    record Selection(Optional<String> organisation, Optional<Status> status, Optional<String> after, int limit) {
        public Selection {
            requireNonNull(organisation);
            requireNonNull(status);
            requireNonNull(after);
            if (limit < 1) {
                throw new IllegalArgumentException("A page holds at least one arrangement");
            }
        }

        /** Whether an arrangement is one of those asked for, wherever the page begins. */
        boolean takes(Arrangement arrangement) {
            return status.stream().allMatch(arrangement.status()::equals)
                    && organisation.stream().allMatch(id -> arrangement.memorandum().parties().stream()
                            .anyMatch(party -> party.organisationId().equals(id)));
        }
    }

    /**
     * Some of the arrangements that were asked for.
     *
     * @param entries     those of this page
     * @param next        what to ask for as {@code after} to go on; empty on the last page
     * @param fingerprint differs whenever the page does
     */
    record Page(List<Entry> entries, Optional<String> next, String fingerprint) {
        public Page {
            entries = List.copyOf(entries);
            requireNonNull(next);
            requireNonNull(fingerprint);
        }
    }
}
