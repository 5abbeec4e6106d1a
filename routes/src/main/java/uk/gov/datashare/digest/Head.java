package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import uk.gov.datashare.contracts.DigestNote.ReplyRead;
import uk.gov.datashare.contracts.DigestNote.TaskTold;
import uk.gov.datashare.contracts.Letter;

/**
 * What is kept of a person beside their open tasks.
 *
 * @param nextAt  when their next digest is due; empty while nothing is open
 * @param lastOn  on which day their last digest was written
 * @param threads the digest in which each task stood last, the newest at the end
 * @param replies replies to digests that are being answered
 * @param joined  letterIds of letters that became a part of an answer, the newest at the end
 * @param puzzled numbers of digests to which a reply came that said nothing clear, once for each time
 */
record Head(Optional<Instant> nextAt, Optional<LocalDate> lastOn, List<Listed> threads, List<Pending> replies,
        List<String> joined, List<String> puzzled) {

    static final Head EMPTY = new Head(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
            List.of());

    private static final int MOST_THREADS = 200;
    private static final int MOST_JOINED = 100;
    private static final int MOST_PUZZLED = 30;
    /** So often is somebody told that a reply to one digest said nothing clear; two machines may not write for ever. */
    private static final int MOST_PUZZLED_ANSWERS = 3;

    /**
     * A task that stood in a digest.
     *
     * @param task     its key
     * @param letterId the digest
     */
    record Listed(String task, String letterId) {
        Listed {
            requireNonNull(task);
            requireNonNull(letterId);
        }
    }

    /**
     * A reply to a digest whose cases have not all answered yet.
     *
     * @param reply what was read
     * @param told  what has become of its items so far
     * @param alone the letter about the first of those, to be sent as it is if nothing joins it
     * @param until when it is answered with what is there, on the machine's clock
     */
    record Pending(ReplyRead reply, List<Told> told, Optional<Letter> alone, Instant until) {

        /**
         * What has become of an item.
         *
         * @param number its number
         * @param title  what the request is called
         * @param said   in a sentence or two
         */
        record Told(int number, String title, String said) {
            Told {
                requireNonNull(title);
                requireNonNull(said);
            }
        }

        Pending {
            requireNonNull(reply);
            told = orEmpty(told);
            requireNonNull(alone);
            requireNonNull(until);
        }

        /** With one more answer; empty when the letter is about no item that waits for one. */
        Optional<Pending> and(TaskTold answer) {
            return reply.items().stream()
                    .filter(item -> item.requestId().equals(answer.letter().requestId())
                            && item.taskId().equals(answer.taskId()))
                    .map(Letter.Item::number)
                    .filter(number -> reply.numbers().contains(number)
                            && told.stream().noneMatch(one -> one.number() == number))
                    .findFirst()
                    .map(number -> new Pending(reply,
                            Stream.concat(told.stream(), Stream.of(new Told(number, answer.title(), answer.said())))
                                    .toList(),
                            told.isEmpty() ? Optional.of(answer.letter()) : alone, until));
        }

        boolean isComplete() {
            return told.size() == reply.numbers().size();
        }
    }

    Head {
        requireNonNull(nextAt);
        requireNonNull(lastOn);
        threads = orEmpty(threads);
        replies = orEmpty(replies);
        joined = orEmpty(joined);
        puzzled = orEmpty(puzzled);
    }

    Head nextAt(Optional<Instant> when) {
        return new Head(when, lastOn, threads, replies, joined, puzzled);
    }

    Head answering(List<Pending> pending) {
        return new Head(nextAt, lastOn, threads, pending, joined, puzzled);
    }

    /** With this letter in an answer, in which it need not be sent again. */
    Head joining(String letterId) {
        return new Head(nextAt, lastOn, threads, replies, newest(joined, letterId, MOST_JOINED), puzzled);
    }

    boolean hasJoined(String letterId) {
        return joined.contains(letterId);
    }

    /** With one more reply to this digest that said nothing clear. */
    Head puzzledBy(String digest) {
        return new Head(nextAt, lastOn, threads, replies, joined, newest(puzzled, digest, MOST_PUZZLED));
    }

    /** Whether so many replies to this digest said nothing clear that no more of them are answered. */
    boolean isTiredOf(String digest) {
        return puzzled.stream().filter(digest::equals).count() >= MOST_PUZZLED_ANSWERS;
    }

    private static List<String> newest(List<String> known, String one, int most) {
        List<String> all = Stream.concat(known.stream(), Stream.of(one)).toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** With these tasks in a thread of this digest of that day, and the oldest threads forgotten. */
    Head in(String digest, LocalDate day, List<Entry> entries) {
        Map<String, Listed> all = new LinkedHashMap<>();
        threads.forEach(thread -> all.put(thread.task(), thread));
        entries.forEach(entry -> {
            all.remove(entry.key());
            all.put(entry.key(), new Listed(entry.key(), digest));
        });
        List<Listed> newest = new ArrayList<>(all.values());
        return new Head(nextAt, Optional.of(day),
                newest.subList(Math.max(0, newest.size() - MOST_THREADS), newest.size()), replies,
                joined, puzzled);
    }

    /** The digest in which this task stood last. */
    Optional<String> thread(String task) {
        return threads.stream().filter(thread -> thread.task().equals(task)).map(Listed::letterId).findFirst();
    }

    /** An empty list is not written. */
    private static <T> List<T> orEmpty(@Nullable List<T> maybe) {
        return maybe == null ? List.of() : List.copyOf(maybe);
    }
}
