package no.ehelse.portfolio.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A line of the export: an event with everything that its canonical form is made of, as stored.
 *
 * @param position where in this store's stream it is; another store numbers differently
 * @param event its identifier
 * @param aggregate the identifier of its aggregate
 * @param sequence its number within the aggregate, from 0
 * @param type the name of its payload's type
 * @param revision the revision of that type; null: it has none
 * @param timestamp when it was recorded, in milliseconds since 1970; where the store has no such instant, its text
 * @param payload the stored text, itself JSON; absent: it is none
 * @param payloadBase64 the stored bytes, where they are no UTF-8
 * @param metadata the stored text, itself JSON; null: nothing is said; absent: it is none
 * @param metadataBase64 the stored bytes, where they are no UTF-8
 */
public record ExportedEvent(long position, String event, String aggregate, long sequence, String type,
        @Nullable String revision, Object timestamp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payload,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String payloadBase64,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String metadata,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String metadataBase64) {

    /** The line of an event. */
    public static ExportedEvent of(StoredEvent event) {
        OptionalLong milliseconds = event.milliseconds();
        return new ExportedEvent(event.position(), event.event(), event.aggregate(), event.sequence(), event.type(),
                event.revision(),
                milliseconds.isPresent() ? (Object) milliseconds.getAsLong() : event.recordedAt(),
                text(event.payload()), base64(event.payload()), text(event.metaData()), base64(event.metaData()));
    }

    /**
     * The event of a line.
     *
     * @throws IllegalArgumentException if something that every event has is missing, or is no text
     */
    public StoredEvent stored() {
        StoredText what = text(payload, payloadBase64);
        if (what == null || !(timestamp instanceof Number || timestamp instanceof String)) {
            throw new IllegalArgumentException("there is no payload, or no time");
        }
        return new StoredEvent(position, unicode(event), unicode(aggregate), sequence, unicode(type),
                revision == null ? null : unicode(revision), time(timestamp), what, text(metadata, metadataBase64));
    }

    private static String time(Object timestamp) {
        return timestamp instanceof Integer || timestamp instanceof Long
                ? Instant.ofEpochMilli(((Number) timestamp).longValue()).toString()
                : timestamp.toString();
    }

    private static @Nullable StoredText text(@Nullable String text, @Nullable String base64) {
        if (text != null && base64 != null) {
            throw new IllegalArgumentException("a text is there twice");
        }
        return text != null ? new StoredText(unicode(text), false)
                : base64 == null ? null
                : new StoredText(base64, true);
    }

    private static String unicode(@Nullable String text) {
        if (text == null || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("a text is missing, or has half a character");
        }
        return text;
    }

    private static @Nullable String text(@Nullable StoredText stored) {
        return stored == null || stored.isBase64() ? null : stored.text();
    }

    private static @Nullable String base64(@Nullable StoredText stored) {
        return stored == null || !stored.isBase64() ? null : stored.text();
    }
}
