package no.ehelse.portfolio.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a batch of events makes of the read model, gathered in memory until it is written at once. */
public final class Batch {

    private final long from;
    private long seen;
    private final List<Envelope> events = new ArrayList<>();
    private final Map<Class<? extends Part>, Part> parts = new LinkedHashMap<>();

    /**
     * An empty batch.
     *
     * @param from the position up to which the tables had read before it
     */
    public Batch(long from) {
        this.from = from;
    }

    /** The position up to which the tables had read before this batch. */
    public long from() {
        return from;
    }

    /** The position up to which the tables have read with this batch. */
    public long to() {
        return Math.max(from, seen);
    }

    /** Whether every event of the batch is new to the tables, rather than one that was parked and is handled again. */
    public boolean isAhead() {
        return events.isEmpty() || events.getFirst().position() > from;
    }

    /** The events in stream order. */
    public List<Envelope> events() {
        return Collections.unmodifiableList(events);
    }

    /** The part of that type; made on first use. */
    public <P extends Part> P part(Class<P> type, Supplier<P> made) {
        return type.cast(parts.computeIfAbsent(type, key -> made.get()));
    }

    /** The part of that type; null: no projector had anything to say. */
    public <P extends Part> @Nullable P partIfAny(Class<P> type) {
        Part part = parts.get(type);
        return part == null ? null : type.cast(part);
    }

    /** An event that is about to be handled; the tables have read it also if it is parked. */
    public void sees(Envelope event) {
        sees(event.position());
    }

    void sees(long position) {
        seen = Math.max(seen, position);
    }

    /** An event that the projector has understood. */
    public void handled(Envelope event) {
        events.add(event);
    }

    /** Writes every part. */
    public void write() {
        parts.values().forEach(Part::write);
    }
}
