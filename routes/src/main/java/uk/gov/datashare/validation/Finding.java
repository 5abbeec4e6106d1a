package uk.gov.datashare.validation;

import static uk.gov.datashare.contracts.Problem.Severity.ERROR;
import static uk.gov.datashare.contracts.Problem.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Problem.Severity;

/**
 * What a rule found, before it is known which rule that was: where (RFC 6901), what is wrong, and what to do about it.
 *
 * @param patches what mends it, where the message or the registry leaves one answer only; empty where somebody has to choose
 */
record Finding(Severity severity, String pointer, String message, String fix, List<Patch> patches) {

    Finding {
        patches = List.copyOf(patches);
    }

    static Finding error(String pointer, String message, String fix) {
        return new Finding(ERROR, pointer, message, fix, List.of());
    }

    static Finding warning(String pointer, String message, String fix) {
        return new Finding(WARNING, pointer, message, fix, List.of());
    }

    /** This finding, which these changes mend. */
    Finding mendedBy(List<Patch> changes) {
        return new Finding(severity, pointer, message, fix, changes);
    }

    /** This finding, which this change mends. */
    Finding mendedBy(Patch change) {
        return mendedBy(List.of(change));
    }

    /** This finding where something is so, and nothing where it is not. */
    Stream<Finding> when(boolean so) {
        return so ? Stream.of(this) : Stream.empty();
    }

    Problem of(String rule) {
        return new Problem(rule, severity, pointer, message, Optional.of(fix));
    }
}
