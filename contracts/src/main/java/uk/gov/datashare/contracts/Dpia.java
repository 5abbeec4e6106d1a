package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The data protection impact assessment, UK GDPR Article 35.
 *
 * @param status       how far it is
 * @param reference    where it can be found
 * @param residualRisk what risk is left
 * @param icoConsultation how far the Information Commissioner was asked (UK GDPR Article 36)
 * @param date         when it was completed
 * @param url          its address, where it has one
 */
public record Dpia(Status status, Optional<String> reference, Optional<Risk> residualRisk,
        Optional<IcoConsultation> icoConsultation, Optional<LocalDate> date, Optional<URI> url) {

    /** How far an assessment is. */
    public enum Status {
        NOT_NEEDED_WITH_REASON, SCREENING, IN_PROGRESS, COMPLETED, APPROVED
    }

    /** The risk that is left. */
    public enum Risk {
        LOW, MEDIUM, HIGH
    }

    /** How far the Information Commissioner was asked before processing begins, UK GDPR Article 36. */
    public enum IcoConsultation {
        NOT_NEEDED, REQUIRED, SENT, ANSWERED
    }

    /** One that says nothing of the Information Commissioner, and has neither date nor address. */
    public Dpia(Status status, Optional<String> reference, Optional<Risk> residualRisk) {
        this(status, reference, residualRisk, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Dpia {
        requireNonNull(status);
        requireNonNull(reference);
        requireNonNull(residualRisk);
        requireNonNull(icoConsultation);
        requireNonNull(date);
        requireNonNull(url);
    }
}
