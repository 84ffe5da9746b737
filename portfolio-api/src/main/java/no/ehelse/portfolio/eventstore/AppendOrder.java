package no.ehelse.portfolio.eventstore;

import java.time.Instant;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one row that every transaction locks before it appends its events, and holds until it commits: hence stream order
 * is commit order. It also remembers when the last event was recorded, and how many editions of rounds are published.
 */
@Component
public class AppendOrder {

    private static final String SEEN = "publications seen";

    private final JdbcClient database;

    AppendOrder(JdbcClient database) {
        this.database = database;
    }

    /**
     * What the row says.
     *
     * @param lastRecordedAt when the last event of the stream was recorded
     * @param publications how many editions of rounds are published
     */
    record Held(Instant lastRecordedAt, long publications) {}

    /** Waits for everybody who appends, and keeps everybody else waiting until the transaction ends. */
    Held lock() {
        return database.sql("""
                select last_recorded_at, publications from append_order where id = 1 for update""")
                .query((row, index) -> new Held(Instant.ofEpochMilli(row.getLong(1)), row.getLong(2)))
                .single();
    }

    /**
     * As {@link #lock()}, and takes over what the log says: it may have been restored without this row. Afterwards the
     * row's last event is the log's.
     */
    public void lockAndCatchUp() {
        Instant known = lock().lastRecordedAt();
        database.sql("""
                select time_stamp from domain_event_entry
                where global_index = (select max(global_index) from domain_event_entry)""")
                .query(String.class)
                .optional()
                .map(Instant::parse)
                .filter(last -> last.isAfter(known))
                .ifPresent(this::recorded);
    }

    /** Notes when the last event was recorded. */
    void recorded(Instant lastRecordedAt) {
        database.sql("update append_order set last_recorded_at = ? where id = 1")
                .param(lastRecordedAt.toEpochMilli())
                .update();
    }

    /** Counts one more published edition, in the transaction that publishes it. */
    public void published() {
        database.sql("update append_order set publications = publications + 1 where id = 1").update();
    }

    /**
     * Notes, before somebody asks which rounds are published, how many publications there are: a decision that rests on
     * the answer is only appended while that number is the same.
     */
    public void rememberPublications() {
        CurrentUnitOfWork.ifStarted(unit -> unit.root().getOrComputeResource(SEEN, key -> publications()));
    }

    private long publications() {
        return database.sql("select publications from append_order where id = 1").query(Long.class).single();
    }

    /** Whether an edition was published since the current unit of work asked. */
    static boolean isPublishedSince(Held held) {
        return CurrentUnitOfWork.map(unit -> unit.root().<Long>getResource(SEEN))
                .filter(seen -> seen != held.publications())
                .isPresent();
    }
}
