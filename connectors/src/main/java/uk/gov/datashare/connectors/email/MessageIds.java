package uk.gov.datashare.connectors.email;

import java.util.Locale;
import java.util.Optional;

/** A letter's Message-ID, made of its letterId alone: the same letter has the same one however often it is sent. */
public final class MessageIds {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/+_~-";

    private MessageIds() {}

    /** The Message-ID of a letter, angle brackets included. */
    public static String of(String letterId, String domain) {
        var local = new StringBuilder();
        letterId.chars().forEach(letter -> local
                .append(PLAIN.indexOf(letter) >= 0 ? Character.toString(letter) : "=%04x".formatted(letter)));
        return "<" + local + "@" + domain + ">";
    }

    /** The letter whose Message-ID this is; empty for a mail that is not the hub's. */
    public static Optional<String> letterId(String messageId, String domain) {
        String bare = messageId.strip();
        String end = "@" + domain + ">";
        return bare.startsWith("<") && bare.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT))
                && bare.indexOf('@') == bare.lastIndexOf('@')
                        ? unescaped(bare.substring(1, bare.length() - end.length()))
                        : Optional.empty();
    }

    private static Optional<String> unescaped(String local) {
        var letterId = new StringBuilder();
        for (int at = 0; at < local.length(); at++) {
            char letter = local.charAt(at);
            if (letter != '=') {
                letterId.append(letter);
            } else if (local.length() >= at + 5
                    && local.substring(at + 1, at + 5).chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
                letterId.append((char) Integer.parseInt(local.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(letterId.toString());
    }
}
