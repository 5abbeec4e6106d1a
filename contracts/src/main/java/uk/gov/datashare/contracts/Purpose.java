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
 * @param urgency            how soon it is needed; routine if it is not said
 * @param ethics             whether the ethics of it were looked at
 */
public record Purpose(List<Aim> aims, String howDataHelps, List<Category> categories, List<String> benefits,
        Optional<String> automatedDecisions, Optional<Urgency> urgency, Optional<Ethics> ethics) {

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

    /**
     * How soon a share is needed.
     *
     * @param level  how soon
     * @param reason why; an emergency needs one
     */
    public record Urgency(Level level, Optional<String> reason) {

        /** How soon. An emergency is one in the sense of the ICO's data sharing code: people may come to harm. */
        public enum Level {
            ROUTINE, URGENT, EMERGENCY
        }

        public Urgency {
            requireNonNull(level);
            requireNonNull(reason);
        }
    }

    /**
     * Whether the ethics of a share were looked at.
     *
     * @param assessment by whom
     * @param reference  where the result can be found
     */
    public record Ethics(Assessment assessment, Optional<String> reference) {

        /** Who looked at it: nobody, the acquirer itself, the UK Statistics Authority's committee, a department's board. */
        public enum Assessment {
            NOT_DONE, SELF, UKSA_NSDEC, DEPARTMENT_BOARD
        }

        public Ethics {
            requireNonNull(assessment);
            requireNonNull(reference);
        }
    }

    /** A purpose that says nothing of urgency and ethics. */
    public Purpose(List<Aim> aims, String howDataHelps, List<Category> categories, List<String> benefits,
            Optional<String> automatedDecisions) {
        this(aims, howDataHelps, categories, benefits, automatedDecisions, Optional.empty(), Optional.empty());
    }

    public Purpose {
        aims = Absent.orEmpty(aims);
        requireNonNull(howDataHelps);
        categories = Absent.orEmpty(categories);
        benefits = Absent.orEmpty(benefits);
        requireNonNull(automatedDecisions);
        requireNonNull(urgency);
        requireNonNull(ethics);
    }
}
