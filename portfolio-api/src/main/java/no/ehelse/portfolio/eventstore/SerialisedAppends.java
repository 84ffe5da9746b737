package no.ehelse.portfolio.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC storage of events, one appending transaction at a time.
 *
 * <p>Whatever is stored here bears a seal. One at a time buys three things: stream order is commit order; the time of recording never decreases along the stream, also
 * where a clock runs backwards; and nothing that was decided before a publication is appended behind it.
 */
final class SerialisedAppends extends JdbcEventStorageEngine {

    private static final byte[] NO_METADATA = {'{', '}'};

    private final TransactionManager transactions;
    private final Recording recording;
    private final Durability durability;

    SerialisedAppends(Builder builder, TransactionManager transactions, Recording recording,
            Durability durability) {
        super(builder);
        this.transactions = transactions;
        this.recording = recording;
        this.durability = durability;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            transactions
                    .executeInTransaction(() -> super.appendEvents(recording.inOrder(events, serializer), serializer));
        }
    }

    /** Stores events as they are, with the times and seals that another store recorded them with: {@link LogTakeover}. */
    void appendAsRecorded(List<? extends DomainEventMessage<?>> events) {
        super.appendEvents(events, getEventSerializer());
    }

    /** What is read here is acted upon later, in other transactions: into the read model goes only what is stored. */
    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken after, int most) {
        return transactions.fetchInTransaction(() -> {
            List<? extends TrackedEventData<?>> events = super.fetchTrackedEvents(after, most);
            durability.confirm();
            return events;
        });
    }

    /**
     * A number that is missing below the one just read was taken by a transaction that failed, and will never come:
     * whoever took it held the append order until its end. So a token is a plain position, without gaps to wait for.
     */
    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previous)
            throws SQLException {
        TrackedEventData<?> event = super.getTrackedEventData(row, previous);
        GapAwareTrackingToken token = (GapAwareTrackingToken) event.trackingToken();
        return new TrackedDomainEventData<>(GapAwareTrackingToken.newInstance(token.getIndex(), Set.of()),
                (DomainEventData<?>) event);
    }

    /** This service stores metadata with every event; one that somebody else put there may have none. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the framework's signature: the data is bytes
    protected <T> T readPayload(ResultSet row, String column) throws SQLException {
        T stored = super.readPayload(row, column);
        return stored == null && column.equals(StoreTables.EVENTS.metaDataColumn()) ? (T) NO_METADATA.clone() : stored;
    }
}
