package no.ehelse.portfolio.evidence;

import java.util.Optional;
import java.util.function.Consumer;

/** The log as it lies in the store, read event by event in the order of the stream, without understanding it. */
public interface StoredLog {

    /** A position before every event. */
    long START = Long.MIN_VALUE;

    /** The position of the last event; 0 where there is none. */
    long end();

    /** How many events there are. */
    long count();

    /** The first event. */
    Optional<StoredEvent> first();

    /**
     * Hands every event over that stands between two positions.
     *
     * @param after a position, exclusive; {@link #START}: from the first event on
     * @param upTo a position, inclusive
     */
    void read(long after, long upTo, Consumer<StoredEvent> reader);
}
