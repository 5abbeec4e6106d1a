package uk.gov.datashare.precedents;

/** Everything that has been agreed, as the hub knows it at the moment. */
public interface Agreed {

    /** What is known now; the same object until something is agreed, changed or ended. */
    Precedents now();

    /** Whether everything is known that had been agreed when the hub started. Until then an arrangement may be missing. */
    boolean isComplete();

    /**
     * Waits until everything is known that had been agreed when this was called: whoever has just been told of an arrangement
     * may ask about it at once. False when that takes too long.
     */
    boolean awaitCurrent();
}
