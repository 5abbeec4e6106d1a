package uk.gov.datashare.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import uk.gov.datashare.contracts.DataProtection.Article9;
import uk.gov.datashare.contracts.DataProtection.Basis;

/** Codes, dates and periods as a person reads them. */
final class Words {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);
    private static final Map<String, String> NOT_AS_SPELT = Map.ofEntries(Map.entry("API", "an API"),
            Map.entry("SFTP", "SFTP"),
            Map.entry("IN_PLACE_ACCESS_TRE", "access in place, in a trusted research environment"),
            Map.entry("IDTA", "International Data Transfer Agreement"),
            Map.entry("EU_SCC_ADDENDUM", "addendum to the EU standard contractual clauses"),
            Map.entry("BCR", "binding corporate rules"),
            Map.entry("DEROGATION_ART49", "derogation, UK GDPR Article 49"),
            Map.entry("SPECIAL_CATEGORY", "special category data"),
            Map.entry("PERSONAL", "personal data"),
            Map.entry("APPROVE", "approved"),
            Map.entry("APPROVE_WITH_CONDITIONS", "approved, with conditions"));

    private Words() {}

    /** A code in words: {@code ROYAL_PREROGATIVE} is royal prerogative. */
    static String of(Enum<?> code) {
        return NOT_AS_SPELT.getOrDefault(code.name(), code.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static String of(Basis basis) {
        return switch (basis) {
            case ART6_1_A_CONSENT -> "consent (UK GDPR Article 6(1)(a))";
            case ART6_1_B_CONTRACT -> "contract (UK GDPR Article 6(1)(b))";
            case ART6_1_C_LEGAL_OBLIGATION -> "legal obligation (UK GDPR Article 6(1)(c))";
            case ART6_1_D_VITAL_INTERESTS -> "vital interests (UK GDPR Article 6(1)(d))";
            case ART6_1_E_PUBLIC_TASK -> "public task (UK GDPR Article 6(1)(e))";
            case ART6_1_EA_RECOGNISED_LEGITIMATE_INTEREST ->
                "recognised legitimate interest (UK GDPR Article 6(1)(ea))";
            case ART6_1_F_LEGITIMATE_INTERESTS -> "legitimate interests (UK GDPR Article 6(1)(f))";
            case DPA2018_PART3_LAW_ENFORCEMENT -> "law enforcement (Data Protection Act 2018, Part 3)";
            case DPA2018_PART4_INTELLIGENCE -> "intelligence services (Data Protection Act 2018, Part 4)";
        };
    }

    static String of(Article9 condition) {
        String letter = condition.name().substring(0, 1).toLowerCase(Locale.ROOT);
        String words = condition.name().substring(2).toLowerCase(Locale.ROOT).replace('_', ' ');
        return words + " (UK GDPR Article 9(2)(" + letter + "))";
    }

    static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** A moment on the clocks of the United Kingdom. */
    static String of(Instant moment) {
        return MOMENT.format(moment.atZone(LONDON));
    }

    /** A period of years, months and days: {@code P3Y9M} is 3 years, 9 months. */
    static String of(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return parts.isEmpty() ? "no time" : String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String unit) {
        if (count != 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
