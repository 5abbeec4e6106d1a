package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.approval.DigestLetters;
import uk.gov.datashare.contracts.DigestNote;
import uk.gov.datashare.contracts.DigestNote.ReplyRead;
import uk.gov.datashare.contracts.DigestNote.TaskAsked;
import uk.gov.datashare.contracts.DigestNote.TaskSettled;
import uk.gov.datashare.contracts.DigestNote.TaskTold;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.digest.Head.Pending;
import uk.gov.datashare.digest.Head.Pending.Told;

/**
 * What goes out to a person, and when: a task that cannot wait at once, the others in one letter a working day. Pure: no
 * clock, no registry, no I/O.
 */
final class Digest {

    /** A longer list is read by nobody; what is less urgent waits for the next. */
    static final int MOST = 25;
    /** So long a reply waits for its cases; what has not answered by then is answered by itself. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MOST_PENDING = 20;

    private final DigestLetters letters;

    Digest(DigestLetters letters) {
        this.letters = requireNonNull(letters);
    }

    /** What a note makes of a person's book. */
    Turn note(Book book, DigestNote note, Reader reader, Moment now) {
        return switch (note) {
            case TaskAsked asked when asked.letter().reply().isEmpty() -> send(book, asked.letter());
            case TaskAsked asked -> asked(book, new Entry(asked, asked.sent()), reader, now.hub());
            case TaskSettled settled -> Turn.nothing(settled(book, settled));
            case TaskTold told -> told(book, told);
            case ReplyRead reply -> replied(book, reply, now.machine());
        };
    }

    /** What time makes of it, and a changed choice. */
    Turn wake(Book book, Reader reader, Moment now) {
        Turn answered = overdue(book, now.machine());
        return answered.then(reader.digest()
                ? due(answered.book(), reader, now.hub())
                : released(answered.book()));
    }

    private static Turn asked(Book book, Entry entry, Reader reader, Instant now) {
        if (isRepeat(book, entry)) {
            return Turn.nothing(book);
        }
        if (!reader.digest()) {
            return entry.told() ? Turn.nothing(book) : send(book.without(entry.key()), entry.letter());
        }
        Instant next = book.head().nextAt().orElseGet(() -> reader.next(now, book.head().lastOn()));
        Book planned = book.with(book.head().nextAt(Optional.of(next)));
        return entry.told() || !entry.isDueBy(next)
                ? Turn.nothing(planned.with(entry))
                : send(planned.with(entry.known()), entry.letter());
    }

    private static boolean isRepeat(Book book, Entry entry) {
        return book.entry(entry.key()).filter(known -> known.letter().letterId().equals(entry.letter().letterId()))
                .isPresent();
    }

    private static Book settled(Book book, TaskSettled settled) {
        String key = Entry.key(settled.requestId(), settled.taskId());
        return book.entry(key).filter(entry -> entry.about().version() <= settled.version())
                .map(_ -> withoutPlan(book.without(key)))
                .orElse(book);
    }

    /** Nothing open, nothing to wait for. */
    private static Book withoutPlan(Book book) {
        return book.open().isEmpty() ? book.with(book.head().nextAt(Optional.empty())) : book;
    }

    private Turn told(Book book, TaskTold told) {
        if (book.head().hasJoined(told.letter().letterId())) {
            return Turn.nothing(book);
        }
        List<Pending> others = new ArrayList<>();
        Optional<Pending> joined = Optional.empty();
        for (Pending pending : book.head().replies()) {
            Optional<Pending> with = told.rawDigest().equals(Optional.of(pending.reply().rawDigest()))
                    ? pending.and(told)
                    : Optional.empty();
            joined = joined.or(() -> with);
            if (with.isEmpty()) {
                others.add(pending);
            }
        }
        Head head = book.head().answering(others).joining(told.letter().letterId());
        return joined.map(pending -> further(book.with(head), pending))
                .orElseGet(() -> send(book, threaded(book, told.letter(), told.taskId())));
    }

    /** In the thread that the reader has in their mailbox: the letter that asked may never have gone out by itself. */
    private static Letter threaded(Book book, Letter letter, String taskId) {
        return book.head().thread(Entry.key(letter.requestId(), taskId))
                .map(digest -> new Letter(letter.letterId(), letter.kind(), letter.requestId(), letter.recipient(),
                        letter.reply(), Optional.of(digest), letter.subject(), letter.text(), letter.html(),
                        letter.items()))
                .orElse(letter);
    }

