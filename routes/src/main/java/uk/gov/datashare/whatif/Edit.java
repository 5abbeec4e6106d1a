package uk.gov.datashare.whatif;

import static java.util.Objects.requireNonNull;

import java.util.function.Predicate;

import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that a department could ask for less of, or do more safely.
 *
 * @param words   what to change, for the department
 * @param applied changes a proposal; false where there is nothing to change, and then the proposal is not used any more
 */
record Edit(String words, Predicate<ObjectNode> applied) {
    Edit {
        requireNonNull(words);
        requireNonNull(applied);
    }
}
