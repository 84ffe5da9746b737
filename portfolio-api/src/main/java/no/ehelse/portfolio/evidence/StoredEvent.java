package no.ehelse.portfolio.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An event as it lies in the store, read without understanding it.
 *
 * @param position where in the stream it is; not part of its canonical form, because every store has its own
 * @param event its identifier
 * @param aggregate the identifier of its aggregate
 * @param sequence its number within the aggregate, from 0
 * @param type the name of its payload's type
 * @param revision the revision of that type; null: it has none
 * @param recordedAt when it was recorded, as stored: an ISO instant of whole milliseconds
 * @param payload what happened, as stored: JSON
 * @param metaData where it came from, as stored: a JSON object of texts; null: nothing is said
 */
public record StoredEvent(long position, String event, String aggregate, long sequence, String type,
        @Nullable String revision, String recordedAt, StoredText payload, @Nullable StoredText metaData) {

    private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

    /** When it was recorded, in milliseconds since 1970; empty where the stored text is no such instant. */
    public OptionalLong milliseconds() {
        try {
            Instant instant = Instant.parse(recordedAt);
            return instant.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_A_MILLISECOND == 0
                    ? OptionalLong.of(instant.toEpochMilli())
                    : OptionalLong.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
