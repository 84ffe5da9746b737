package no.ehelse.portfolio.web;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON with exact numbers, and notices members that stand twice. */
final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final List<FieldError> errors;

    private StrictJson(JsonParser parser, List<FieldError> errors) {
        this.parser = parser;
        this.errors = errors;
    }

    /**
     * The JSON of a body.
     *
     * @param errors takes up the members that stand twice
     * @throws ProblemException if it is not one JSON value
     */
    static JsonNode read(byte[] body, List<FieldError> errors) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            if (parser.nextToken() == null) {
                throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body is empty.");
            }
            JsonNode value = new StrictJson(parser, errors).value("");
            if (parser.nextToken() != null) {
                throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body goes on after its JSON value.");
            }
            return value;
        } catch (JacksonException e) {
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body is not JSON" + place(e) + ".");
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null ? ""
                : ": see line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }

    private JsonNode value(String path) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(path);
        }
        if (token == JsonToken.START_ARRAY) {
            ArrayNode array = NODES.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(path + "[" + array.size() + "]"));
            }
            return array;
        }
        if (token == JsonToken.VALUE_STRING) {
            return NODES.stringNode(parser.getString());
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return NODES.numberNode(parser.getBigIntegerValue());
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return NODES.numberNode(parser.getDecimalValue());
        }
        if (token == JsonToken.VALUE_NULL) {
            return NODES.nullNode();
        }
        return NODES.booleanNode(token == JsonToken.VALUE_TRUE);
    }

    private ObjectNode object(String path) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String field = path.isEmpty() ? name : path + "." + name;
            if (object.has(name)) {
                errors.add(new FieldError(field, "duplicate", field + " stands twice"));
            }
            parser.nextToken();
            object.set(name, value(field));
        }
        return object;
    }
}
