package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * For how long a share runs, and what happens afterwards.
 *
 * @param start      first day
 * @param end        last day; empty for an ongoing share, which its review bounds
 * @param reviewDate when it is looked at again
 * @param retention  how long the recipient keeps the data; needed for personal data
 * @param disposal   how it is got rid of
 * @param onward     whether it may be passed on
 * @param costs      what it costs, if anything
 */
public record Terms(LocalDate start, Optional<LocalDate> end, LocalDate reviewDate, Optional<Retention> retention,
        Disposal disposal, Onward onward, Optional<String> costs) {

    /**
     * How long data is kept.
     *
     * @param period     an ISO 8601 period of years, months and days
     * @param startsFrom from when it is counted
     * @param basis      why for so long: a schedule, a statute
     */
    public record Retention(Period period, String startsFrom, Optional<String> basis) {
        public Retention {
            requireNonNull(period);
            requireNonNull(startsFrom);
            requireNonNull(basis);
        }

        /** A length of time for which no reason is given. */
        public Retention(Period period, String startsFrom) {
            this(period, startsFrom, Optional.empty());
        }
    }

    /**
     * How data is got rid of.
     *
     * @param method              the means
     * @param description         the means in words, copies included
     * @param certificateRequired whether the supplier wants it certified
     */
    public record Disposal(Method method, String description, boolean certificateRequired) {

        /** Means of disposal. */
        public enum Method {
            DELETE, CRYPTO_ERASE, RETURN, ANONYMISE, ARCHIVE
        }

        public Disposal {
            requireNonNull(method);
            requireNonNull(description);
        }
    }

    /**
     * Whether data may be passed on.
     *
     * @param allowed    whether it may
     * @param conditions under which conditions
     * @param recipients to whom
     */
    public record Onward(boolean allowed, Optional<String> conditions, List<String> recipients) {
        public Onward {
            requireNonNull(conditions);
            recipients = Absent.orEmpty(recipients);
        }
    }

    public Terms {
        requireNonNull(start);
        requireNonNull(end);
        requireNonNull(reviewDate);
        requireNonNull(retention);
        requireNonNull(disposal);
        requireNonNull(onward);
        requireNonNull(costs);
    }
}
