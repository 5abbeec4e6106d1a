package uk.gov.datashare.connectors.email.reply;

import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.ANSWER;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.APPROVE;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.CONDITIONS;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.CONFIRM;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.DELEGATE;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.DENIAL;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.ELSEWHERE;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.HARMLESS;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.HEDGE;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.IF;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.NEGATION;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.NOT_MINE;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.PROVISO;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.QUERY;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.REJECT;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.RETRACTION;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.RETURN;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.SIGN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.email.reply.Interpreter.Written;
import uk.gov.datashare.connectors.email.reply.Opening.Going;
import uk.gov.datashare.connectors.email.reply.ReplyWords.Kind;
import uk.gov.datashare.connectors.email.reply.ReplyWords.Phrase;

/** What can make a reply that opens well doubtful. The first doubt found is the one that its writer is told of. */
final class Doubts {

    /** A doubt: the row or rule it comes from, and a sentence for the writer. */
    record Doubt(String id, String sentence) {}

    private interface Question extends BiFunction<Phrase, Written, Optional<Doubt>> {}

    private static final Set<Kind> YES = Set.of(APPROVE, SIGN, CONFIRM);
    private static final Set<Kind> NEED_WORDS = Set.of(CONDITIONS, QUERY, RETURN, ANSWER);
    /** What they need stands directly behind them. */
    private static final Set<Kind> NEED_MORE = Set.of(DELEGATE, CONFIRM);
    private static final Set<String> LEADS_TO = Set.of("to", "i");
    private static final Set<Kind> MAY_ASK = Set.of(QUERY, ANSWER, RETURN);

    private static final Set<Going> ANSWERS = Set.of(Going.ENDS, Going.COLON, Going.PUNCTUATED);

    private static final List<Question> QUESTIONS = List.of(Doubts::howItGoesOn, Doubts::whatIsMissing,
            Doubts::whetherItAsks, Doubts::whetherASignSpeaks,
            Doubts::secondAnswerInLine, Doubts::whetherItDecides, Doubts::whatTakesItBack, Doubts::whatLimitsIt,
            Doubts::secondAnswerBelow, Doubts::shortWordsBelow);

    private Doubts() {}

