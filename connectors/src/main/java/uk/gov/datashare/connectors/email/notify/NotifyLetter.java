package uk.gov.datashare.connectors.email.notify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.contracts.Letter;

/**
 * What Notify is asked to send. It knows no reply address for each letter, so what a reply is about stands in the subject, which
 * every mail client copies: {@code [DSR-7K3M-9QPX-2ABC/T7] Approval needed ... ref <token>}.
 */
final class NotifyLetter {

    private NotifyLetter() {}

    /**
     * The JSON of the request.
     *
     * @throws IllegalArgumentException when a control character stands in the subject
     */
    static Map<String, Object> of(Letter letter, String address, LetterComposer composer, NotifySettings settings) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("email_address", address);
        request.put("template_id", settings.template());
        request.put("personalisation", Map.of("subject", subject(letter, composer.replyAddress(letter)), "body",
                NotifyText.of(composer.text(letter))));
        request.put("reference", letter.letterId());
        settings.replyTo().ifPresent(id -> request.put("email_reply_to_id", id));
        return request;
    }

    private static String subject(Letter letter, Optional<ReplyAddress> reply) {
        if (letter.subject().codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A control character stands in the subject of letter "
                    + letter.letterId());
        }
        return reply.map(address -> withReference(letter.subject(), address)).orElse(letter.subject());
    }

    private static String withReference(String subject, ReplyAddress address) {
        String task = address.requestId() + "/" + address.taskId();
        return (subject.contains(task + "]") ? subject : "[" + task + "] " + subject) + " ref " + address.token();
    }
}
