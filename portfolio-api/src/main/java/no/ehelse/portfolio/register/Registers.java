package no.ehelse.portfolio.register;

/** What commands look up about other aggregates, all of it derived from the log. */
public interface Registers {

    /** Writes it anew from the log, in the transaction of the caller. */
    void rebuild();
}
