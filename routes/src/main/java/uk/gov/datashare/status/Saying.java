package uk.gov.datashare.status;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What is told of an event: something, or nothing, and then for a reason. */
sealed interface Saying {

    /**
     * Every party is told.
     *
     * @param headline what happened, in one sentence
     * @param detail   more about it
     */
    record Said(String headline, Optional<String> detail) implements Saying {
        public Said {
            requireNonNull(headline);
            requireNonNull(detail);
        }
    }

    /** Nobody is told. */
    record Unsaid(String because) implements Saying {
        public Unsaid {
            requireNonNull(because);
        }
    }

    static Saying said(String headline) {
        return new Said(headline, Optional.empty());
    }

    static Saying said(String headline, String detail) {
        return said(headline, Optional.of(detail));
    }

    static Saying said(String headline, Optional<String> detail) {
        return new Said(headline, detail.filter(text -> !text.isBlank()));
    }
}
