package uk.gov.datashare.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The lists of codes, read from {@code codes/*.json}; schemas and enumerations are held to them by test. */
public final class CodeLists {

    /** Lawful bases for personal data (UK GDPR Article 6(1)). */
    public static final CodeList LAWFUL_BASES = read("lawful-bases");
    /** Conditions for a recognised legitimate interest (UK GDPR Annex 1). */
    public static final CodeList ANNEX_1 = read("annex-1-conditions");
    /** Conditions for special category data (UK GDPR Article 9(2)). */
    public static final CodeList SPECIAL_CATEGORY = read("special-category-conditions");
    /** Paragraphs of Schedule 1 to the Data Protection Act 2018 that are conditions, in their parts 1 to 3. */
    public static final CodeList SCHEDULE_1 = read("schedule-1-conditions");
    /** Roles that can be asked. */
    public static final CodeList ROLES = read("roles");

    private static final List<CodeList> ALL = List.of(LAWFUL_BASES, ANNEX_1, SPECIAL_CATEGORY, SCHEDULE_1, ROLES);

    private CodeLists() {}

    /** Every list. */
    public static List<CodeList> all() {
        return ALL;
    }

    /** The list of this name, if there is one. */
    public static Optional<CodeList> named(String name) {
        return ALL.stream().filter(list -> list.name().equals(name)).findFirst();
    }

    private static CodeList read(String name) {
        String file = "/codes/" + name + ".json";
        try (InputStream in = CodeLists.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            return MessageJson.read(in.readAllBytes(), CodeList.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
