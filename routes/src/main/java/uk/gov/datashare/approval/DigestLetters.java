package uk.gov.datashare.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import uk.gov.datashare.contracts.DigestNote.ReplyRead;
import uk.gov.datashare.contracts.DigestNote.TaskAsked;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Item;
import uk.gov.datashare.contracts.Letter.Kind;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RequestId;

/** Writes the letters that speak of several tasks at once: a person's digest, and the one answer to a reply to it. */
public final class DigestLetters {

    private static final int LONGEST_TITLE = 120;
    /** Characters of everything that is proposed, in text and in HTML: a letter must fit into one message. */
    private static final int ROOM = 55_000;

    private final com.samskivert.mustache.Template digestText = plain("digest.txt");
    private final com.samskivert.mustache.Template digestHtml = Stationery.compile(Stationery.COMPILER, "digest.html");
    private final com.samskivert.mustache.Template answerText = plain("digest-answer.txt");
    private final com.samskivert.mustache.Template answerHtml = Stationery.compile(Stationery.COMPILER,
            "digest-answer.html");

    /**
     * What became of an item.
     *
     * @param number its number in the digest
     * @param title  what the request is called
     * @param said   in a sentence or two
     */
    public record Told(int number, String title, String said) {}

    /** What the templates of a digest may use. */
    record Digest(String marking, int count, String day, List<Entry> entries, int more) {

        /** Whether there are tasks beyond those of the list. */
        public boolean hasMore() {
            return more > 0;
        }
    }

    /** A task in a digest. */
    record Entry(int number, String title, String parties, String wanted, Optional<String> deadline,
            String fingerprint, String reference, String text, String html, String yes, String agree, String refuse,
            String ask) {}

    /** What the templates of an answer may use. */
    record Answer(List<Told> told, List<String> unclear, String rest) {}

    /**
     * The digest of a day.
     *
     * @param tasks what is open, in the order in which it is to be numbered
     * @param more  how many open tasks there are beyond those
     */
    public Letter digest(String personId, LocalDate day, List<TaskAsked> tasks, int more) {
        List<Item> items = IntStream.range(0, tasks.size()).mapToObj(at -> item(at + 1, tasks.get(at))).toList();
        String number = RequestId.ofDigest(personId, day, MessageJson.hash(items));
        String subject = tasks.size() + " tasks wait for you: " + When.day(day);
        var page = new Digest(marking(tasks), tasks.size(), When.day(day), entries(tasks, subject), more);
        return new Letter("digest." + number.toLowerCase(Locale.ROOT), Kind.DIGEST, number, personId,
                Optional.of(reply(items)), Optional.empty(), subject,
                Wrap.numbered(digestText.execute(page).replaceAll("\n{3,}", "\n\n")), digestHtml.execute(page), items);
    }

    /** The answer to a reply to a digest; a reply to it is one more to that digest. */
    public Letter answer(ReplyRead reply, List<Told> told) {
        String opening = "digest." + reply.digest().toLowerCase(Locale.ROOT);
        var page = new Answer(told.stream().map(one -> new Told(one.number(), brief(one.title()), one.said())).toList(),
                reply.unclear().stream().map(Plain::text).toList(), rest(reply));
        return new Letter(opening + ".answer." + reply.rawDigest().substring(0, 16), Kind.RECEIPT, reply.digest(),
                reply.personId(), Optional.of(reply(reply.items())), Optional.of(opening),
                "What your reply to the digest did",
                Wrap.numbered(answerText.execute(page).replaceAll("\n{3,}", "\n\n")), answerHtml.execute(page),
                reply.items());
    }

    /** What a reply to these items would be about: their hash makes its token one of exactly this list. */
    public static Letter.Reply reply(List<Item> items) {
        return new Letter.Reply(Letter.DIGEST, 1, MessageJson.hash(items));
    }

    private static Item item(int number, TaskAsked task) {
        Letter.Reply about = task.letter().reply()
                .orElseThrow(() -> new IllegalArgumentException(task.letter().letterId() + " asks for no reply"));
        return new Item(number, task.letter().requestId(), about.taskId(), about.version(), about.contentHash(),
                brief(task.title()));
    }

    private static List<Entry> entries(List<TaskAsked> tasks, String subject) {
        var entries = new ArrayList<Entry>();
        int text = ROOM;
        int html = 2 * ROOM;
        for (TaskAsked task : tasks) {
            boolean fits = task.text().length() <= text && task.html().length() <= html;
            text -= fits ? task.text().length() : 0;
            html -= fits ? task.html().length() : 0;
            entries.add(entry(entries.size() + 1, task, subject, fits));
        }
        return entries;
    }

    private static Entry entry(int number, TaskAsked task, String subject, boolean fits) {
        Function<String, String> mailto = words -> "mailto:" + Letter.REPLY_ADDRESS + "?subject="
                + encoded("Re: " + subject) + "&body=" + encoded(number + " " + words);
        Item item = item(number, task);
        return new Entry(number, item.title(), task.parties(), task.wanted(), task.dueAt().map(When::moment),
                task.fingerprint(),
                item.requestId() + ", task " + item.taskId() + ", version " + item.version(),
                fits ? task.text() : "", fits ? task.html() : "", task.yes(), mailto.apply(task.yes()),
                mailto.apply("reject: "), mailto.apply("query: "));
    }

    private static String marking(List<TaskAsked> tasks) {
        return tasks.stream().map(TaskAsked::marking).filter(marking -> !marking.equals("OFFICIAL")).findFirst()
                .orElse("OFFICIAL");
    }

    private static String rest(ReplyRead reply) {
        List<String> left = reply.items().stream().map(Item::number).filter(number -> !reply.numbers().contains(number))
                .map(number -> Integer.toString(number)).toList();
        return switch (left.size()) {
            case 0 -> "";
            case 1 -> "Number " + left.getFirst();
            default -> "Numbers " + String.join(", ", left.subList(0, left.size() - 1)) + " and " + left.getLast();
        };
    }

    private static String brief(String title) {
        return Plain.brief(title, LONGEST_TITLE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static com.samskivert.mustache.Template plain(String file) {
        return Stationery.compile(Stationery.COMPILER.escapeHTML(false), file);
    }
}
