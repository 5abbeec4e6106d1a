package uk.gov.datashare.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Marks in the place of what is secret, or is another at every run. The same digest has the same mark throughout. */
final class Marks {

    private static final Pattern TOKEN = Pattern
            .compile("\\b(approvals|bounces)\\+([0-9a-z]{12})-(t\\d+)-[a-z2-7]{26}@");
    private static final Pattern MAIL_KEY = Pattern.compile("\\bapprovals/\\d+/\\d+");
    private static final Pattern REGISTRY = Pattern.compile("(\"registryVersion\" : )\\d+");
    private static final Pattern FINGERPRINT = Pattern.compile("\"[0-9a-f]{32}\"");
    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");

    private Marks() {}

    static String in(String text) {
        Map<String, String> digests = new HashMap<>();
        String tokenless = TOKEN.matcher(text).replaceAll("$1+$2-$3-‹token›@");
        String keyless = MAIL_KEY.matcher(tokenless).replaceAll("approvals/‹uidvalidity›/‹uid›");
        String numberless = FINGERPRINT.matcher(REGISTRY.matcher(keyless).replaceAll("$1‹number›"))
                .replaceAll("\"‹fingerprint›\"");
        return DIGEST.matcher(numberless).replaceAll(digest -> digest.group().equals("0".repeat(64))
                ? "‹64 zeros›"
                : digests.computeIfAbsent(digest.group(), _ -> "‹hash " + (digests.size() + 1) + "›"));
    }
}
