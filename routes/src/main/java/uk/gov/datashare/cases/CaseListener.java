package uk.gov.datashare.cases;

/** Is told of each case whenever something has happened in it, in the order of its events, from one thread. */
@FunctionalInterface
public interface CaseListener {

    /** A case as it stands after its newest event; after a restart, and when events come again, all of it comes again. */
    void changed(CaseSoFar now);
}
