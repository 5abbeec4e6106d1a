package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
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
 * @param coverage          which places and times it covers
 * @param volume            how much of it there is
 */
public record Data(List<Type> types, List<SpecialCategory> specialCategories, List<Asset> assets, List<Item> items,
        Optional<Subjects> subjects, Optional<Coverage> coverage, Optional<Volume> volume) {

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
     * @param specialCategory which special category it falls under, if it does
     * @param sourceField     the field of the supplier's system that it comes from
     */
    public record Item(String name, String description, Identifiability identifiability, Optional<String> purposeRef,
            Optional<SpecialCategory> specialCategory, Optional<String> sourceField) {
        public Item {
            requireNonNull(name);
            requireNonNull(description);
            requireNonNull(identifiability);
            requireNonNull(purposeRef);
            requireNonNull(specialCategory);
            requireNonNull(sourceField);
        }

        /** An item of no special category, whose source is not named. */
        public Item(String name, String description, Identifiability identifiability, Optional<String> purposeRef) {
            this(name, description, identifiability, purposeRef, Optional.empty(), Optional.empty());
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
     * @param groups           the groups they belong to, each in a few words
     * @param vulnerable       whether people who need more protection than others are among them, children apart
     */
    public record Subjects(String description, Optional<Long> approximateCount, boolean includesChildren,
            List<String> groups, @OrFalse boolean vulnerable) {
        public Subjects {
            requireNonNull(description);
            requireNonNull(approximateCount);
            groups = Absent.orEmpty(groups);
        }

        /** People of no group that is named, none of whom needs more protection than others. */
        public Subjects(String description, Optional<Long> approximateCount, boolean includesChildren) {
            this(description, approximateCount, includesChildren, List.of(), false);
        }
    }

    /**
     * Which places and times data covers.
     *
     * @param geography the places: a nation of the United Kingdom, the whole, or an area's code
     * @param from      the first day that it is about
     * @param to        the last day that it is about
     */
    public record Coverage(List<String> geography, Optional<LocalDate> from, Optional<LocalDate> to) {
        public Coverage {
            geography = Absent.orEmpty(geography);
            requireNonNull(from);
            requireNonNull(to);
        }
    }

    /**
     * How much data there is, in all or in each delivery.
     *
     * @param records   how many records
     * @param sizeBytes how many bytes
     */
    public record Volume(Optional<Long> records, Optional<Long> sizeBytes) {
        public Volume {
            requireNonNull(records);
            requireNonNull(sizeBytes);
        }
    }

    /** Data of which neither coverage nor volume is known. */
    public Data(List<Type> types, List<SpecialCategory> specialCategories, List<Asset> assets, List<Item> items,
            Optional<Subjects> subjects) {
        this(types, specialCategories, assets, items, subjects, Optional.empty(), Optional.empty());
    }

    public Data {
        types = Absent.orEmpty(types);
        specialCategories = Absent.orEmpty(specialCategories);
        assets = Absent.orEmpty(assets);
        items = Absent.orEmpty(items);
        requireNonNull(subjects);
        requireNonNull(coverage);
        requireNonNull(volume);
    }
}
