package uk.gov.datashare.connectors.email;

import static java.util.Objects.requireNonNull;

import uk.gov.datashare.contracts.Evidence.Assurance;

/**
 * Judges whether a mail was really sent by the domain that its From names. Whether that From is the person who was asked
 * is not judged here: the process does, from the registry. This is the seam for Authentication-Results (RFC 8601) and DKIM
 * (RFC 6376): an implementation sees the raw bytes, because a signature is over bytes.
 */
public interface Authenticity {

    /** What can be said about a mail's origin; an unreadable mail is merely unproven. */
    Verdict judge(byte[] rawMail);

    /**
     * How sure, and why.
     *
     * @param assurance HIGH for a checked signature or a trusted way; MEDIUM where a confirmation is called for; LOW never counts
     * @param because   what was checked and what was not, in a sentence for the evidence
     */
    record Verdict(Assurance assurance, String because) {
        public Verdict {
            requireNonNull(assurance);
            requireNonNull(because);
        }
    }
}
