package uk.gov.datashare.connectors.email.tokens;

import java.time.Duration;
import java.time.Instant;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a token endpoint answered (RFC 6749 section 5). */
final class TokenAnswer {

    /** A token this long before its end is still good when it has reached the mail server. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final long USUAL_SECONDS = 3600;
    private static final int MOST_WORDS = 300;

    private TokenAnswer() {}

    static AccessToken read(Grant grant, int status, byte[] body, Instant now) throws NoToken {
        JsonNode answer = json(body);
        if (status == 200) {
            return token(grant, answer, now);
        }
        String words = said(answer.path("error").asString("no reason given"), answer.path("error_description"), grant);
        if (status >= 500 || status == 429 || status == 408) {
            throw NoToken.now("The token endpoint " + grant.endpoint() + " is in trouble (HTTP " + status + "): "
                    + words);
        }
        throw NoToken.refused("The token endpoint " + grant.endpoint() + " refuses this hub (HTTP " + status + "): "
                + words + ". Check hub.mail.oauth: the endpoint, client id and secret or service account, and scope");
    }

    private static JsonNode json(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            return JsonMapper.shared().missingNode();
        }
    }

    private static AccessToken token(Grant grant, JsonNode answer, Instant now) throws NoToken {
        String value = answer.path("access_token").asString("");
        boolean bearer = answer.path("token_type").asString("").equalsIgnoreCase("bearer");
        // A control character would end the field in which it is sent on (SASL XOAUTH2 parts its fields by one).
        if (!bearer || value.isEmpty() || !value.chars().allMatch(one -> one > ' ' && one < 127)) {
            throw NoToken.now("The token endpoint " + grant.endpoint() + " answered without a bearer token");
        }
        Duration life = Duration.ofSeconds(Math.max(1, answer.path("expires_in").asLong(USUAL_SECONDS)));
        Duration margin = life.dividedBy(5).compareTo(MARGIN) < 0 ? life.dividedBy(5) : MARGIN;
        return new AccessToken(value, now.plus(life).minus(margin));
    }

    /** An endpoint's words are for people and come from outside: one line, of a bounded length, without the secret. */
    private static String said(String error, JsonNode description, Grant grant) {
        String all = error + (description.isString() ? " (" + description.asString() + ")" : "");
        String oneLine = all.codePoints().map(one -> Character.isISOControl(one) ? ' ' : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        String unsaid = grant.secret().filter(secret -> !secret.isEmpty())
                .map(secret -> oneLine.replace(secret, "...")).orElse(oneLine);
        return unsaid.substring(0, Math.min(MOST_WORDS, unsaid.length()));
    }
}
