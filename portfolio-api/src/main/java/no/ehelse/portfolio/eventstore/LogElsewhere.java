package no.ehelse.portfolio.eventstore;

/** A log that is not in the database, so that what commands look up cannot be written with the events, but follows them. */
public interface LogElsewhere {

    /** Writes what commands look up from the log, up to its end, unless that was done already. */
    void catchUp();

    /** Asks for the end of the log; what it throws says that the log is away. */
    void ask();
}
