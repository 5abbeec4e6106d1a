package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What one person's digest must know, in the order in which it happened: what they are asked, and what became of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface DigestNote {

    /** Whose digest. */
    String personId();

    /**
     * Somebody who wants a digest is asked to decide.
     *
     * @param personId    who
     * @param letter      the letter that asks, as it would be sent by itself
     * @param sent        whether that letter is on its way already
     * @param marking     the letter's classification
     * @param title       what the request is called
     * @param parties     who asks whom for data
     * @param wanted      what is wanted, and in which role
     * @param yes         the word by which to agree
     * @param fingerprint the hash of what is shown, in words
     * @param dueAt       until when an answer is needed; empty if that is not known
     * @param text        what is proposed, as plain text
     * @param html        the same as a piece of HTML
     */
    @JsonTypeName("digest.task-asked.v1")
    record TaskAsked(String personId, Letter letter, boolean sent, String marking, String title, String parties,
            String wanted, String yes, String fingerprint, Optional<Instant> dueAt, String text,
            String html) implements DigestNote {
        public TaskAsked {
            requireNonNull(personId);
            requireNonNull(letter);
            requireNonNull(marking);
            requireNonNull(title);
            requireNonNull(parties);
            requireNonNull(wanted);
            requireNonNull(yes);
            requireNonNull(fingerprint);
            requireNonNull(dueAt);
            requireNonNull(text);
            requireNonNull(html);
        }
    }

    /**
     * A task is no longer this person's to decide, or waits for something else first.
     *
     * @param personId  who
     * @param requestId the case
     * @param version   the version of the request
     * @param taskId    the task
     */
    @JsonTypeName("digest.task-settled.v1")
    record TaskSettled(String personId, String requestId, int version, String taskId) implements DigestNote {
        public TaskSettled {
            requireNonNull(personId);
            requireNonNull(requestId);
            requireNonNull(taskId);
        }
    }

    /**
     * A letter that asks for no decision: it goes at once, in the thread that its reader knows, or into the one answer to
     * the reply that led to it.
     *
     * @param personId  who gets it
     * @param taskId    the task that it is about
     * @param version   the version of the request
     * @param letter    the letter, as it would be sent by itself
     * @param title     what the request is called
     * @param said      what it says, in a sentence or two
     * @param rawDigest SHA-256 of the mail that it answers, 64 hex digits; empty when it answers no reply to a digest
     */
    @JsonTypeName("digest.task-told.v1")
    record TaskTold(String personId, String taskId, int version, Letter letter, String title, String said,
            Optional<String> rawDigest) implements DigestNote {
        public TaskTold {
            requireNonNull(personId);
            requireNonNull(taskId);
            requireNonNull(letter);
            requireNonNull(title);
            requireNonNull(said);
            requireNonNull(rawDigest);
        }
    }

    /**
     * A reply to a digest was read. What it says about each item goes to that item's case.
     *
     * @param personId  whose digest
     * @param digest    number of the digest
     * @param items     every item of the digest
     * @param numbers   the items about which it says something
     * @param unclear   what in it is about no item, in sentences for its writer
     * @param rawDigest SHA-256 of the mail, 64 hex digits
     */
    @JsonTypeName("digest.reply-read.v1")
    record ReplyRead(String personId, String digest, List<Letter.Item> items, List<Integer> numbers,
            List<String> unclear, String rawDigest) implements DigestNote {
        public ReplyRead {
            requireNonNull(personId);
            requireNonNull(digest);
            items = Absent.orEmpty(items);
            numbers = Absent.orEmpty(numbers);
            unclear = Absent.orEmpty(unclear);
            requireNonNull(rawDigest);
        }
    }
}
