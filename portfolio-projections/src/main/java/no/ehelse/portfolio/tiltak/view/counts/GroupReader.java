package no.ehelse.portfolio.tiltak.view.counts;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a group of its JSON, in which each member that is none of the others is a key, in the order of the keys. */
final class GroupReader extends ValueDeserializer<Counts.Group> {

    @Override
    public Counts.Group deserialize(JsonParser parser, DeserializationContext context) {
        Map<String, @Nullable String> keys = new LinkedHashMap<>();
        int count = 0;
        BigDecimal share = BigDecimal.ZERO;
        SortedMap<Integer, Counts.Budget> budget = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "count" -> count = parser.getIntValue();
                case "share" -> share = parser.getDecimalValue();
                case "budget" -> budget = context.readValue(parser, context.getTypeFactory()
                        .constructMapType(TreeMap.class, Integer.class, Counts.Budget.class));
                default -> keys.put(name, parser.getValueAsString());
            }
        }
        return new Counts.Group(keys, count, share, budget);
    }
}
