package no.ehelse.portfolio.eventstore;

/** Where in the stream an event is: a number from 1 that increases from event to event, with gaps. */
public interface StreamPositions {

    /**
     * The position of an event.
     *
     * @param aggregateIdentifier whose event, such as {@code tiltak:125}
     * @param sequence its number within the aggregate, from 0
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such event
     */
    long positionOf(String aggregateIdentifier, long sequence);

    /** The position of the last event; 0 where there is none. */
    long head();
}
