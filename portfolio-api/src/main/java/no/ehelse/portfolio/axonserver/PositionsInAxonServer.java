package no.ehelse.portfolio.axonserver;

import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.evidence.CanonicalForm;
import no.ehelse.portfolio.evidence.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;

/**
 * Positions in Axon Server, which does not say where in the stream an aggregate's event is. A later event is remembered; an
 * earlier one is looked for from its place on, which its seal says, and which is its position where nobody else uses the
 * context.
 */
final class PositionsInAxonServer implements StreamPositions {

    private final AxonServer server;
    private final LogName name;
    private final LogTail tail;

    PositionsInAxonServer(AxonServer server, LogName name, LogTail tail) {
        this.server = server;
        this.name = name;
        this.tail = tail;
    }

    @Override
    public long positionOf(String aggregateIdentifier, long sequence) {
        OptionalLong latest = tail.latest(aggregateIdentifier, sequence);
        return latest.isPresent() ? latest.getAsLong() : search(aggregateIdentifier, sequence);
    }

    @Override
    public long head() {
        return tail.end();
    }

    /** Axon Server leaves no gaps. */
    @Override
    public long countAfter(long position) {
        return Math.max(0, head() - position);
    }

    @Override
    public Optional<Instant> firstRecordedAfter(long position) {
        if (countAfter(position) == 0) {
            return Optional.empty();
        }
        try (EventsAfter events = new EventsAfter(server, position - 1)) {
            return Optional.of(Instant.ofEpochMilli(events.next().getEvent().getTimestamp()));
        }
    }

    private long search(String aggregateIdentifier, long sequence) {
        Event event = event(aggregateIdentifier, sequence);
        if (event == null) {
            throw new EmptyResultDataAccessException(aggregateIdentifier + " has no event " + sequence, 1);
        }
        Seal seal = Seal.parse(event.getMetaDataOrDefault(CanonicalForm.SEAL,
                MetaDataValue.getDefaultInstance()).getTextValue());
        long end = tail.end();
        try (EventsAfter events = new EventsAfter(server, seal == null ? -1 : Math.min(seal.place(), end) - 2)) {
            while (events.last() + 1 < end) {
                EventWithToken next = events.next();
                if (next.getEvent().getMessageIdentifier().equals(event.getMessageIdentifier())) {
                    return next.getToken() + 1;
                }
            }
        }
        throw new EmptyResultDataAccessException(aggregateIdentifier + " has an event outside of the log", 1);
    }

    private @Nullable Event event(String aggregateIdentifier, long sequence) {
        AggregateEventStream events = server.events()
                .openAggregateStream(name.there(aggregateIdentifier), sequence);
        try {
            return events.hasNext() ? events.next() : null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            events.cancel();
        }
    }
}
