package no.ehelse.portfolio.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.ehelse.portfolio.evidence.LogHead;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
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
    private final AppendOrder order;
    private final Sealing sealing;
    private final Durability durability;

    SerialisedAppends(Builder builder, TransactionManager transactions, AppendOrder order, Sealing sealing,
            Durability durability) {
        super(builder);
        this.transactions = transactions;
        this.order = order;
        this.sealing = sealing;
        this.durability = durability;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            transactions.executeInTransaction(() -> super.appendEvents(inOrder(events, serializer), serializer));
        }
    }

    /** Stores events as they are, with the times and seals that another store recorded them with: {@link LogTakeover}. */
    void appendAsRecorded(List<? extends DomainEventMessage<?>> events) {
        super.appendEvents(events, getEventSerializer());
    }

    private List<EventMessage<?>> inOrder(List<? extends EventMessage<?>> events, Serializer serializer) {
        AppendOrder.Held held = order.lock();
        if (AppendOrder.isPublishedSince(held)) {
            throw new ConcurrencyException("A round was published while this was decided");
        }
        Instant last = held.lastRecordedAt();
        long place = held.head().events();
        List<EventMessage<?>> inOrder = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> raised = recordedNotBefore(last, event);
            last = raised.getTimestamp();
            place++;
            inOrder.add(sealing.sealed(raised, place, serializer));
        }
        order.recorded(last, new LogHead(place, held.head().sealedFrom()));
        return inOrder;
    }

    private static DomainEventMessage<?> recordedNotBefore(Instant last, EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> ofAggregate)) {
            throw new IllegalArgumentException("every event is an aggregate's");
        }
        return event.getTimestamp().isBefore(last)
                ? new GenericDomainEventMessage<>(ofAggregate.getType(), ofAggregate.getAggregateIdentifier(),
                        ofAggregate.getSequenceNumber(), event, () -> last)
                : ofAggregate;
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
