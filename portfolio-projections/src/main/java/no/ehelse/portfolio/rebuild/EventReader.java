package no.ehelse.portfolio.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of the log ahead, in a thread of its own, while what was read before is projected and written. The thread is
 * never interrupted: that would close the file of the embedded database.
 */
final class EventReader implements AutoCloseable {

    private static final int AHEAD = 2;
    private static final int PATIENCE = 100;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final @Nullable TrackingToken from;
    private final long upTo;
    private final int most;
    private final BlockingQueue<Read> queue = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean closed;

    /** An event with its place in the stream. */
    record Numbered(DomainEventMessage<?> event, TrackingToken token) {

        long position() {
            return token.position().orElseThrow();
        }
    }

    /**
     * What was read at once.
     *
     * @param events in stream order; empty: that was all
     * @param broken why what follows cannot be read; null: it can
     * @param brokenEvent the identifier of what cannot be read; null: not known
     */
    record Read(List<Numbered> events, @Nullable RuntimeException broken, @Nullable String brokenEvent) {

        Read(List<Numbered> events) {
            this(events, null, null);
        }
    }

    /**
     * Begins to read.
     *
     * @param from after which event; null: at the first one
     * @param upTo the position of the last event to read
     * @param most how many events at once
     */
    EventReader(StreamableMessageSource<TrackedEventMessage<?>> log, @Nullable TrackingToken from, long upTo,
            int most) {
        this.log = log;
        this.from = from;
        this.upTo = upTo;
        this.most = most;
        Thread.ofPlatform().daemon().name("read-model-rebuild-reader").start(this::read);
    }

    /** The next events. */
    Read next() throws InterruptedException {
        return queue.take();
    }

    private void read() {
        List<Numbered> events = new ArrayList<>();
        @Nullable String event = null;
        try (BlockingStream<TrackedEventMessage<?>> stream = log.openStream(from)) {
            long position = position(from);
            while (position < upTo && !closed) {
                if (stream.hasNextAvailable(PATIENCE, TimeUnit.MILLISECONDS)) {
                    TrackedEventMessage<?> message = stream.nextAvailable();
                    position = position(message.trackingToken());
                    if (position <= upTo && message instanceof DomainEventMessage<?> ofAggregate) {
                        event = message.getIdentifier();
                        Object unused = ofAggregate.getPayload(); // read here, not where it is projected
                        events.add(new Numbered(ofAggregate, message.trackingToken()));
                    }
                }
                if (events.size() == most) {
                    hand(new Read(events));
                    events = new ArrayList<>();
                }
            }
            if (!events.isEmpty()) {
                hand(new Read(events));
            }
            hand(new Read(List.of()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            hand(new Read(events, broken, event));
        }
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElseThrow();
    }

    private void hand(Read read) {
        try {
            while (!closed && !queue.offer(read, PATIENCE, TimeUnit.MILLISECONDS)) {
                // Whoever takes them is writing.
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
