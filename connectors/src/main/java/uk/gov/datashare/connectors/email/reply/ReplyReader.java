package uk.gov.datashare.connectors.email.reply;

import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.CONFIRM;
import static uk.gov.datashare.connectors.email.reply.ReplyWords.Kind.DELEGATE;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import uk.gov.datashare.connectors.email.MailAddresses;
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
     * @param letter the text of the letter that it may answer, so that its words are never taken for the writer's; empty when unknown
     */
    public Reading read(byte[] raw, Optional<String> letter) {
        String digest = sha256(raw);
        try {
            return read(MailParser.parse(raw), digest, letter.map(OwnLines::of).orElse(OwnLines.UNKNOWN));
        } catch (TooMuch why) {
            return new Reading.Unreadable(
                    new Provenance(digest, "", Optional.empty(), Optional.empty(), Optional.empty(),
                            "unreadable.limits"),
                    String.valueOf(why.getMessage()));
        }
    }

    private Reading read(Mail mail, String digest, OwnLines letter) {
        Headers headers = mail.headers();
        Optional<String> from = FromHeader.address(headers.values("from"));
        String messageId = headers.first("message-id").orElse("").strip();
        var provenance = new Provenance(digest,
                messageId.substring(0, Math.min(messageId.length(), LONGEST_MESSAGE_ID)), from,
                references.about(mail), references.answers(headers), "");
        var machine = new MachineMail(mail, provenance, domain);
        return machine.byHeaders().orElseGet(() -> from.isEmpty()
                ? new Reading.Unreadable(provenance.by("forged.from"),
                        "It does not have exactly one From with exactly one address.")
                : readPerson(mail, provenance, letter, machine));
    }

    private static Reading readPerson(Mail mail, Provenance provenance, OwnLines letter, MachineMail machine) {
        List<String> plain = OwnWords.in(mail.plain(), letter);
        List<String> html = mail.html().isBlank() ? List.of() : OwnWords.in(HtmlText.lines(mail.html()), letter);
        boolean hasPlain = mail.plain().stream().anyMatch(line -> !line.isBlank());
        Meaning meaning = mail.html().isBlank()
                ? Interpreter.read(plain)
                : hasPlain ? agreed(Interpreter.read(plain), Interpreter.read(html)) : Interpreter.read(html);
        return switch (meaning) {
            case Clear clear -> said(clear, provenance.by(clear.rule()));
            case Vague _ when isSealed(mail) -> new Reading.Unclear(provenance.by("unclear.sealed"), "",
                    "It is encrypted or wrapped so that only your own mail program can open it.");
            case Vague vague -> machine.byText(hasPlain ? plain : html)
                    .orElseGet(() -> new Reading.Unclear(provenance.by(vague.rule()), vague.firstLine(), vague.why()));
        };
    }

    /** The two renderings of one mail must say the same: which of them its writer saw, nobody knows. */
    private static Meaning agreed(Meaning plain, Meaning html) {
        return switch (plain) {
            case Vague vague -> vague;
            case Clear one when html instanceof Clear(_, var kind, var text) && kind == one.kind()
                    && (kind != DELEGATE || Delegates.in(text).equals(Delegates.in(one.text())))
                    && (kind != CONFIRM || Codes.in(text).equals(Codes.in(one.text()))) ->
                one;
            case Clear one when html instanceof Vague(_, _, var why) ->
                new Vague("unclear.parts-differ", one.text(),
                        "Its plain text and its HTML do not say the same. " + why);
            case Clear one ->
                new Vague("unclear.parts-differ", one.text(), "Its plain text and its HTML do not say the same.");
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
            case NEGATION, IF, PROVISO, DENIAL, RETRACTION, TAIL, BECAUSE, HARMLESS ->
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
