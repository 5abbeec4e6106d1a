package uk.gov.datashare.connectors.email.reply;

import static uk.gov.datashare.connectors.email.reply.MachineWords.AUTO_SUBJECT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.AUTO_TEXT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.AWAY_SUBJECT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.AWAY_TEXT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.BOUNCE_SUBJECT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.DAEMON;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.google.re2j.Pattern;

import uk.gov.datashare.connectors.email.FromHeader;
import uk.gov.datashare.connectors.email.MailAddresses;
import uk.gov.datashare.connectors.email.ReplyAddress.Purpose;
import uk.gov.datashare.connectors.email.reply.MachineWords.Sign;
import uk.gov.datashare.connectors.email.reply.Reading.AutomaticReply;
import uk.gov.datashare.connectors.email.reply.Reading.Bounce;

/**
 * Knows the mail that no person wrote (RFC 3834, RFC 3464, and what servers do in their place). It is looked for before
 * anything else, for it may well hold the word "approved".
 */
final class MachineMail {

    private static final Set<String> PRECEDENCES = Set.of("auto_reply", "auto-reply", "bulk", "junk", "list");
    private static final List<String> TELLTALES = List.of("x-autoreply", "x-autorespond", "x-autoresponder",
            "x-auto-reply", "x-autoreply-from",
            "x-ms-exchange-inbox-rules-loop", "x-post-messageclass", "x-mail-autoreply", "auto-reply", "x-vacation",
            "x-auto-generated", "x-autoresponse", "x-otrs-loop",
            "x-ms-exchange-generated-message-source");
    private static final List<String> LISTS = List.of("list-id", "list-unsubscribe", "list-post", "mailing-list",
            "x-mailing-list", "x-mailman-version", "x-google-group-id");
    private static final Pattern CLAUSE_END = Pattern.compile("[.!?,:;] +");
    private static final int MOST_CLAUSES = 12;
    private static final int MOST_LINES = 60;
    private static final int LONGEST_TEXT = 8_000;
    private static final Set<String> RECEIPTS = Set.of("message/disposition-notification", "message/feedback-report",
            "text/calendar",
            "application/ics", "text/vnd.google.email-reaction+json", "application/ms-tnef-receipt");

    private final Mail mail;
    private final Headers headers;
    private final Provenance provenance;
    private final String domain;

    MachineMail(Mail mail, Provenance provenance, String domain) {
        this.mail = mail;
        this.headers = mail.headers();
        this.provenance = provenance;
        this.domain = domain;
    }

    /** What a machine's mail is, by its headers and parts; empty for what a person may have written. */
    Optional<Reading> byHeaders() {
        return first(List.of(this::loop, this::report, this::bounce, this::receipt, this::automatic, this::list));
    }

    /** What a mail is that says nothing the hub knows, by its first lines: role mailboxes answer without any header. */
    Optional<Reading> byText(List<String> lines) {
        String start = String.join(" ", lines.subList(0, Math.min(lines.size(), 3)));
        return first(List.of(() -> AWAY_TEXT.in(start).map(sign -> away(sign.id())),
                () -> AUTO_TEXT.in(start).map(sign -> automatic(sign.id()))));
    }

