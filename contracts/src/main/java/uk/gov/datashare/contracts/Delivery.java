package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How the data travels.
 *
 * @param method    the means
 * @param format    the form, if it is known
 * @param frequency how often
 * @param leavesUk  whether any of it leaves the United Kingdom, hosting included
 * @param transfers to which countries, and by which safeguard
 */
public record Delivery(Method method, Optional<String> format, Frequency frequency, boolean leavesUk,
        List<Transfer> transfers) {

    /** Means of delivery. */
    public enum Method {
        API, EVENT_STREAM, SFTP, MANAGED_FILE_TRANSFER, SECURE_EMAIL, ENCRYPTED_MEDIA, IN_PLACE_ACCESS_TRE, QUERY_ANSWER, OTHER
    }

    /** How often data is delivered. */
    public enum Frequency {
        ONE_OFF, AD_HOC, REAL_TIME, DAILY, WEEKLY, MONTHLY, QUARTERLY, ANNUAL, OTHER
    }

    /**
     * A transfer out of the United Kingdom (UK GDPR Chapter V).
     *
     * @param country   ISO 3166-1 alpha-2
     * @param mechanism the safeguard
     * @param viaProcessor the processor through whom it goes there, by a name of the request's processors
     */
    public record Transfer(String country, Mechanism mechanism, Optional<String> viaProcessor) {
        public Transfer {
            requireNonNull(country);
            requireNonNull(mechanism);
            requireNonNull(viaProcessor);
        }

        /** A transfer to the recipient itself. */
        public Transfer(String country, Mechanism mechanism) {
            this(country, mechanism, Optional.empty());
        }
    }

    /** Safeguards for a transfer. */
    public enum Mechanism {
        ADEQUACY_REGULATIONS, IDTA, EU_SCC_ADDENDUM, BCR, PUBLIC_AUTHORITY_INSTRUMENT, DEROGATION_ART49
    }

    public Delivery {
        requireNonNull(method);
        requireNonNull(format);
        requireNonNull(frequency);
        transfers = Absent.orEmpty(transfers);
    }
}
