package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Which data a share is about.
 *
 * @param types             what kinds of data, in the law's sense
 * @param specialCategories which special categories (UK GDPR Article 9(1)), if any
 * @param assets            the data assets it comes from
 * @param items             the single items wanted: the unit of data minimisation
 * @param subjects          whom the data is about; needed for personal data
 */
public record Data(List<Type> types, List<SpecialCategory> specialCategories, List<Asset> assets, List<Item> items,
        Optional<Subjects> subjects) {

    /** Kinds of data in the law's sense. */
    public enum Type {
        PERSONAL, SPECIAL_CATEGORY, CRIMINAL_OFFENCE, PSEUDONYMISED, ANONYMOUS_OR_NON_PERSONAL
    }

    /** Special categories of personal data, UK GDPR Article 9(1). */
    public enum SpecialCategory {
        RACIAL_ETHNIC_ORIGIN, POLITICAL_OPINIONS, RELIGIOUS_PHILOSOPHICAL, TRADE_UNION, GENETIC, BIOMETRIC_ID, HEALTH, SEX_LIFE, SEXUAL_ORIENTATION
    }

    /**
     * A data asset of a supplier.
     *
     * @param assetId  its id in the registry
     * @param supplier organisation id of its owner
     * @param title    what it is called
     */
    public record Asset(String assetId, String supplier, String title) {
        public Asset {
            requireNonNull(assetId);
            requireNonNull(supplier);
            requireNonNull(title);
        }
    }

    /**
     * One item of data.
     *
     * @param name            the item
     * @param description     what it holds
     * @param identifiability how near it comes to a person
     * @param purposeRef      which of the purpose's aims it serves; without it, why is it wanted?
     */
    public record Item(String name, String description, Identifiability identifiability, Optional<String> purposeRef) {
        public Item {
            requireNonNull(name);
            requireNonNull(description);
            requireNonNull(identifiability);
            requireNonNull(purposeRef);
        }
    }

    /** How near an item of data comes to a person. */
    public enum Identifiability {
        DIRECT, INDIRECT, PSEUDONYMOUS, NONE
    }

    /**
     * Whom the data is about.
     *
     * @param description      who they are
     * @param approximateCount how many, if it can be said
     * @param includesChildren whether children are among them
     */
    public record Subjects(String description, Optional<Long> approximateCount, boolean includesChildren) {
        public Subjects {
            requireNonNull(description);
            requireNonNull(approximateCount);
        }
    }

    public Data {
        types = Absent.orEmpty(types);
        specialCategories = Absent.orEmpty(specialCategories);
        assets = Absent.orEmpty(assets);
        items = Absent.orEmpty(items);
        requireNonNull(subjects);
    }
}
