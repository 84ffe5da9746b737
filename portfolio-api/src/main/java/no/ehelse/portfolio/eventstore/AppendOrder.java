package no.ehelse.portfolio.eventstore;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import no.ehelse.portfolio.evidence.LogHead;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
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
    private final Sealing sealing;
    private final Turns turns = new Turns();

    AppendOrder(JdbcClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /** The row as it is stored. */
    private record Row(Instant lastRecordedAt, long publications, @Nullable String head) {}

    /**
     * What the row says.
     *
     * @param lastRecordedAt when the last event of the stream was recorded
     * @param publications how many editions of rounds are published
     * @param head how many events were ever recorded
     */
    record Held(Instant lastRecordedAt, long publications, LogHead head) {}

    /** Waits for everybody who appends, and keeps everybody else waiting until the transaction ends. */
    public void take() {
        row();
    }

    /** As {@link #take()}, and reads what the row says. */
    Held lock() {
        Row row = row();
        return new Held(row.lastRecordedAt(), row.publications(), sealing.head(row.head()));
    }

    /**
     * Whether events can be appended, to be asked in a transaction of its own: its commit is the answer. It writes what a
     * commit of events writes, and changes nothing. Where somebody has the row, it is at it anyway.
     */
    void tryOut() {
        database.sql("select id from append_order where id = 1 for update skip locked")
                .query(Integer.class)
                .optional()
                .ifPresent(free -> database.sql("update append_order set publications = publications where id = 1")
                        .update());
    }

    private Row row() {
        turns.take();
        return database.sql("""
                select last_recorded_at, publications, head from append_order where id = 1 for update""")
                .query((row, index) -> new Row(Instant.ofEpochMilli(row.getLong(1)), row.getLong(2),
                        row.getString(3)))
                .single();
    }

    /**
     * As {@link #take()}, and takes over what the log says: it may have been restored without this row. Afterwards the
     * row's last event is the log's, unless the log lost some.
     */
    public void lockAndCatchUp() {
        Row row = row();
        Instant last = database.sql("""
                select time_stamp from domain_event_entry
                where global_index = (select max(global_index) from domain_event_entry)""")
                .query(String.class)
                .optional()
                .map(Instant::parse)
                .filter(recordedAt -> recordedAt.isAfter(row.lastRecordedAt()))
                .orElse(row.lastRecordedAt());
        recorded(last, sealing.headAtStart(row.head()));
    }

    /**
     * As {@link #take()}, and takes over what was read from a log elsewhere, which may have events that this row does not
     * know of.
     *
     * @param lastRecordedAt when the last of the events that were read was recorded
     * @param highestPlace the highest place that one of them has by its seal; 0: none has
     * @param upTo their last position
     */
    public void lockAndCatchUp(Instant lastRecordedAt, long highestPlace, long upTo) {
        Row row = row();
        LogHead head = sealing.headAtStart(row.head());
        recorded(lastRecordedAt.isAfter(row.lastRecordedAt()) ? lastRecordedAt : row.lastRecordedAt(),
                new LogHead(Math.max(head.events(), highestPlace), head.sealedFrom()));
        followedUpTo(upTo);
    }

    /**
     * Up to which position of a log elsewhere what commands look up was written from it.
     *
     * @return empty: the log is in this database, or nothing was recorded yet
     */
    public OptionalLong followed() {
        return database.sql("select followed from append_order where id = 1")
                .query((row, index) -> {
                    long followed = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(followed);
                })
                .single();
    }

    /** Notes up to which position of a log elsewhere what commands look up was written from it. */
    public void followedUpTo(long position) {
        database.sql("update append_order set followed = ? where id = 1").param(position).update();
    }

    /** Whether this database has a log of its own. */
    public boolean hasLogOfItsOwn() {
        return database.sql("select count(*) from domain_event_entry").query(Long.class).single() > 0;
    }

    /** Notes when the last event was recorded, and how many there are. */
    void recorded(Instant lastRecordedAt, LogHead head) {
        database.sql("update append_order set last_recorded_at = ?, head = ? where id = 1")
                .params(lastRecordedAt.toEpochMilli(), sealing.kept(head))
                .update();
    }

    /** What the row says about how many events were recorded, as stored; null: nothing. */
    public @Nullable String keptHead() {
        return database.sql("select head from append_order where id = 1")
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(kept -> kept)
                .orElse(null);
    }

    /** Counts one more published edition, in the transaction that publishes it. */
    public void published() {
        database.sql("update append_order set publications = publications + 1 where id = 1").update();
    }

    /** Notes how many editions there are in a log that was taken over. */
    void published(long editions) {
        database.sql("update append_order set publications = ? where id = 1").param(editions).update();
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
