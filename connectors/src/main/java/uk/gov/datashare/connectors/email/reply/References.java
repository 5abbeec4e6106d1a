package uk.gov.datashare.connectors.email.reply;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import uk.gov.datashare.connectors.email.MessageIds;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyAddress.Purpose;

/**
 * What a mail is about. What our own server wrote comes first, then what the sender's client wrote, then what a person may
 * have copied; a source that names two different tasks names none.
 */
final class References {

    /** A subject that carries the whole reference: {@code [DSR-7K3M-9QPX-2ABC/T7] ... ref <token>}. */
    private static final Pattern IN_SUBJECT = Pattern
            .compile(
                    "(?i)\\[?DSR-([0-9A-Z]{4})-([0-9A-Z]{4})-([0-9A-Z]{4})/(T[0-9]{1,9})\\b.*\\bref[: ] ?([a-z2-7]{26})\\b");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,300}>");

    private final String domain;

    References(String domain) {
        this.domain = domain;
    }

    /** The reply address by which the mail came, or the one that it quotes. */
    Optional<ReplyAddress> about(Mail mail) {
        Headers headers = mail.headers();
        Stream<Stream<String>> sources = Stream.of(
                headers.first("delivered-to").stream(), headers.first("x-original-to").stream(),
                Stream.concat(headers.values("to").stream(), headers.values("cc").stream()),
                headers.values("in-reply-to").stream(), headers.values("references").stream(),
                Stream.of(rewritten(headers.subject())), mail.plain().stream(), Stream.of(mail.html()));
        return sources.map(this::one).flatMap(Optional::stream).findFirst();
    }

    /**
     * Whether its writer, too, says that it is about this. A signature is over what the writer wrote and never over the address
     * by which a mail came, so a signed yes to somebody else could otherwise be sent on to any reply address that was stolen.
     */
    boolean isMeantFor(ReplyAddress about, Mail mail) {
        Headers headers = mail.headers();
        return Stream
                .of(Stream.of("to", "cc", "in-reply-to", "references").flatMap(name -> headers.values(name).stream()),
                        Stream.of(rewritten(headers.subject())), mail.plain().stream(), Stream.of(mail.html()))
                .flatMap(texts -> texts).flatMap(text -> ReplyAddress.within(text, domain).stream())
                .anyMatch(about::equals);
    }

    private Optional<ReplyAddress> one(Stream<String> texts) {
        List<ReplyAddress> found = texts.flatMap(text -> ReplyAddress.within(text, domain).stream()).distinct().limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private String rewritten(String subject) {
        Matcher matcher = IN_SUBJECT.matcher(subject);
        return matcher.find()
                ? Purpose.APPROVALS.mailbox() + "+" + matcher.group(1) + matcher.group(2) + matcher.group(3) + "-"
                        + matcher.group(4) + "-" + matcher.group(5) + "@" + domain
                : subject;
    }

    /** The newest letter of ours that the mail says it answers. */
    Optional<String> answers(Headers headers) {
        return Stream
                .concat(headers.values("in-reply-to").stream(),
                        headers.values("references").stream().map(References::backwards))
                .flatMap(References::messageIds).filter(id -> ReplyAddress.parse(id, domain).isEmpty())
                .flatMap(id -> MessageIds.letterId(id, domain).stream()).findFirst();
    }

    private static String backwards(String references) {
        return messageIds(references).reduce("", (all, id) -> id + " " + all);
    }

    private static Stream<String> messageIds(String text) {
        Stream.Builder<String> ids = Stream.builder();
        Matcher matcher = MESSAGE_ID.matcher(text);
        while (matcher.find()) {
            ids.add(matcher.group());
        }
        return ids.build();
    }
}
