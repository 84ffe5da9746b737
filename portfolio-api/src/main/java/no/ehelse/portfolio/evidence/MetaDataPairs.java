package no.ehelse.portfolio.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The metadata of an event as pairs of texts, sorted by the UTF-8 of their keys. */
public final class MetaDataPairs {

    /** By the bytes of their UTF-8, which is the order of their code points. */
    static final Comparator<String> BY_UTF_8 = (one, other) -> Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final JsonMapper JSON = JsonMapper.shared();

    private MetaDataPairs() {}

    /**
     * The pairs of stored metadata.
     *
     * @return null where it is anything else than a JSON object with distinct keys and nothing but texts as values
     */
    public static @Nullable SortedMap<String, String> of(@Nullable StoredText stored) {
        if (stored == null) {
            return new TreeMap<>(BY_UTF_8);
        }
        return stored.isBase64() ? null : parsed(stored.text());
    }

    /**
     * The pairs of metadata that is about to be stored.
     *
     * @throws IllegalArgumentException if a value is no text
     */
    public static SortedMap<String, String> of(Map<String, ?> metaData) {
        SortedMap<String, String> pairs = new TreeMap<>(BY_UTF_8);
        metaData.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException("the metadata " + key + " of an event is no text");
            }
            pairs.put(key, text);
        });
        return pairs;
    }

    private static @Nullable SortedMap<String, String> parsed(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            SortedMap<String, String> pairs = new TreeMap<>(BY_UTF_8);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
                String value = isText ? parser.getString() : "";
                if (!isText || !isUnicode(key) || !isUnicode(value) || pairs.put(key, value) != null) {
                    return null;
                }
            }
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null ? pairs : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
