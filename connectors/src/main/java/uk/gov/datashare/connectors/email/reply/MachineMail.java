package uk.gov.datashare.connectors.email.reply;

import static uk.gov.datashare.connectors.email.reply.MachineWords.AUTO_SUBJECT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.AUTO_TEXT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.AWAY_SUBJECT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.AWAY_TEXT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.BOUNCE_SUBJECT;
import static uk.gov.datashare.connectors.email.reply.MachineWords.DAEMON;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
            "x-ms-exchange-inbox-rules-loop", "x-post-messageclass", "x-mail-autoreply", "auto-reply", "x-vacation");
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
        return first(List.of(() -> AWAY_TEXT.in(start).map(this::away),
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
                .or(() -> when(headers.has("x-ms-reactions") || headers.has("x-ms-exchange-reaction"),
                        "machine.reaction"))
                .or(() -> AUTO_SUBJECT.in(headers.subject()).map(sign -> automatic(sign.id())));
    }

    private Optional<Reading> automatic() {
        String submitted = headers.lower("auto-submitted");
        boolean says = !submitted.isEmpty() && !submitted.equals("no") && !submitted.startsWith("no;")
                && !submitted.startsWith("no ");
        Optional<Sign> subject = AWAY_SUBJECT.in(headers.subject());
        return subject.map(this::away)
                .or(() -> says ? Optional.of(awayOrNot("machine.auto-submitted")) : Optional.empty())
                .or(() -> TELLTALES.stream().anyMatch(headers::has)
                        ? Optional.of(awayOrNot("machine.telltale"))
                        : Optional.empty())
                .or(() -> PRECEDENCES.contains(headers.lower("precedence"))
                        ? Optional.of(awayOrNot("machine.precedence"))
                        : Optional.empty())
                .or(() -> isFromServer() ? Optional.of(awayOrNot("machine.server")) : Optional.empty());
    }

    private Optional<Reading> list() {
        return when(headers.has("list-id") || headers.has("list-unsubscribe") || headers.has("x-mailman-version"),
                "machine.list");
    }

    private boolean isFromServer() {
        String from = headers.lower("from");
        String local = FromHeader.address(headers.values("from"))
                .map(address -> address.substring(0, address.indexOf('@'))).orElse(from);
        return headers.lower("return-path").replace(" ", "").equals("<>")
                || DAEMON.in(local).isPresent();
    }

    private boolean isAway() {
        return AWAY_SUBJECT.in(headers.subject()).isPresent() || AWAY_TEXT.in(text()).isPresent();
    }

    private Reading awayOrNot(String rule) {
        return isAway() || (headers.lower("auto-submitted").startsWith("auto-replied")
                && ReturnDate.in(text(), headers).isPresent())
                        ? new AutomaticReply(provenance.by(rule), true, ReturnDate.in(text(), headers),
                                Optional.empty())
                        : automatic(rule);
    }

    private Reading away(Sign sign) {
        return new AutomaticReply(provenance.by(sign.id()), true, ReturnDate.in(text(), headers), Optional.empty());
    }

    private Reading automatic(String rule) {
        return new AutomaticReply(provenance.by(rule), false, Optional.empty(), Optional.empty());
    }

    private Optional<Reading> when(boolean seen, String rule) {
        return seen ? Optional.of(automatic(rule)) : Optional.empty();
    }

    private String text() {
        boolean blank = mail.plain().stream().allMatch(String::isBlank);
        List<String> lines = blank && !mail.html().isEmpty() ? HtmlText.lines(mail.html()) : mail.plain();
        return String.join(" ", lines.stream().filter(line -> !line.isBlank() && !Furniture.SALUTATION.is(line.strip()))
                .limit(40).toList()).strip();
    }

    /** How a letter fared. */
    enum DeliveryReport {
        FAILED, DELAYED, ARRIVED;

        /** By the fields of RFC 3464: the first recipient's, for a letter has one. */
        static DeliveryReport read(String report) {
            String lower = report.toLowerCase(Locale.ROOT);
            String action = field(lower, "action:");
            String status = field(lower, "status:");
            if (status.startsWith("2") || Set.of("delivered", "relayed", "expanded").contains(action)) {
                return ARRIVED;
            }
            return action.equals("delayed") || (status.startsWith("4") && !action.equals("failed")) ? DELAYED : FAILED;
        }

        private static String field(String report, String name) {
            return report.lines().map(String::strip).filter(line -> line.startsWith(name)).findFirst()
                    .map(line -> line.substring(name.length()).strip()).orElse("");
        }

        /** By an enhanced status code (RFC 3463) or a word in prose; what does not say that it will be tried again has failed. */
        static DeliveryReport ofProse(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            boolean later = lower.matches(
                    "(?s).*(\\b4\\.\\d\\.\\d{1,3}\\b|will (keep trying|retry|be retried)|temporar|delayed|still being retried).*");
            return later && !lower.matches("(?s).*\\b5\\.\\d\\.\\d{1,3}\\b.*") ? DELAYED : FAILED;
        }
    }
}
