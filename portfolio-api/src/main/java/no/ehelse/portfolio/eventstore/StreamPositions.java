package no.ehelse.portfolio.eventstore;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where in the stream an event is: a number that increases from event to event, with gaps. */
@Component
public class StreamPositions {

    private final JdbcClient database;

    StreamPositions(JdbcClient database) {
        this.database = database;
    }

    /**
     * The position of an event.
     *
     * @param aggregateIdentifier whose event, such as {@code tiltak:125}
     * @param sequence its number within the aggregate, from 0
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such event
     */
    public long positionOf(String aggregateIdentifier, long sequence) {
        return database.sql("""
                select global_index from domain_event_entry
                where aggregate_identifier = ? and sequence_number = ?""")
                .params(aggregateIdentifier, sequence)
                .query(Long.class)
                .single();
    }

    /** The position of the last event; 0 where there is none. */
    public long head() {
        return database.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** How many events come after a position. */
    public long countAfter(long position) {
        return database.sql("select count(*) from domain_event_entry where global_index > ?")
                .param(position)
                .query(Long.class)
                .single();
    }

    /** When the first event after a position was recorded; empty: there is none. */
    public Optional<Instant> firstRecordedAfter(long position) {
        return database.sql("""
                select time_stamp from domain_event_entry where global_index > ? order by global_index limit 1""")
                .param(position)
                .query(String.class)
                .optional()
                .map(Instant::parse);
    }
}
