package no.ehelse.portfolio.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredLog;
import no.ehelse.portfolio.evidence.StoredText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log in the table of the database, read row by row, a few hundred rows at a time. */
@Component
@WhereLogIsInTables
public final class LogInTables implements StoredLog {

    private static final int PAGE = 500;

    private final JdbcClient database;

    /** The log of a database. */
    public LogInTables(JdbcClient database) {
        this.database = database;
    }

    @Override
    public long end() {
        return database.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    @Override
    public long count() {
        return database.sql("select count(*) from domain_event_entry").query(Long.class).single();
    }

    @Override
    public Optional<StoredEvent> first() {
        return page(START, Long.MAX_VALUE, 1).stream().findFirst();
    }

    @Override
    public void read(long after, long upTo, Consumer<StoredEvent> reader) {
        long last = after;
        while (last < upTo) {
            List<StoredEvent> page = page(last, upTo, PAGE);
            if (page.isEmpty()) {
                return;
            }
            page.forEach(reader);
            last = page.getLast().position();
        }
    }

    private List<StoredEvent> page(long after, long upTo, int most) {
        return database.sql("""
                select global_index, event_identifier, aggregate_identifier, sequence_number, payload_type,
                       payload_revision, time_stamp, payload, meta_data
                from domain_event_entry
                where global_index > ? and global_index <= ?
                order by global_index
                limit ?""").params(after, upTo, most).query((row, index) -> event(row)).list();
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
                row.getString(6), row.getString(7), StoredText.of(row.getBytes(8)), text(row.getBytes(9)));
    }

    private static @Nullable StoredText text(byte @Nullable [] stored) {
        return stored == null ? null : StoredText.of(stored);
    }
}
