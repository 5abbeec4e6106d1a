package uk.gov.datashare.replies;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Standing;
import uk.gov.datashare.connectors.email.reply.LetterLines;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Kind;

/**
 * The letters of one case, by the address to which their reader replies. Immutable.
 *
 * @param readers by reply address
 * @param version the newest version of the request that a letter was about
 * @param last    when the last letter was written
 * @param ended   whether the last letter told of an outcome
 */
record CaseLetters(Map<ReplyAddress, Reader> readers, int version, Instant last, boolean ended) {

    static final CaseLetters NONE = new CaseLetters(Map.of(), 0, Instant.MIN, false);

    /** Roughly what an entry takes beside its fingerprints. */
    private static final int ENTRY_BYTES = 600;

    /**
     * Whoever may reply to one address.
     *
     * @param personId    their registry id
     * @param version     the version that they were asked about
     * @param contentHash hash of what they were shown
     * @param holds       whether they were asked to decide, and so lose their say when somebody else is asked
     * @param passedOn    whether somebody else was asked to decide after them
     * @param lines       the lines of all letters to them
     */
    record Reader(String personId, int version, String contentHash, boolean holds, boolean passedOn,
            LetterLines lines) {

        private Reader passedOn(boolean isNow) {
            return new Reader(personId, version, contentHash, holds, isNow, lines);
        }
    }

    CaseLetters {
        readers = Map.copyOf(readers);
    }

    /** With one letter more. */
    CaseLetters and(Letter letter, Optional<ReplyAddress> address, LetterLines lines, Instant at) {
        Map<ReplyAddress, Reader> after = new HashMap<>(readers);
        boolean asks = letter.kind() == Kind.TASK || letter.kind() == Kind.ESCALATION;
        address.ifPresent(to -> letter.reply().ifPresent(reply -> {
            if (asks) {
                after.replaceAll((other, reader) -> other.taskId().equals(to.taskId()) && reader.holds()
                        ? reader.passedOn(true)
                        : reader);
            }
            after.merge(to, new Reader(letter.recipient(), reply.version(), reply.contentHash(), asks, false, lines),
                    (before, now) -> together(before, now, letter.kind()));
        }));
        int newest = Math.max(version, letter.reply().map(Letter.Reply::version).orElse(0));
        return new CaseLetters(after, newest, at.isAfter(last) ? at : last, letter.kind() == Kind.OUTCOME);
    }

    /** Somebody who is also asked a question keeps their say whatever becomes of the task. */
    private static Reader together(Reader before, Reader now, Kind kind) {
        return new Reader(now.personId(), now.version(), now.contentHash(), before.holds() && kind != Kind.QUERY,
                before.passedOn() && !now.holds(), LetterLines.together(List.of(before.lines(), now.lines())));
    }

    /** Whether the hub wrote to anybody about a task. */
    boolean isAbout(String taskId) {
        return readers.keySet().stream().anyMatch(address -> address.taskId().equals(taskId));
    }

    /** Whether somebody's reply address is still good, as far as letters tell. */
    Standing standing(Reader reader) {
        return reader.version() < version
                ? Standing.SUPERSEDED
                : reader.passedOn() ? Standing.REVOKED : Standing.CURRENT;
    }

    boolean isAtItsEnd() {
        return ended;
    }

    int bytes() {
        return readers.values().stream().mapToInt(reader -> ENTRY_BYTES + reader.lines().bytes()).sum();
    }
}
