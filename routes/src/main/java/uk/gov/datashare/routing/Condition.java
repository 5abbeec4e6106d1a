package uk.gov.datashare.routing;

import java.util.List;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;

/**
 * A checked condition of a rule.
 *
 * @param place    where it stands, for messages
 * @param program  the condition, ready to run
 * @param facts    the names of the facts that it reads
 * @param literals the texts and whole numbers that it compares them with
 */
record Condition(String place, Program program, List<String> facts, List<Object> literals) {

    /**
     * Whether it is true of these facts.
     *
     * @throws IllegalStateException when it cannot be answered, such as a division by zero
     */
    boolean holds(Facts of) {
        try {
            return Boolean.TRUE.equals(program.eval(of.values()));
        } catch (CelEvaluationException fault) {
            throw new IllegalStateException(place + " could not be answered for this request: " + fault.getMessage(),
                    fault);
        }
    }
}
