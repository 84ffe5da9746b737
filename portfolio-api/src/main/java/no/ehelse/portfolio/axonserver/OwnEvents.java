package no.ehelse.portfolio.axonserver;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** Of a stream of a context, our events only, with our identifiers, and with positions for tokens: the first is 1. */
final class OwnEvents implements TrackingEventStream {

    private final TrackingEventStream all;
    private final LogName name;
    private @Nullable TrackedEventMessage<?> next;

    OwnEvents(TrackingEventStream all, LogName name) {
        this.all = all;
        this.name = name;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        while (next == null && all.peek().isPresent()) {
            next = own(taken());
        }
        return Optional.ofNullable(next);
    }

    private TrackedEventMessage<?> taken() {
        try {
            return all.nextAvailable();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (peek().isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (!all.hasNextAvailable(Math.clamp(left, 0, Integer.MAX_VALUE), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> event = peek().orElse(null);
        while (event == null) {
            event = own(all.nextAvailable());
        }
        next = null;
        return event;
    }

    private @Nullable TrackedEventMessage<?> own(TrackedEventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> ofAggregate)) {
            return null;
        }
        String aggregate = name.ownAggregate(ofAggregate.getAggregateIdentifier());
        return aggregate == null ? null
                : new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(event.trackingToken().position().orElseThrow() + 1),
                        ofAggregate.getType(), aggregate, ofAggregate.getSequenceNumber(), ofAggregate,
                        ofAggregate::getTimestamp);
    }

    @Override
    public void close() {
        all.close();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        return all.setOnAvailableCallback(callback);
    }
}
