package uk.gov.datashare.precedents;

import java.util.function.BiFunction;

/**
 * A field that a request and an arrangement are compared in.
 *
 * @param pointer where a request has it (RFC 6901)
 * @param name    what people call it
 * @param reach   what depends on it
 * @param weight  how much it counts for how near an arrangement comes
 */
record Field(String pointer, String name, Reach reach, int weight,
        BiFunction<Content, Content, Compared> comparison) {

    Compared compare(Content proposed, Content agreed) {
        return comparison.apply(proposed, agreed);
    }
}