    static Optional<Doubt> about(Phrase phrase, Written written) {
        return QUESTIONS.stream().map(question -> question.apply(phrase, written)).flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Doubt> howItGoesOn(Phrase phrase, Written written) {
        return switch (written.opening().going()) {
            case ASKS -> doubt("question-mark", "It reads like a question.");
            case GLUED -> doubt("glued", "Something stands directly behind “" + said(phrase) + "”.");
            case RUNS_ON -> NEED_MORE.contains(phrase.kind()) && leadsOn(phrase, written)
                    ? Optional.empty()
                    : limit(Words.of(written.paragraph()), NEGATION, IF, PROVISO, HEDGE).or(() -> doubt("words-follow",
                            "Words follow “" + said(phrase) + "” without a colon or a full stop."));
            case PUNCTUATED -> phrase.kind() == CONDITIONS
                    ? doubt("no-colon", "The conditions do not stand behind a colon.")
                    : comment(phrase, written);
            case COLON -> comment(phrase, written);
            case ENDS -> Optional.empty();
        };
    }

    /** "Delegated authority lies with ..." delegates nothing: without "to", the address itself must follow. */
    private static boolean leadsOn(Phrase phrase, Written written) {
        return phrase.kind() != DELEGATE || LEADS_TO.contains(phrase.words().getLast())
                || Delegates.all(written.opening().comment()).stream().findFirst().filter(found -> found.start() <= 1)
                        .isPresent();
    }

    private static Optional<Doubt> comment(Phrase phrase, Written written) {
        return phrase.alone() && !isCourtesy(written.opening().comment())
                ? limit(Words.of(written.paragraph()), NEGATION, IF, PROVISO, HEDGE).or(
                        () -> doubt("comment",
                                "“" + said(phrase) + "” followed by a comment could mean several things."))
                : Optional.empty();
    }

    private static Optional<Doubt> whatIsMissing(Phrase phrase, Written written) {
        String comment = written.opening().comment();
        if (phrase.kind() == CONFIRM) {
            return code(phrase, comment);
        }
        if (phrase.kind() == DELEGATE && Delegates.in(comment).isEmpty()) {
            return doubt("no-address", "The first line does not have exactly one address to delegate to.");
        }
        return !NEED_WORDS.contains(phrase.kind())
                ? Optional.empty()
                : isCourtesy(written.everything())
                        ? doubt("nothing-follows", "Nothing follows “" + said(phrase) + "”.")
                        : elsewhere(phrase, comment);
    }

    /** "See attached" is no condition that could be held to, and "none" is no question; "none" may well be an answer. */
    private static Optional<Doubt> elsewhere(Phrase phrase, String comment) {
        Words words = Words.of(comment);
        return ReplyWords.leading(words, ELSEWHERE)
                .filter(found -> phrase.kind() != ANSWER && isCourtesy(words.after(found.words().size())))
                .map(found -> new Doubt(found.id(), "“" + said(found) + "” does not say what."));
    }

    private static Optional<Doubt> code(Phrase phrase, String comment) {
        return Codes.in(comment).isPresent() && isCourtesy(Codes.behind(comment))
                ? Optional.empty()
                : doubt("no-code",
                        "“" + said(phrase) + "” is not followed by a code of eight digits, and nothing else.");
    }

    private static Optional<Doubt> whetherItAsks(Phrase phrase, Written written) {
        String text = YES.contains(phrase.kind()) ? written.paragraph() : written.opening().comment();
        return !MAY_ASK.contains(phrase.kind()) && text.indexOf('?') >= 0
                ? doubt("question", "There is a question in it.")
                : Optional.empty();
    }

    /** A thumb, a cross or an empty box may say the opposite of the word beside it. */
    private static Optional<Doubt> whetherASignSpeaks(Phrase phrase, Written written) {
        boolean speaks = YES.contains(phrase.kind()) && written.paragraph().codePoints()
                .anyMatch(sign -> Character.getType(sign) == Character.OTHER_SYMBOL || sign == '[');
        return speaks ? doubt("symbol", "A symbol stands beside “" + said(phrase) + "”.") : Optional.empty();
    }

    private static Optional<Doubt> secondAnswerInLine(Phrase phrase, Written written) {
        Words line = Words.of(Delegates.without(written.opening().comment())).without(ReplyWords.of(
                phrase.kind() == REJECT ? Set.of(HARMLESS, DENIAL, REJECT) : Set.of(HARMLESS)));
        Stream<Kind> others = switch (phrase.kind()) {
            case APPROVE, SIGN, NOT_MINE, DELEGATE ->
                Stream.of(APPROVE, REJECT, QUERY, RETURN, DELEGATE, NOT_MINE, SIGN);
            case REJECT -> Stream.of(APPROVE, CONDITIONS, RETURN, DELEGATE);
            case CONDITIONS -> Stream.of(REJECT);
            case RETURN -> Stream.of(APPROVE, REJECT);
            default -> Stream.empty();
        };
        return others.filter(kind -> kind != phrase.kind()).map(kind -> ReplyWords.anywhere(line, kind))
                .flatMap(Optional::stream).findFirst()
                .map(other -> new Doubt("two-words",
                        "The first line has both “" + said(phrase) + "” and “" + said(other) + "”."));
    }

    /** "Answer: approve" answers something, but hardly a question that was asked. */
    private static Optional<Doubt> whetherItDecides(Phrase phrase, Written written) {
        return phrase.kind() != ANSWER
                ? Optional.empty()
                : Optional.of(Opening.of(written.opening().comment())).filter(inner -> inner.going() == Going.ENDS)
                        .flatMap(Opening::phrase)
                        .map(inner -> new Doubt("two-words",
                                "“" + said(inner) + "” behind “" + said(phrase) + "” could be a decision."));
    }

    private static Optional<Doubt> whatTakesItBack(Phrase phrase, Written written) {
        Words all = Words.of(written.everything());
        Stream<Kind> back = YES.contains(phrase.kind()) || phrase.kind() == CONDITIONS
                ? Stream.of(RETRACTION, DENIAL, REJECT)
                : Stream.of(RETRACTION);
        return back.map(kind -> ReplyWords.anywhere(all, kind)).flatMap(Optional::stream).findFirst()
                .map(found -> new Doubt(found.id(), "“" + said(found) + "” may take it back."));
    }

    /** A reason may hold any words, and only its first could limit the no itself; a yes with any such word is no plain yes. */
    private static Optional<Doubt> whatLimitsIt(Phrase phrase, Written written) {
        Words comment = Words.of(Delegates.without(written.opening().comment()));
        return switch (phrase.kind()) {
            case APPROVE, SIGN, CONFIRM -> limit(Words.of(phrase.alone() ? written.everything() : written.paragraph()),
                    NEGATION, IF, PROVISO, HEDGE)
                    .or(() -> ReplyWords.anywhere(pointed(Words.of(written.everything())), PROVISO)
                            .map(Doubts::limits));
            case DELEGATE, NOT_MINE -> limit(comment, NEGATION, IF, PROVISO);
            case REJECT -> Stream.of(IF, PROVISO, NEGATION).map(kind -> ReplyWords.leading(comment, kind))
                    .flatMap(Optional::stream)
                    .filter(found -> found.kind() != NEGATION || comment.count() == 1).findFirst().map(Doubts::limits)
                    .or(() -> notYet(phrase, written));
            default -> Optional.empty();
        };
    }

    /** "Cannot approve" may mean "not as it is"; "reject" may not. */
    private static Optional<Doubt> notYet(Phrase phrase, Written written) {
        boolean denies = phrase.words().stream()
                .anyMatch(word -> ReplyWords.leading(Words.of(word), NEGATION).isPresent());
        return denies ? limit(Words.of(written.paragraph()), IF, PROVISO, HEDGE) : Optional.empty();
    }

    private static Optional<Doubt> limit(Words words, Kind... kinds) {
        Words pointed = pointed(words);
        return Stream.of(kinds).map(kind -> ReplyWords.anywhere(pointed, kind)).flatMap(Optional::stream).findFirst()
                .map(Doubts::limits);
    }

    private static Words pointed(Words words) {
        return words.without(ReplyWords.of(Set.of(HARMLESS)));
    }

    private static Doubt limits(Phrase found) {
        return new Doubt(found.id(), "“" + said(found) + "” may limit it or turn it round.");
    }

    /** "Signed" is how some people end a letter, so below the first line it is no second answer. */
    private static Optional<Doubt> secondAnswerBelow(Phrase phrase, Written written) {
        return written.later().stream().map(Opening::of)
                .filter(below -> ANSWERS.contains(below.going()))
                .flatMap(below -> below.phrase().stream())
                .filter(other -> other.kind() != phrase.kind() && other.kind() != SIGN).findFirst()
                .map(other -> new Doubt("two-answers",
                        "It says “" + said(phrase) + "” and, further down, “" + said(other) + "”."));
    }

    /** A line that is hardly more than "no", or "sorry, approve", was not written as a comment. */
    private static Optional<Doubt> shortWordsBelow(Phrase phrase, Written written) {
        boolean no = phrase.kind() == REJECT;
        Kind against = no ? APPROVE : NEGATION;
        return !no && !YES.contains(phrase.kind()) && phrase.kind() != CONDITIONS
                ? Optional.empty()
                : written.later().stream().map(line -> Words.of(line).without(ReplyWords.of(Set.of(DENIAL, HARMLESS))))
                        .filter(words -> words.count() > 0 && words.count() <= (no ? 3 : 1))
                        .flatMap(words -> ReplyWords.anywhere(words, against).stream()).findFirst()
                        .map(found -> new Doubt("two-answers",
                                "It says “" + said(phrase) + "” and, further down, “" + said(found) + "”."));
    }

    private static boolean isCourtesy(String comment) {
        Words words = Words.of(comment);
        return words.count() == 0 || ReplyWords.leading(words, Kind.TAIL)
                .map(tail -> isCourtesy(words.after(tail.words().size()))).orElse(false);
    }

    private static String said(Phrase phrase) {
        return String.join(" ", phrase.words());
    }

    private static Optional<Doubt> doubt(String id, String sentence) {
        return Optional.of(new Doubt(id, sentence));
    }
}
