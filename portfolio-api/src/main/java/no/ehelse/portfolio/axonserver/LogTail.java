package no.ehelse.portfolio.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where our log ends, found by reading what came since that was asked last; and where its latest events are.
 *
 * <p>A position is one more than Axon Server's token, so that the first is 1, as everywhere.
 */
final class LogTail implements AutoCloseable {

    private static final int REMEMBERED = 10_000;

    private final AxonServer server;
    private final LogName name;
    private final LongSupplier begin;
    private final Map<Place, Long> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private @Nullable EventsAfter events;
    private long own;

    /**
     * Not read yet.
     *
     * @param begin a position where one of our events is, or 0: what is before it is not read
     */
    LogTail(AxonServer server, LogName name, LongSupplier begin) {
        this.server = server;
        this.name = name;
        this.begin = begin;
    }

    /** Which event of which aggregate. */
    private record Place(String aggregate, long sequence) {}

    /** The position of our last event; 0: there is none. */
    synchronized long end() {
        long unused = read();
        return own;
    }

    /** The position of the last event of the context, whosoever it is; 0: there is none. */
    synchronized long endOfContext() {
        return read();
    }

    /** The position of an event, if it is one of the latest. */
    synchronized OptionalLong latest(String aggregate, long sequence) {
        Place place = new Place(aggregate, sequence);
        if (!latest.containsKey(place)) {
            long unused = read();
        }
        Long position = latest.get(place);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    private long read() {
        long last = server.lastToken();
        EventsAfter following = following(last);
        while (following.last() < last) {
            EventWithToken next = following.next();
            Event event = next.getEvent();
            String aggregate = name.ownAggregate(event.getAggregateIdentifier());
            if (aggregate != null) {
                own = next.getToken() + 1;
                latest.put(new Place(aggregate, event.getAggregateSequenceNumber()), own);
            }
        }
        return following.last() + 1;
    }

    /** A log that is shorter than what was read is another one. */
    private EventsAfter following(long last) {
        EventsAfter following = events;
        if (following == null) {
            own = begin.getAsLong();
            following = new EventsAfter(server, own - 1);
        }
        if (following.last() > last) {
            following.close();
            latest.clear();
            own = 0;
            following = new EventsAfter(server, -1);
        }
        events = following;
        return following;
    }

    @Override
    public synchronized void close() {
        if (events != null) {
            events.close();
        }
    }
}
