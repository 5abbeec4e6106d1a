package uk.gov.datashare.benchmark;

import static java.util.Objects.requireNonNull;

/**
 * One of those that are measured side by side.
 *
 * @param name what the table calls it
 * @param work what it does
 */
record Competitor(String name, Work work) {

    Competitor {
        requireNonNull(name);
        requireNonNull(work);
    }

    /** Something that is done many times. */
    interface Work {

        /** Gets ready for a round; not measured. */
        default void prepare(int times) throws Exception {}

        /** Does it so many times, on so many threads. */
        void run(int times, int threads) throws Exception;
    }
}