    private Turn replied(Book book, ReplyRead reply, Instant machine) {
        boolean known = book.head().replies().stream()
                .anyMatch(pending -> pending.reply().rawDigest().equals(reply.rawDigest()));
        boolean puzzles = reply.numbers().isEmpty();
        if (known || (puzzles && book.head().isTiredOf(reply.digest()))) {
            return Turn.nothing(book);
        }
        return further(puzzles ? book.with(book.head().puzzledBy(reply.digest())) : book,
                new Pending(reply, List.of(), Optional.empty(), machine.plus(PATIENCE)));
    }

    private Turn further(Book book, Pending pending) {
        if (pending.isComplete()) {
            return new Turn(book, answer(book, pending));
        }
        List<Pending> all = new ArrayList<>(book.head().replies());
        all.add(pending);
        Turn room = all.size() > MOST_PENDING
                ? new Turn(book, answer(book, all.removeFirst()))
                : Turn.nothing(book);
        return room.then(Turn.nothing(book.with(book.head().answering(all))));
    }

    private Turn overdue(Book book, Instant machine) {
        List<Pending> over = book.head().replies().stream().filter(pending -> !pending.until().isAfter(machine))
                .toList();
        List<Pending> still = book.head().replies().stream().filter(pending -> pending.until().isAfter(machine))
                .toList();
        return new Turn(book.with(book.head().answering(still)),
                over.stream().flatMap(pending -> answer(book, pending).stream()).toList());
    }

    /** At most one for each reply: none when nothing came of it, the case's own when only one thing did. */
    private List<Letter> answer(Book book, Pending pending) {
        if (pending.told().isEmpty() && pending.reply().unclear().isEmpty()) {
            return List.of();
        }
        boolean single = pending.told().size() == 1 && pending.reply().unclear().isEmpty();
        return pending.alone().filter(_ -> single)
                .map(letter -> List.of(threaded(book, letter, taskOf(pending))))
                .orElseGet(() -> List.of(letters.answer(pending.reply(), pending.told().stream()
                        .sorted(Comparator.comparingInt(Told::number))
                        .map(told -> new DigestLetters.Told(told.number(), told.title(), told.said())).toList())));
    }

    private static String taskOf(Pending pending) {
        int number = pending.told().getFirst().number();
        return pending.reply().items().stream().filter(item -> item.number() == number).map(Letter.Item::taskId)
                .findFirst().orElseThrow();
    }

    private Turn due(Book book, Reader reader, Instant now) {
        if (book.head().nextAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            return Turn.nothing(book);
        }
        List<Entry> open = book.byUrgency();
        Turn turn = open.size() < 2 ? byThemselves(book, open) : numbered(book, open, Reader.day(now));
        Head head = turn.book().head();
        Instant next = reader.next(now, head.lastOn());
        return turn.then(urgent(withoutPlan(turn.book().with(head.nextAt(Optional.of(next)))), next));
    }

    private Turn numbered(Book book, List<Entry> open, LocalDate day) {
        List<Entry> listed = open.subList(0, Math.min(MOST, open.size()));
        Letter digest = letters.digest(book.personId(), day, listed.stream().map(Entry::asked).toList(),
                open.size() - listed.size());
        return new Turn(book.known(listed).with(book.head().in(digest.letterId(), day, listed)), List.of(digest));
    }

    /** What found no room in the digest and cannot wait for the next. */
    private static Turn urgent(Book book, Instant next) {
        return byThemselves(book, book.byUrgency().stream().filter(entry -> entry.isDueBy(next)).toList());
    }

    /** Tasks in letters of their own, each once. */
    private static Turn byThemselves(Book book, List<Entry> entries) {
        List<Entry> untold = entries.stream().filter(entry -> !entry.told()).toList();
        return new Turn(book.known(untold), untold.stream().map(Entry::letter).toList());
    }

    /** Whoever wants no digest any more gets all that waited, and their book is closed. */
    private static Turn released(Book book) {
        Turn sent = byThemselves(book, book.byUrgency());
        return new Turn(withoutPlan(sent.book().withoutAny()), sent.letters());
    }

    private static Turn send(Book book, Letter letter) {
        return new Turn(book, List.of(letter));
    }
}
