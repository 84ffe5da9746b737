package no.ehelse.portfolio.axonserver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.eventstore.Recording;
import no.ehelse.portfolio.eventstore.StagedEvents;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The event store of Axon Server, to which one transaction of all instances appends at a time.
 *
 * <p>They share a database. Its transaction takes the {@link AppendOrder} before the events are sent, and commits right after
 * Axon Server did; so order, times, seals and what commands look up are what they are where the events are in the database
 * too. If the process ends in between, the events stand, and the database is brought up to them before anything else is
 * decided.
 */
final class OrderedEventStore extends AxonServerEventStore {

    private static final String APPENDING = OrderedEventStore.class.getName();

    private final Recording recording;
    private final AppendOrder order;
    private final LogTail tail;
    private final LogName name;
    private final Serializer serializer;

    /** Of a builder that has built already: only then it has the storage engine, which is nobody else's. */
    OrderedEventStore(Builder built, Recording recording, AppendOrder order, LogTail tail, LogName name,
            Serializer serializer) {
        super(built);
        this.recording = recording;
        this.order = order;
        this.tail = tail;
        this.name = name;
        this.serializer = serializer;
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        StagedEvents.add(events);
        super.publish(events);
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregateIdentifier) {
        return StagedEvents.of(aggregateIdentifier);
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        order.take();
        List<DomainEventMessage<?>> inOrder = recording.inOrder(events, serializer);
        order.followedUpTo(endBefore() + inOrder.size());
        super.prepareCommit(inOrder.stream().map(this::there).toList());
    }

    /**
     * The position behind which the next event comes. What commands look up must have been written up to there: else what
     * was decided is decided again.
     */
    private long endBefore() {
        boolean first = CurrentUnitOfWork.get().root().resources().putIfAbsent(APPENDING, true) == null;
        long followed = order.followed().orElseThrow();
        if (!first) {
            return followed;
        }
        if (followed < tail.end()) {
            throw new ConcurrencyException("Something was recorded while this was decided, and is not looked up yet");
        }
        return tail.endOfContext();
    }

    private DomainEventMessage<?> there(DomainEventMessage<?> event) {
        return renamed(event, name.there(event.getAggregateIdentifier()));
    }

    private DomainEventMessage<?> here(DomainEventMessage<?> event) {
        return renamed(event, name.here(event.getAggregateIdentifier()));
    }

    private static DomainEventMessage<?> renamed(DomainEventMessage<?> event, String aggregate) {
        return new GenericDomainEventMessage<>(event.getType(), aggregate, event.getSequenceNumber(), event,
                event::getTimestamp);
    }

    /** There are no snapshots: none is asked for. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return readEvents(aggregateIdentifier, 0);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        DomainEventStream stored = super.readEvents(name.there(aggregateIdentifier), firstSequenceNumber);
        Stream<? extends DomainEventMessage<?>> staged = StagedEvents.of(aggregateIdentifier)
                .filter(event -> event.getSequenceNumber() >= firstSequenceNumber);
        return name.name().isEmpty() ? stored
                : DomainEventStream.concat(
                        DomainEventStream.of(stored.asStream().map(this::here), stored::getLastSequenceNumber),
                        DomainEventStream.of(staged));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return StagedEvents.of(aggregateIdentifier)
                .<Long>map(DomainEventMessage::getSequenceNumber)
                .max(Long::compare)
                .or(() -> super.lastSequenceNumberFor(name.there(aggregateIdentifier)));
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        TrackingToken there = token == null ? null
                : new GlobalSequenceTrackingToken(token.position().orElseThrow() - 1);
        return new OwnEvents(super.openStream(there), name);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return position(super.createTailToken());
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return position(super.createHeadToken());
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant recordedAt) {
        return position(super.createTokenAt(recordedAt));
    }

    private static @Nullable TrackingToken position(@Nullable TrackingToken there) {
        return there == null ? null : new GlobalSequenceTrackingToken(there.position().orElseThrow() + 1);
    }
}
