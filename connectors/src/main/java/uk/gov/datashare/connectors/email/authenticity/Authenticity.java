package uk.gov.datashare.connectors.email.authenticity;

import static java.util.Objects.requireNonNull;

import uk.gov.datashare.contracts.Evidence.Assurance;

/**
 * Judges whether a mail was really sent by the domain that its From names. Whether that From is the person who was asked
 * is not judged here: the process does, from the registry. An implementation sees the raw bytes, because a signature is
 * over bytes.
 */
public interface Authenticity {

    /** What can be said about a mail's origin; an unreadable mail is merely unproven. */
    Verdict judge(byte[] rawMail);

    /**
     * How sure, and why.
     *
     * @param assurance      HIGH for a checked signature or a trusted way; MEDIUM where a confirmation is called for; LOW
     *                       never counts
     * @param forged         whether somebody wrote results in our own server's name: such a mail belongs into quarantine, and
     *                       its assurance is LOW
     * @param authentication what was checked and what was not, in the words of RFC 8601, without any address and at most
     *                       {@value #LONGEST} characters: {@code Evidence.authentication}
     */
    record Verdict(Assurance assurance, boolean forged, String authentication) {

        /** Most characters of the words. */
        public static final int LONGEST = 500;

        public Verdict {
            requireNonNull(assurance);
            if (forged && assurance != Assurance.LOW) {
                throw new IllegalArgumentException("A forged mail is never sure");
            }
            if (authentication.length() > LONGEST) {
                throw new IllegalArgumentException("Too many words about a mail's origin");
            }
        }

        /** What was found out about a mail in which nothing was forged. */
        public static Verdict of(Assurance assurance, String authentication) {
            return new Verdict(assurance, false, authentication);
        }

        /** Somebody wrote results in our own server's name. */
        public static Verdict forged(String authentication) {
            return new Verdict(Assurance.LOW, true, authentication);
        }
    }
}
