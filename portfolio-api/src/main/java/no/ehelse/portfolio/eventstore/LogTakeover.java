package no.ehelse.portfolio.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.evidence.LogHead;
import no.ehelse.portfolio.evidence.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the log of another store over into this one, which has none: the only place where an event gets the time and the
 * seal that it was recorded with elsewhere.
 *
 * <p>How events are stored, each kind of store knows by itself: {@link TakenOverEvents}.
 */
public final class LogTakeover {

    private static final int READER_IS_GONE_AFTER_SECONDS = 30;

    private final JdbcClient database;
    private final TakenOverEvents events;
    private final AppendOrder order;
    private final KnownEvents known;
    private final Serializer serializer;

    LogTakeover(JdbcClient database, TakenOverEvents events, AppendOrder order, KnownEvents known,
            @Qualifier("eventSerializer") Serializer serializer) {
        this.database = database;
        this.events = events;
        this.order = order;
        this.known = known;
        this.serializer = serializer;
    }

    /** Whether what is appended is taken back where the transaction of the caller is. */
    public boolean isAllOrNothing() {
        return events.isAllOrNothing();
    }

    /** Whether a service is running on this store. */
    public boolean isInUse(Instant now) {
        return database.sql("select time_stamp from token_entry where owner is not null")
                .query(String.class)
                .list()
                .stream()
                .anyMatch(claimedAt -> Instant.parse(claimedAt)
                        .isAfter(now.minusSeconds(READER_IS_GONE_AFTER_SECONDS)));
    }

    /** Lets positions begin at 1 in a store that is empty, also where an earlier attempt took some. */
    public void numberFromOne() {
        events.numberFromOne();
    }

    /** Which of the identifiers events have already. */
    public List<String> taken(List<String> identifiers) {
        return events.taken(identifiers);
    }

    /**
     * Reads an event, and makes it what can be appended.
     *
     * <p>The serializer is that of the engine, so what was stored is stored again byte by byte.
     *
     * @throws UnknownEvent if this version of the service cannot read it
     */
    public DomainEventMessage<?> message(StoredEvent event) {
        Object happened = known.read(event);
        SimpleSerializedObject<byte[]> payload = new SimpleSerializedObject<>(event.payload().bytes(), byte[].class,
                new SimpleSerializedType(event.type(), event.revision()));
        SimpleSerializedObject<byte[]> metaData = new SimpleSerializedObject<>(
                Objects.requireNonNull(event.metaData(), "a whole event").bytes(), byte[].class,
                new SimpleSerializedType(MetaData.class.getName(), null));
        Instant recordedAt = Instant.ofEpochMilli(event.milliseconds().orElseThrow());
        return new GenericDomainEventMessage<>(EventTypes.aggregateType(happened), event.aggregate(),
                event.sequence(), new SerializedMessage<>(event.event(), payload, metaData, serializer), recordedAt);
    }

    /** Stores events that were recorded elsewhere, in their order. */
    public void append(List<? extends DomainEventMessage<?>> recorded) {
        events.append(recorded);
    }

    /**
     * Notes, in the same transaction, what the next event goes on from.
     *
     * @param head how many events there are
     * @param editions how many editions of rounds are among them
     */
    public void end(Instant lastRecordedAt, LogHead head, long editions) {
        order.recorded(lastRecordedAt, head);
        order.published(editions);
    }
}
