package no.ehelse.portfolio.eventstore;

import java.time.Instant;
import java.util.Optional;

/** Where in the stream an event is: a number from 1 that increases from event to event, with gaps. */
public interface StreamPositions {

    /**
     * The position of an event.
     *
     * @param aggregateIdentifier what it happened to
     * @param sequence its number within the aggregate, from 0
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such event
     */
    long positionOf(String aggregateIdentifier, long sequence);

    /** The position of the last event; 0 where there is none. */
    long head();

    /** How many events come after a position. */
    long countAfter(long position);

    /** When the first event after a position was recorded; empty: there is none. */
    Optional<Instant> firstRecordedAfter(long position);
}
