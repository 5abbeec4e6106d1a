package uk.gov.datashare.connectors.email.authenticity;

import java.util.function.Predicate;

/** Checks the sender's own signatures once more, over the bytes that the hub reads. */
interface SecondOpinion {

    /** What became of it. */
    enum Opinion {
        /** A signature of the sender's domain is right. */
        PASS,
        /** There are signatures of the sender's domain that could be checked, and none is right: something was changed. */
        FAIL,
        /** Nothing can be said: no signature, no key, or a kind that cannot be checked here. */
        NONE
    }

    /**
     * The opinion on a mail.
     *
     * @param aligned whether a signature of this domain is the sender's own; no other one is looked at, and no other key asked for
     */
    Opinion on(byte[] rawMail, Predicate<String> aligned);

    /** Where nobody is to be asked. */
    static SecondOpinion none() {
        return (_, _) -> Opinion.NONE;
    }
}
