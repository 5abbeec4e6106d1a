package uk.gov.datashare.approval;

import java.util.Locale;

import uk.gov.datashare.contracts.Letter.Kind;

/** The letters that the hub writes; each has a text and an HTML form of its name in {@code resources/letters}. */
enum Template {
    /** The holder is asked. */
    TASK(Kind.TASK),
    /** The holder is told, and not asked. */
    NOTICE(Kind.NOTICE),
    /** The holder has been silent for a while. */
    REMINDER(Kind.REMINDER),
    /** Somebody else is asked in the holder's place. */
    ESCALATION(Kind.ESCALATION),
    /** The holder before learns that somebody else was asked. */
    MOVED(Kind.NOTICE),
    /** The holder has asked a colleague to answer. */
    DELEGATION(Kind.TASK),
    /** The holder learns that the colleague was asked. */
    DELEGATED(Kind.RECEIPT),
    /** Somebody is to answer a holder's question. */
    QUESTION(Kind.QUERY),
    /** The holder learns that the question was put. */
    ASKED(Kind.RECEIPT),
    /** The holder gets the answer, and may now decide. */
    ANSWER(Kind.ANSWER),
    /** Whoever was to answer learns that the answer is there. */
    ANSWERED(Kind.RECEIPT),
    /** A decision counts. */
    RECEIPT(Kind.RECEIPT),
    /** The department that asked learns of a decision. */
    DECIDED(Kind.NOTICE),
    /** A decision on an earlier version counts for this one. */
    CARRIED(Kind.NOTICE),
    /** A signature counts. */
    SIGNED(Kind.RECEIPT),
    /** A reply counts once it is confirmed with the code in this letter. */
    CONFIRM(Kind.CONFIRM),
    /** A reply was not understood. */
    CLARIFY(Kind.CLARIFY),
    /** A reply did not count. */
    NOT_COUNTED(Kind.NOT_COUNTED),
    /** No answer is needed any more. */
    CLOSED(Kind.NOTICE),
    /** What became of the request. */
    OUTCOME(Kind.OUTCOME),
    /** Nobody holds a role that is needed. */
    VACANCY(Kind.NOTICE),
    /** Nobody seems to fill a role, and the registry's steward is told. */
    LOOKS_VACANT(Kind.NOTICE),
    /** An absence names somebody to stand in who is not registered for it. */
    COVER(Kind.NOTICE);

    private final Kind kind;

    Template(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The name of its files. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
