package no.ehelse.portfolio.round.view.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a {@link FigureValue} by the kind of its JSON, numbers with all their digits. */
final class FigureValueReader extends ValueDeserializer<FigureValue> {

    @Override
    public @Nullable FigureValue deserialize(JsonParser parser, DeserializationContext context) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new FigureValue.Numeric(parser.getDecimalValue());
            case VALUE_STRING -> new FigureValue.Words(parser.getString());
            case START_ARRAY -> new FigureValue.Tiltak(numbers(parser));
            case START_OBJECT -> context.readValue(parser, FigureValue.Unshared.class);
            default -> (FigureValue) context.handleUnexpectedToken(FigureValue.class, parser);
        };
    }

    private static List<Integer> numbers(JsonParser parser) {
        List<Integer> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(parser.getIntValue());
        }
        return numbers;
    }
}
