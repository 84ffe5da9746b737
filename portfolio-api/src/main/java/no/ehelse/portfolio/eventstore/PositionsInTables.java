package no.ehelse.portfolio.eventstore;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Positions in the table of the database. */
@Component
@WhereLogIsInTables
final class PositionsInTables implements StreamPositions {

    private final JdbcClient database;

    PositionsInTables(JdbcClient database) {
        this.database = database;
    }

    @Override
    public long positionOf(String aggregateIdentifier, long sequence) {
        return database.sql("""
                select global_index from domain_event_entry
                where aggregate_identifier = ? and sequence_number = ?""")
                .params(aggregateIdentifier, sequence)
                .query(Long.class)
                .single();
    }

    @Override
    public long head() {
        return database.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    @Override
    public long countAfter(long position) {
        return database.sql("select count(*) from domain_event_entry where global_index > ?")
                .param(position)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> firstRecordedAfter(long position) {
        return database.sql("""
                select time_stamp from domain_event_entry where global_index > ? order by global_index limit 1""")
                .param(position)
                .query(String.class)
                .optional()
                .map(Instant::parse);
    }
}
