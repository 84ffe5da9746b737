package no.ehelse.portfolio.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.ehelse.portfolio.projection.TableSet;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a read model.
 *
 * @param set the set of tables that it fills
 * @param reason why it was started
 * @param touchedAt when it was last known to work; once it is over, when it ended
 * @param position up to where it has read
 * @param head the last position of the log when it last looked
 * @param events how many events it has read
 * @param compared how many rows were compared
 * @param differences how many of them differ from those that served
 * @param examples the first of the differences
 * @param failure at what it stopped; null: it did not
 */
public record Rebuild(String id, String name, TableSet set, String reason, RebuildState state, Instant startedAt,
        Instant touchedAt, long position, long head, long events, long compared, long differences,
        List<String> examples, @Nullable Failure failure) {

    /**
     * The event that a rebuild stopped at.
     *
     * @param after the position of the last event that was read without fault
     * @param event its identifier; null: it could not even be read
     * @param message what went wrong
     */
    public record Failure(long after, @Nullable String event, String message) {}

    private static final double MILLISECONDS_PER_SECOND = 1000;

    /** Copies the examples. */
    public Rebuild {
        examples = List.copyOf(examples);
    }

    /** How many events it reads each second, on average since the start, the comparison included; null: too early to say. */
    public @Nullable Double eventsPerSecond() {
        long milliseconds = Duration.between(startedAt, touchedAt).toMillis();
        return milliseconds == 0 || position == 0 ? null
                : Double.valueOf(events * MILLISECONDS_PER_SECOND / milliseconds);
    }

    /** A rebuild that begins. */
    static Rebuild begun(String id, String name, TableSet set, String reason, Instant now) {
        return new Rebuild(id, name, set, reason, RebuildState.READING, now, now, 0, 0, 0, 0, 0, List.of(), null);
    }

    Rebuild read(long upTo, long ofHead, long inAll, Instant now) {
        return new Rebuild(id, name, set, reason, state, startedAt, now, upTo, ofHead, inAll, compared, differences,
                examples, failure);
    }

    Rebuild compared(SetComparison.Result result, Instant now) {
        return new Rebuild(id, name, set, reason, RebuildState.COMPARING, startedAt, now, position, head, events,
                result.rows(), result.differences(), result.examples(), failure);
    }

    Rebuild ended(RebuildState end, @Nullable Failure at, Instant now) {
        return new Rebuild(id, name, set, reason, end, startedAt, now, position, head, events, compared, differences,
                examples, at);
    }
}
