package no.ehelse.portfolio.rebuild;

/** How far a rebuild has come. */
public enum RebuildState {
    /** It reads the events into the idle set. */
    READING,
    /** It compares what it made with what serves. */
    COMPARING,
    /** What it made serves. */
    DONE,
    /** It stopped at an event; what served before still does. */
    FAILED,
    /** Whoever ran it was stopped; what served before still does. */
    INTERRUPTED;

    /** Whether it has come to its end. */
    public boolean isOver() {
        return this != READING && this != COMPARING;
    }
}
