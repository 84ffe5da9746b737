package no.ehelse.portfolio.evidence;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The one text that says everything about an event, on every store the same: what is chained and sealed.
 *
 * @param text lines, each ended by a line feed; see docs/verify
 * @param seal the event's seal, which is no part of the text; null: it has none that can be read
 */
public record CanonicalForm(String text, @Nullable String seal) {

    /** Metadata key of an event's seal. */
    public static final String SEAL = "seal";

    /** The canonical form of a stored event. */
    public static CanonicalForm of(StoredEvent event) {
        StringBuilder text = new StringBuilder(event.payload().text().length() + 500);
        identity(text, event.event(), event.aggregate(), event.sequence(), event.type(), event.revision());
        OptionalLong milliseconds = event.milliseconds();
        if (milliseconds.isPresent()) {
            line(text, "timestamp", Long.toString(milliseconds.getAsLong()));
        } else {
            line(text, "timestamp-text", event.recordedAt());
        }
        payload(text, event.payload());
        SortedMap<String, String> pairs = MetaDataPairs.of(event.metaData());
        if (pairs == null) {
            StoredText stored = Objects.requireNonNull(event.metaData(), "no metadata is no pairs");
            line(text, stored.isBase64() ? "metadata-base64" : "metadata-text", stored.text());
            return new CanonicalForm(text.toString(), null);
        }
        return withPairs(text, pairs);
    }

    /**
     * The canonical form of an event that is about to be stored.
     *
     * @param recordedAt in milliseconds since 1970
     * @throws IllegalArgumentException if a value of the metadata is no text
     */
    public static CanonicalForm of(String event, String aggregate, long sequence, String type,
            @Nullable String revision, long recordedAt, StoredText payload, Map<String, ?> metaData) {
        StringBuilder text = new StringBuilder(payload.text().length() + 500);
        identity(text, event, aggregate, sequence, type, revision);
        line(text, "timestamp", Long.toString(recordedAt));
        payload(text, payload);
        return withPairs(text, MetaDataPairs.of(metaData));
    }

    private static void identity(StringBuilder text, String event, String aggregate, long sequence, String type,
            @Nullable String revision) {
        line(text, "event", event);
        line(text, "aggregate", aggregate);
        line(text, "sequence", Long.toString(sequence));
        line(text, "type", type);
        if (revision == null) {
            text.append("revision\n");
        } else {
            line(text, "revision", revision);
        }
    }

    private static void payload(StringBuilder text, StoredText payload) {
        line(text, payload.isBase64() ? "payload-base64" : "payload", payload.text());
    }

    private static CanonicalForm withPairs(StringBuilder text, SortedMap<String, String> pairs) {
        String seal = pairs.remove(SEAL);
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            line(text, "key", pair.getKey());
            line(text, "value", pair.getValue());
        }
        return new CanonicalForm(text.toString(), seal);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(' ').append(escaped(value)).append('\n');
    }

    /** A text on one line: a backslash is doubled, and a line feed becomes a backslash and an n. */
    static String escaped(String text) {
        return text.indexOf('\\') < 0 && text.indexOf('\n') < 0 ? text
                : text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
