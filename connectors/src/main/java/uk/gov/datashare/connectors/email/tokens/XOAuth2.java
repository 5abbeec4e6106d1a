package uk.gov.datashare.connectors.email.tokens;

import java.util.Map;

/** How Jakarta Mail is told to log in with access tokens and nothing else (SASL XOAUTH2, as Microsoft 365 and Google speak it). */
public final class XOAuth2 {

    private XOAuth2() {}

    /** The session's properties, each name begun as the caller writes such names: {@code mail.imaps.} for the protocol imaps. */
    public static Map<String, String> properties(String prefix) {
        return Map.of(prefix + "sasl.enable", "true", prefix + "sasl.mechanisms", "XOAUTH2", prefix + "auth.mechanisms",
                "XOAUTH2");
    }
}
