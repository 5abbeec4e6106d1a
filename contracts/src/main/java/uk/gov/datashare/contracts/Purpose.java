package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a share is for.
 *
 * @param aims               each aim with a short name that items of data refer to
 * @param howDataHelps       how the data serves those aims
 * @param categories         what kind of purpose it is
 * @param benefits           which public benefits are expected
 * @param automatedDecisions how decisions are taken about people without a person, where they are
 */
public record Purpose(List<Aim> aims, String howDataHelps, List<Category> categories, List<String> benefits,
        Optional<String> automatedDecisions) {

    /**
     * One aim.
     *
     * @param ref  a short name, such as {@code A1}
     * @param text the aim
     */
    public record Aim(String ref, String text) {
        public Aim {
            requireNonNull(ref);
            requireNonNull(text);
        }
    }

    /** Kinds of purpose. */
    public enum Category {
        SERVICE_DELIVERY, POLICY, STATISTICS, RESEARCH, FRAUD, DEBT, LAW_ENFORCEMENT, SAFEGUARDING, REGULATION, EMERGENCY, AUDIT, OTHER
    }

    public Purpose {
        aims = Absent.orEmpty(aims);
        requireNonNull(howDataHelps);
        categories = Absent.orEmpty(categories);
        benefits = Absent.orEmpty(benefits);
        requireNonNull(automatedDecisions);
    }
}
