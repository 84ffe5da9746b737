package no.ehelse.portfolio.axonserver;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredLog;
import no.ehelse.portfolio.evidence.StoredText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The log in Axon Server, as it gives it out. What it keeps of metadata as pairs is written here as a JSON object. */
final class LogInAxonServer implements StoredLog {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AxonServer server;
    private final LogName name;
    private final LogTail tail;

    LogInAxonServer(AxonServer server, LogName name, LogTail tail) {
        this.server = server;
        this.name = name;
        this.tail = tail;
    }

    @Override
    public long end() {
        return tail.end();
    }

    @Override
    public long count() {
        long[] count = {0};
        read(START, end(), event -> count[0]++);
        return count[0];
    }

    @Override
    public Optional<StoredEvent> first() {
        long end = end();
        try (EventsAfter events = new EventsAfter(server, -1)) {
            while (events.last() + 1 < end) {
                EventWithToken next = events.next();
                String aggregate = name.ownAggregate(next.getEvent().getAggregateIdentifier());
                if (aggregate != null) {
                    return Optional.of(stored(next, aggregate));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void read(long after, long upTo, Consumer<StoredEvent> reader) {
        try (EventsAfter events = new EventsAfter(server, Math.max(after, 0) - 1)) {
            while (events.last() + 1 < upTo) {
                EventWithToken next = events.next();
                String aggregate = name.ownAggregate(next.getEvent().getAggregateIdentifier());
                if (aggregate != null && next.getToken() + 1 <= upTo) {
                    reader.accept(stored(next, aggregate));
                }
            }
        }
    }

    private static StoredEvent stored(EventWithToken read, String aggregate) {
        Event event = read.getEvent();
        SerializedObject payload = event.getPayload();
        return new StoredEvent(read.getToken() + 1, event.getMessageIdentifier(), aggregate,
                event.getAggregateSequenceNumber(), payload.getType(),
                payload.getRevision().isEmpty() ? null : payload.getRevision(),
                Instant.ofEpochMilli(event.getTimestamp()).toString(),
                StoredText.of(payload.getData().toByteArray()), metaData(event.getMetaDataMap()));
    }

    /** What is no text stays none, so that it is seen: this service writes nothing else. */
    private static StoredText metaData(Map<String, MetaDataValue> pairs) {
        ObjectNode json = JSON.createObjectNode();
        new TreeMap<>(pairs).forEach((key, value) -> {
            switch (value.getDataCase()) {
                case TEXT_VALUE -> json.put(key, value.getTextValue());
                case NUMBER_VALUE -> json.put(key, value.getNumberValue());
                case BOOLEAN_VALUE -> json.put(key, value.getBooleanValue());
                case DOUBLE_VALUE -> json.put(key, value.getDoubleValue());
                case BYTES_VALUE -> json.put(key, value.getBytesValue().getData().toByteArray());
                case DATA_NOT_SET -> json.putNull(key);
            }
        });
        return StoredText.of(JSON.writeValueAsBytes(json));
    }
}
