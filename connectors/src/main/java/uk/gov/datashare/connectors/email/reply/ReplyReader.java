package uk.gov.datashare.connectors.email.reply;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import uk.gov.datashare.connectors.email.FromHeader;
import uk.gov.datashare.connectors.email.MailAddresses;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.reply.MailParser.TooMuch;
import uk.gov.datashare.connectors.email.reply.Meaning.Clear;
import uk.gov.datashare.connectors.email.reply.Meaning.Vague;

/**
 * Reads a mail: the bytes that came become exactly one {@link Reading}. Pure: no clock, no registry, no network; the same
 * bytes always read the same. It never throws, and anything that is not unmistakable is {@link Reading.Unclear}.
 */
public final class ReplyReader {

    /** The largest mail that is read, in bytes. */
    public static final int MOST_BYTES = MailParser.MOST_BYTES;

    private static final int LONGEST_MESSAGE_ID = 250;

    private final String domain;
    private final References references;

    /** A reader for the hub whose addresses are at this mail domain. */
    public ReplyReader(String mailDomain) {
        if (!MailAddresses.isDomain(mailDomain)) {
            throw new IllegalArgumentException("Not a domain name: " + mailDomain);
        }
        this.domain = mailDomain.toLowerCase(Locale.ROOT);
        this.references = new References(domain);
    }

    /**
     * What a mail says.
     *
     * @param raw    the mail as the mailbox gave it
     * @param letter the lines of the letters that it may answer, so that none of them is taken for the writer's
     */
    public Reading read(byte[] raw, LetterLines letter) {
        return read(open(raw, _ -> letter));
    }

    /**
     * What a mail says.
     *
     * @param raw     the mail as the mailbox gave it
     * @param letters the lines of what the hub sent with a reply address, asked for with the one by which the mail came
     */
    public Reading read(byte[] raw, Function<ReplyAddress, LetterLines> letters) {
        return read(open(raw, about -> about.map(letters).orElse(LetterLines.NONE)));
    }

    /** What a mail says that answers a letter of this text; of an unknown one when it is empty. */
    public Reading read(byte[] raw, Optional<String> letter) {
        return read(raw, letter.map(LetterLines::of).orElse(LetterLines.NONE));
    }

    /** A mail as far as it can be read without its writer's words: what it is already, or those words. */
    sealed interface Opened {

        /** Its headers and parts say all that there is to say. */
        record Known(Reading reading) implements Opened {}

        /** A person may have written it. */
        record Person(Own own) implements Opened {}
    }

    /**
     * What a person wrote.
     *
     * @param renderings the writer's lines in each rendering of the mail, plain text first; one or two of them
     * @param sealed     whether a part of the mail is encrypted or wrapped
     */
    record Own(Provenance provenance, List<List<String>> renderings, MachineMail mail, boolean sealed) {

        /** What it is if it says nothing that the hub knows. */
        Optional<Reading> machine() {
            return mail.byText(renderings.getFirst());
        }
    }

    Opened open(byte[] raw, Function<Optional<ReplyAddress>, LetterLines> letters) {
        try {
            return open(MailParser.parse(raw), sha256(raw), letters);
        } catch (TooMuch why) {
            return new Opened.Known(unread(raw, "unreadable.limits", String.valueOf(why.getMessage())));
        }
    }

    /** What is said of a mail that was not read, and why. */
    public static Reading.Unreadable unread(byte[] raw, String rule, String why) {
        return new Reading.Unreadable(
                new Provenance(sha256(raw), "", Optional.empty(), Optional.empty(), Optional.empty(), rule), why);
    }

