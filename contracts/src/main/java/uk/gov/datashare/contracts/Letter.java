package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A mail that the hub owes somebody, written and waiting to be sent. It names its reader by registry id: the address is
 * looked up when it is sent, so that it can be changed and erased.
 *
 * @param letterId  stable name of this letter, unique for its reader, task and occasion; its Message-ID is made of it
 * @param kind      the occasion
 * @param requestId the case; of a {@link Kind#DIGEST}, and of what answers a reply to one, the digest's own number
 * @param recipient registry id of the role holder who gets it
 * @param reply     what a reply would be about; empty when none is expected
 * @param inReplyTo letterId of the letter that opened this thread; empty for the first
 * @param subject   one line
 * @param text      the plain text part; {@link #REPLY_ADDRESS} stands where the reply address goes
 * @param html      the same as HTML, in which the same mark may stand
 * @param items     what is numbered in it; empty for a letter about one task
 */
@JsonTypeName("letter.written.v1")
public record Letter(String letterId, Kind kind, String requestId, String recipient, Optional<Reply> reply,
        Optional<String> inReplyTo, String subject, String text, String html, List<Item> items) {

    /** Where a letter's text has this mark, the sender puts the address to which this one reader may reply. */
    public static final String REPLY_ADDRESS = "{reply-address}";

    /** Where a letter's text has this mark, the sender puts the code that {@link Reply#confirms} leads to. */
    public static final String CONFIRMATION_CODE = "{confirmation-code}";

    /** Why a letter is written. */
    public enum Kind {
        /** A task is put before its holder. */
        TASK,
        /** A task is still waiting. */
        REMINDER,
        /** A task has come to a backup or the escalation contact. */
        ESCALATION,
        /** A question was asked, and is put to those who can answer it. */
        QUERY,
        /** A question was answered. */
        ANSWER,
        /** A reply was counted. */
        RECEIPT,
        /** A reply decides once it is confirmed with the code in this letter. */
        CONFIRM,
        /** A reply could not be understood; says what to write. */
        CLARIFY,
        /** A reply was not counted: late, superseded, or not this person's to give. */
        NOT_COUNTED,
        /** For information: nobody is asked to decide. */
        NOTICE,
        /** What became of the request. */
        OUTCOME,
        /** Several tasks at once, numbered. */
        DIGEST
    }

    /**
     * What a reply to this letter would be about; with the reader it makes the reply token.
     *
     * @param taskId      the task; {@link #DIGEST} where the reply is about numbered items
     * @param version     the version of the request
     * @param contentHash the hash of what was shown, 64 hex digits
     * @param confirms    SHA-256 of the raw mail that a code is to confirm, 64 hex digits; empty where none is asked for
     */
    public record Reply(String taskId, int version, String contentHash, Optional<String> confirms) {
        public Reply {
            requireNonNull(taskId);
            requireNonNull(contentHash);
            requireNonNull(confirms);
        }

        /** A reply that confirms nothing. */
        public Reply(String taskId, int version, String contentHash) {
            this(taskId, version, contentHash, Optional.empty());
        }
    }

    /** Stands for the task in what a reply to a digest would be about. */
    public static final String DIGEST = "D0";

    /**
     * A task in a letter about several. Its number means this task in this letter for ever.
     *
     * @param number      what a reply calls it by, from 1
     * @param requestId   the case
     * @param taskId      the task
     * @param version     the version of the request
     * @param contentHash the hash of what was shown, 64 hex digits
     * @param title       what the request is called
     */
    public record Item(int number, String requestId, String taskId, int version, String contentHash, String title) {
        public Item {
            requireNonNull(requestId);
            requireNonNull(taskId);
            requireNonNull(contentHash);
            requireNonNull(title);
        }
    }

    public Letter {
        requireNonNull(letterId);
        requireNonNull(kind);
        requireNonNull(requestId);
        requireNonNull(recipient);
        requireNonNull(reply);
        requireNonNull(inReplyTo);
        requireNonNull(subject);
        requireNonNull(text);
        requireNonNull(html);
        items = Absent.orEmpty(items);
    }

    /** A letter about one task, or about none. */
    public Letter(String letterId, Kind kind, String requestId, String recipient, Optional<Reply> reply,
            Optional<String> inReplyTo, String subject, String text, String html) {
        this(letterId, kind, requestId, recipient, reply, inReplyTo, subject, text, html, List.of());
    }
}
