package no.ehelse.portfolio.axonserver.server;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a double has in one context: its events, and who handles which commands and queries. */
public final class ContextDouble {

    private final List<Event> events = new ArrayList<>();
    private final Map<String, List<Event>> byAggregate = new HashMap<>();
    private final List<Runnable> readers = new CopyOnWriteArrayList<>();
    final Handlers<io.axoniq.axonserver.grpc.command.Command> commands = new Handlers<>();
    final Handlers<io.axoniq.axonserver.grpc.query.QueryRequest> queries = new Handlers<>();

    final Set<String> asked = ConcurrentHashMap.newKeySet();

    /** An event does not follow the one before it in its aggregate. */
    public static final class InvalidSequence extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidSequence(Event event, long expected) {
            super("[AXONIQ-2000] Invalid sequence number " + event.getAggregateSequenceNumber() + " for aggregate "
                    + event.getAggregateIdentifier() + ", expected " + expected);
        }
    }

    /** The names of the queries that were asked here. */
    public Set<String> asked() {
        return Set.copyOf(asked);
    }

    /** Appends all events of a transaction, or none. */
    public void append(List<Event> transaction) throws InvalidSequence {
        synchronized (this) {
            Map<String, Long> expected = new HashMap<>();
            for (Event event : transaction) {
                String aggregate = event.getAggregateIdentifier();
                long next = expected.getOrDefault(aggregate, highestSequence(aggregate) + 1);
                if (event.getAggregateSequenceNumber() != next) {
                    throw new InvalidSequence(event, next);
                }
                expected.put(aggregate, next + 1);
            }
            for (Event event : transaction) {
                events.add(event);
                byAggregate.computeIfAbsent(event.getAggregateIdentifier(), key -> new ArrayList<>()).add(event);
            }
        }
        readers.forEach(Runnable::run);
    }

    /** The highest sequence number of an aggregate; -1: it has no event. */
    synchronized long highestSequence(String aggregate) {
        return byAggregate.getOrDefault(aggregate, List.of()).size() - 1L;
    }

    synchronized List<Event> ofAggregate(String aggregate, long from, long upTo) {
        return byAggregate.getOrDefault(aggregate, List.of())
                .stream()
                .filter(event -> event.getAggregateSequenceNumber() >= from
                        && event.getAggregateSequenceNumber() <= upTo)
                .toList();
    }

    /** At most so many events from a token on. */
    synchronized List<EventWithToken> from(long token, long most) {
        List<EventWithToken> found = new ArrayList<>();
        for (long next = token; next < events.size() && found.size() < most; next++) {
            found.add(EventWithToken.newBuilder().setToken(next).setEvent(events.get((int) next)).build());
        }
        return found;
    }

    /** The token of the first event that was recorded at an instant or later; behind the last: there is none. */
    synchronized long tokenAt(long milliseconds) {
        int token = 0;
        while (token < events.size() && events.get(token).getTimestamp() < milliseconds) {
            token++;
        }
        return token;
    }

    /** How many events there are. */
    public synchronized int size() {
        return events.size();
    }

    /** The event at a token, as stored. */
    public synchronized Event event(int token) {
        return events.get(token);
    }

    /** Puts another event in the place of one, which no Axon Server lets a client do. */
    public synchronized void tamper(int token, Event event) {
        events.set(token, event);
        byAggregate.computeIfPresent(event.getAggregateIdentifier(), (aggregate, its) -> {
            its.set((int) event.getAggregateSequenceNumber(), event);
            return its;
        });
    }

    void addReader(Runnable reader) {
        readers.add(reader);
    }

    void removeReader(Runnable reader) {
        readers.remove(reader);
    }
}
