package uk.gov.datashare.approval;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values that messages use, as they are written in a sentence. */
final class Names {

    private static final Map<String, String> SPECIAL = Map.of("API", "API", "SFTP", "SFTP", "IDTA",
            "international data transfer agreement", "EU_SCC_ADDENDUM", "addendum to the EU standard clauses", "BCR",
            "binding corporate rules", "IN_PLACE_ACCESS_TRE", "access in a trusted research environment",
            "DEROGATION_ART49", "derogation under Article 49", "ANONYMOUS_OR_NON_PERSONAL", "not personal",
            "S251_APPROVAL", "approval under section 251 of the National Health Service Act 2006");
    private static final Pattern ARTICLE_6 = Pattern.compile("art6 1 ([a-z]+) (.+)");

    private Names() {}

    /** One value. */
    static String of(Enum<?> value) {
        String special = SPECIAL.get(value.name());
        if (special != null) {
            return special;
        }
        String words = value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return ARTICLE_6.matcher(words).replaceFirst("$2, UK GDPR Article 6(1)($1)");
    }

    /** Several values, each once. */
    static String of(Collection<? extends Enum<?>> values) {
        return values.stream().map(Names::of).distinct().collect(Collectors.joining(", "));
    }
}
