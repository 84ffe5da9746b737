package no.ehelse.portfolio.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log as it lies in the store, read row by row in the order of the stream, a few hundred rows at a time. */
@Component
public class StoredLog {

    /** A position before every event. */
    public static final long START = Long.MIN_VALUE;

    private static final int PAGE = 500;

    private final JdbcClient database;

    /** The log of a database. */
    public StoredLog(JdbcClient database) {
        this.database = database;
    }

    /** The position of the last event; 0 where there is none. */
    public long end() {
        return database.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** How many events there are. */
    public long count() {
        return database.sql("select count(*) from domain_event_entry").query(Long.class).single();
    }

    /**
     * Hands every event over that stands between two positions.
     *
     * @param after a position, exclusive; {@link #START}: from the first event on
     * @param upTo a position, inclusive
     */
    public void read(long after, long upTo, Consumer<StoredEvent> reader) {
        long last = after;
        while (last < upTo) {
            List<StoredEvent> page = page(last, upTo);
            if (page.isEmpty()) {
                return;
            }
            page.forEach(reader);
            last = page.getLast().position();
        }
    }

    private List<StoredEvent> page(long after, long upTo) {
        return database.sql("""
                select global_index, event_identifier, aggregate_identifier, sequence_number, payload_type,
                       payload_revision, time_stamp, payload, meta_data
                from domain_event_entry
                where global_index > ? and global_index <= ?
                order by global_index
                limit ?""").params(after, upTo, PAGE).query((row, index) -> event(row)).list();
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
                row.getString(6), row.getString(7), StoredText.of(row.getBytes(8)), text(row.getBytes(9)));
    }

    private static @Nullable StoredText text(byte @Nullable [] stored) {
        return stored == null ? null : StoredText.of(stored);
    }
}
