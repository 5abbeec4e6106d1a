package uk.gov.datashare.connectors.email.notify;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import uk.gov.datashare.connectors.email.LetterChannel.Sending;

/** What Notify's answers mean for a letter. */
final class NotifyAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(NotifyAnswer.class);

    /** A 400 that says something against the service's settings, and nothing against this letter or its reader. */
    private static final Pattern ABOUT_THE_SERVICE = Pattern
            .compile("team-only|trial mode|template|personalisation|reply_to|suspended|permission");
    private static final int MOST_WORDS = 300;

    private NotifyAnswer() {}

    static Sending of(int status, JsonNode answer) {
        String words = words(status, answer);
        return switch (status) {
            case 200, 201 -> answer.path("id").isString()
                    ? new Sending.Accepted(answer.path("id").asString())
                    : new Sending.InDoubt("GOV.UK Notify said yes, and did not say what it calls the letter");
            case 400 -> ABOUT_THE_SERVICE.matcher(words.toLowerCase(Locale.ROOT)).find()
                    ? misconfigured(words)
                    : new Sending.Refused(words);
            case 401, 403, 404 -> misconfigured(words);
            case 413 -> new Sending.Refused(words);
            case 429, 503 -> new Sending.TryLater(words);
            default -> status >= 500
                    ? new Sending.InDoubt(words)
                    : misconfigured(words);
        };
    }

    private static Sending misconfigured(String words) {
        LOG.error("{}. Check hub.notify: the API key, the template's id and its placeholders subject and body, the "
                + "reply-to id, and this machine's clock. Letters wait", words);
        return new Sending.TryLater(words);
    }

    static JsonNode json(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            return JsonMapper.shared().missingNode();
        }
    }

    private static String words(int status, JsonNode answer) {
        List<String> said = answer.path("errors").valueStream()
                .map(each -> each.path("error").asString("") + ": " + each.path("message").asString("")).toList();
        String all = "GOV.UK Notify answers " + status + (said.isEmpty() ? "" : " " + String.join("; ", said));
        String oneLine = all.codePoints().map(one -> Character.isISOControl(one) ? ' ' : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return oneLine.substring(0, Math.min(MOST_WORDS, oneLine.length()));
    }
}
