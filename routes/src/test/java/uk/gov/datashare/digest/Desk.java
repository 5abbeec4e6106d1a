package uk.gov.datashare.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import uk.gov.datashare.approval.DigestLetters;
import uk.gov.datashare.contracts.DigestNote;
import uk.gov.datashare.contracts.DigestNote.ReplyRead;
import uk.gov.datashare.contracts.DigestNote.TaskAsked;
import uk.gov.datashare.contracts.DigestNote.TaskSettled;
import uk.gov.datashare.contracts.DigestNote.TaskTold;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Kind;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.process.WorkingCalendar;
import uk.gov.datashare.process.WorkingCalendars;

/** One person's digest with a clock that stands still until it is moved, and everything that was sent to them. */
final class Desk {

    static final String PERSON = "p-os-05";
    static final String RAW = "f".repeat(64);
    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    private final Digest digest = new Digest(new DigestLetters());
    private final List<Letter> sent = new ArrayList<>();
    private Book book = Book.empty(PERSON);
    private boolean wants = true;
    private Instant hub;
    private Instant machine = Instant.EPOCH;

    private Desk(Instant now) {
        hub = now;
    }

    /** A desk at a local time; 1 June 2026 is a Monday. */
    static Desk at(String local) {
        return new Desk(london(local));
    }

    static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.LONDON).toInstant();
    }

    static String request(int number) {
        return "DSR-0000-0000-%04d".formatted(number);
    }

    static TaskAsked task(int number, String due) {
        return task(number, 1, Kind.TASK, london(due), false);
    }

    static TaskAsked task(int number, int version, Kind kind, Instant due, boolean sent) {
        String title = "Share number " + number;
        String id = request(number).toLowerCase(java.util.Locale.ROOT) + ".t1.v" + version + "." + kind;
        var letter = new Letter(id, kind, request(number), PERSON,
                Optional.of(new Letter.Reply("T1", version, "%064x".formatted(number))), Optional.empty(),
                "Approval needed: " + title, "Please decide on " + title + "\n", "<p>Please decide</p>");
        return new TaskAsked(PERSON, letter, sent, "OFFICIAL", title, "Home Office asks Ordnance Survey",
                "Approval needed: data owner, Ordnance Survey", "approve", "acorn walnut", Optional.of(due),
                "  In short: " + title, "<p>In short</p>");
    }

    static TaskSettled settled(int number) {
        return new TaskSettled(PERSON, request(number), 1, "T1");
    }

    static TaskTold told(int number, Optional<String> raw) {
        var receipt = new Letter(request(number) + ".receipt", Kind.RECEIPT, request(number), PERSON,
                Optional.empty(), Optional.of("never-sent"), "Your answer counts", "It counts.\n", "<p>It counts.</p>");
        return new TaskTold(PERSON, "T1", 1, receipt, "Share number " + number, "It counts: approved.", raw);
    }

    static ReplyRead reply(Letter digest, List<Integer> numbers, List<String> unclear) {
        return new ReplyRead(PERSON, digest.requestId(), digest.items(), numbers, unclear, RAW);
    }

    private Reader reader() {
        return new Reader(wants, WorkingCalendars.shipped().of(Calendar.ENGLAND_AND_WALES), EIGHT);
    }

    Desk hears(DigestNote... notes) {
        for (DigestNote note : notes) {
            take(digest.note(book, note, reader(), new Moment(hub, machine)));
        }
        return this;
    }

    /** The hub's clock moves on, and the digest looks at it. */
    Desk until(String local) {
        return until(london(local));
    }

    Desk until(Instant then) {
        hub = then;
        return looks();
    }

    /** The machine's clock moves on. */
    Desk waits(Duration time) {
        machine = machine.plus(time);
        return looks();
    }

    Desk chooses(boolean digests) {
        wants = digests;
        return looks();
    }

    Desk looks() {
        take(digest.wake(book, reader(), new Moment(hub, machine)));
        return this;
    }

    private void take(Turn turn) {
        book = turn.book();
        sent.addAll(turn.letters());
    }

    /** What was sent since it was last asked. */
    List<Letter> post() {
        List<Letter> fresh = List.copyOf(sent);
        sent.clear();
        return fresh;
    }

    /** The one letter that was sent since it was last asked. */
    Letter letter() {
        List<Letter> fresh = post();
        if (fresh.size() != 1) {
            throw new AssertionError("Not one letter but " + fresh.stream().map(Letter::letterId).toList());
        }
        return fresh.getFirst();
    }

    Book book() {
        return book;
    }

    Instant now() {
        return hub;
    }

    Instant next() {
        return reader().next(hub, book.head().lastOn());
    }

    /** Tasks 1 to n, due in three weeks. */
    static DigestNote[] tasks(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> task(number, "2026-06-22T17:00"))
                .toArray(DigestNote[]::new);
    }
}
