package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The data protection impact assessment, UK GDPR Article 35.
 *
 * @param status       how far it is
 * @param reference    where it can be found
 * @param residualRisk what risk is left
 */
public record Dpia(Status status, Optional<String> reference, Optional<Risk> residualRisk) {

    /** How far an assessment is. */
    public enum Status {
        NOT_NEEDED_WITH_REASON, SCREENING, IN_PROGRESS, COMPLETED, APPROVED
    }

    /** The risk that is left. */
    public enum Risk {
        LOW, MEDIUM, HIGH
    }

    public Dpia {
        requireNonNull(status);
        requireNonNull(reference);
        requireNonNull(residualRisk);
    }
}