    private static Optional<Reading> first(List<Supplier<Optional<Reading>>> looks) {
        return looks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private Optional<Reading> loop() {
        boolean ours = headers.values("from").stream()
                .anyMatch(from -> FromHeader.address(List.of(from)).map(MailAddresses::domainOf).filter(domain::equals)
                        .isPresent())
                || headers.lower("message-id").endsWith("@" + domain + ">");
        return when(ours && !isFromServer(), "machine.loop");
    }

    private Optional<Reading> report() {
        return mail.has("message/delivery-status") || mail.has("message/global-delivery-status")
                ? Optional.of(DeliveryReport.read(mail.report()) == DeliveryReport.ARRIVED
                        ? automatic("machine.delivered")
                        : new Bounce(provenance.by("bounce.report"),
                                DeliveryReport.read(mail.report()) == DeliveryReport.FAILED))
                : Optional.empty();
    }

    /** Half of all bounces have no part that a machine could read; that it came to the return address says whose it is. */
    private Optional<Reading> bounce() {
        boolean came = headers.has("x-failed-recipients")
                || (isFromServer() && (BOUNCE_SUBJECT.in(headers.subject()).isPresent() || isAtReturnAddress()));
        return came
                ? Optional.of(new Bounce(provenance.by("bounce.unstructured"),
                        DeliveryReport.ofProse(text()) == DeliveryReport.FAILED))
                : Optional.empty();
    }

    private boolean isAtReturnAddress() {
        return provenance.about().filter(address -> address.purpose() == Purpose.BOUNCES).isPresent() && !isAway();
    }

    private Optional<Reading> receipt() {
        return RECEIPTS.stream().filter(mail::has).findFirst().map(type -> automatic("machine.part"))
                .or(() -> when(mail.has("multipart/report"), "machine.report"))
                .or(() -> when(isReaction(),
                        "machine.reaction"))
                .or(() -> AUTO_SUBJECT.in(headers.subject()).map(sign -> automatic(sign.id())));
    }

    /** The same header may say no more than that reactions are allowed. */
    private boolean isReaction() {
        return headers.has("x-ms-exchange-reaction") || (headers.has("x-ms-reactions")
                && !Set.of("allow", "disallow").contains(headers.lower("x-ms-reactions")));
    }

    private Optional<Reading> automatic() {
        String submitted = headers.lower("auto-submitted");
        boolean says = !submitted.isEmpty() && !submitted.equals("no") && !submitted.startsWith("no;")
                && !submitted.startsWith("no ");
        Optional<Sign> subject = AWAY_SUBJECT.in(headers.subject());
        return subject.map(this::bySubject)
                .or(() -> says ? Optional.of(awayOrNot("machine.auto-submitted")) : Optional.empty())
                .or(() -> TELLTALES.stream().anyMatch(headers::has)
                        ? Optional.of(awayOrNot("machine.telltale"))
                        : Optional.empty())
                .or(() -> PRECEDENCES.contains(headers.lower("precedence"))
                        || PRECEDENCES.contains(headers.lower("x-precedence"))
                                ? Optional.of(awayOrNot("machine.precedence"))
                                : Optional.empty())
                .or(() -> isFromServer() ? Optional.of(awayOrNot("machine.server")) : Optional.empty());
    }

    private Optional<Reading> list() {
        return when(LISTS.stream().anyMatch(headers::has),
                "machine.list");
    }

    private boolean isFromServer() {
        String from = headers.lower("from");
        String local = FromHeader.address(headers.values("from"))
                .map(address -> address.substring(0, address.indexOf('@'))).orElse(from);
        return headers.lower("return-path").replace(" ", "").equals("<>")
                || DAEMON.in(local).isPresent();
    }

    /** Whether a clause near the start of the text says that its writer is away. */
    private boolean isAway() {
        return AWAY_SUBJECT.in(headers.subject()).isPresent() || saysAway();
    }

    private boolean saysAway() {
        return Arrays.stream(CLAUSE_END.split(text(), MOST_CLAUSES))
                .anyMatch(clause -> AWAY_TEXT.in(clause).isPresent());
    }

    private Reading awayOrNot(String rule) {
        return isAway() || (headers.lower("auto-submitted").startsWith("auto-replied")
                && ReturnDate.in(text(), headers).isPresent()) ? away(rule) : automatic(rule);
    }

    /** A role mailbox says "automatic reply" as well, and is never away. */
    private Reading bySubject(Sign sign) {
        String text = text();
        return !saysAway() && AUTO_TEXT.in(text).isPresent() && ReturnDate.in(text, headers).isEmpty()
                ? automatic(sign.id())
                : away(sign.id());
    }

    private Reading away(String rule) {
        String text = text();
        return new AutomaticReply(provenance.by(rule), true, ReturnDate.in(text, headers),
                Cover.in(text, address -> provenance.from().filter(address::equals).isPresent()
                        || MailAddresses.domainOf(address).equals(domain)));
    }

    private Reading automatic(String rule) {
        return new AutomaticReply(provenance.by(rule), false, Optional.empty(), Optional.empty());
    }

    private Optional<Reading> when(boolean seen, String rule) {
        return seen ? Optional.of(automatic(rule)) : Optional.empty();
    }

    /** The first lines of what the machine wrote, without the mail that it answers, on one line. */
    private String text() {
        boolean blank = mail.plain().stream().allMatch(String::isBlank);
        List<String> lines = blank && !mail.html().isEmpty() ? HtmlText.linesWithAddresses(mail.html()) : mail.plain();
        List<String> start = lines.subList(0, Math.min(lines.size(), MOST_LINES));
        String own = joined(start.subList(0, new QuoteStart(start, LetterLines.NONE).find()));
        return own.isEmpty() ? joined(start) : own;
    }

    private static String joined(List<String> lines) {
        String all = String.join(" ", lines.stream().map(String::strip)
                .filter(line -> !line.isEmpty() && !Furniture.SALUTATION.is(line) && !line.startsWith(">")).toList());
        return all.substring(0, Math.min(all.length(), LONGEST_TEXT));
    }
}
