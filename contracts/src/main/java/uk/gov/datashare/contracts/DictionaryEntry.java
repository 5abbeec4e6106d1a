package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

/**
 * An item of data as the dictionary of an asset has it.
 *
 * @param item            its name there
 * @param description     what it holds
 * @param identifiability how near it comes to a person
 */
public record DictionaryEntry(String item, String description, Data.Identifiability identifiability) {
    public DictionaryEntry {
        requireNonNull(item);
        requireNonNull(description);
        requireNonNull(identifiability);
    }
}