    private Opened open(Mail mail, String digest, Function<Optional<ReplyAddress>, LetterLines> letters) {
        Headers headers = mail.headers();
        Optional<String> from = FromHeader.address(headers.values("from"));
        String messageId = headers.first("message-id").orElse("").strip();
        var provenance = new Provenance(digest,
                messageId.substring(0, Math.min(messageId.length(), LONGEST_MESSAGE_ID)), from,
                references.about(mail), references.answers(headers), "");
        var machine = new MachineMail(mail, provenance, domain);
        return machine.byHeaders().<Opened>map(Opened.Known::new).orElseGet(() -> written(mail, provenance, letters));
    }

    private Opened written(Mail mail, Provenance provenance, Function<Optional<ReplyAddress>, LetterLines> letters) {
        if (provenance.from().isEmpty()) {
            return new Opened.Known(new Reading.Unreadable(provenance.by("forged.from"),
                    "It does not have exactly one From with exactly one address."));
        }
        if (provenance.about().filter(about -> !references.isMeantFor(about, mail)).isPresent()) {
            return new Opened.Known(new Reading.Unclear(provenance.by("unclear.sent-on"), "",
                    "It came to the address for this reply, but was written to another one."));
        }
        return new Opened.Person(new Own(provenance, Renderings.of(mail, letters.apply(provenance.about())),
                new MachineMail(mail, provenance, domain), isSealed(mail)));
    }

    private static Reading read(Opened mail) {
        return switch (mail) {
            case Opened.Known(var reading) -> reading;
            case Opened.Person(var own) -> read(own);
        };
    }

    private static Reading read(Own own) {
        Meaning meaning = own.renderings().stream().map(Interpreter::read).reduce(Renderings::agreed).orElseThrow();
        return switch (meaning) {
            case Clear clear -> reading(clear, own.provenance());
            case Vague _ when own.sealed() -> new Reading.Unclear(own.provenance().by("unclear.sealed"), "",
                    "It is encrypted or wrapped so that only your own mail program can open it.");
            case Vague vague -> own.machine().orElseGet(() -> reading(vague, own.provenance()));
        };
    }

    /** What these words say, once it is known where they come from. */
    static Reading reading(Meaning meaning, Provenance from) {
        return switch (meaning) {
            case Clear clear -> said(clear, from.by(clear.rule()));
            case Vague(var rule, var line, var why) -> new Reading.Unclear(from.by(rule), line, why);
        };
    }

    private static boolean isSealed(Mail mail) {
        return mail.has("application/pkcs7-mime") || mail.has("application/x-pkcs7-mime")
                || mail.has("multipart/encrypted");
    }

    private static Reading said(Clear clear, Provenance from) {
        return switch (clear.kind()) {
            case APPROVE -> new Reading.Approve(from, clear.text());
            case CONDITIONS -> new Reading.ApproveWithConditions(from, clear.text());
            case REJECT -> new Reading.Reject(from, clear.text());
            case QUERY -> new Reading.Query(from, clear.text());
            case RETURN -> new Reading.Return(from, clear.text());
            case DELEGATE -> delegate(clear.text(), from);
            case NOT_MINE -> new Reading.NotMine(from, clear.text());
            case SIGN -> new Reading.Sign(from, clear.text());
            case ANSWER -> new Reading.Answer(from, clear.text());
            case CONFIRM -> confirm(clear.text(), from);
            case NEGATION, IF, HEDGE, PROVISO, DENIAL, RETRACTION, TAIL, BECAUSE, HARMLESS, ELSEWHERE ->
                throw new IllegalStateException("No reply opens with " + clear.kind());
        };
    }

    private static Reading delegate(String text, Provenance from) {
        String first = text.lines().findFirst().orElse("");
        String address = Delegates.in(first)
                .orElseThrow(() -> new IllegalStateException("A delegation without an address"));
        return new Reading.Delegate(from, address,
                text.lines().skip(1).reduce("", (all, line) -> all + line + "\n").strip());
    }

    private static Reading confirm(String text, Provenance from) {
        return new Reading.Confirm(from, Codes.in(text)
                .orElseThrow(() -> new IllegalStateException("A confirmation without a code")));
    }

    private static String sha256(byte[] raw) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
