package no.ehelse.portfolio.web;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON in UTF-8 with exact numbers, within {@link RequestLimits}, and notices members that stand twice. */
final class StrictJson {

    /** Without the library's own bounds for numbers and names: ours are tighter, and say where. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build()).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
     * @throws ProblemException if it is not one JSON value, or has more of anything than makes sense
     */
    static JsonNode read(byte[] body, List<FieldError> errors) {
        try (JsonParser parser = MAPPER.createParser(text(body))) {
            if (parser.nextToken() == null) {
                throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body is empty.");
            }
            JsonNode value = new StrictJson(parser, errors).value("", 0);
            if (parser.nextToken() != null) {
                throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body goes on after its JSON value.");
            }
            return value;
        } catch (JacksonException e) {
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body is not JSON" + place(e) + ".");
        }
    }

    /** Decoded here, because the parser guesses encodings, and takes bytes for characters that are none. */
    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body is not in UTF-8.");
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null ? ""
                : ": see line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }

    private JsonNode value(String path, int depth) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(path, deeper(path, depth));
        }
        if (token == JsonToken.START_ARRAY) {
            return array(path, deeper(path, depth));
        }
        if (token == JsonToken.VALUE_STRING) {
            return NODES.stringNode(text(path));
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return number(path, token);
        }
        if (token == JsonToken.VALUE_NULL) {
            return NODES.nullNode();
        }
        return NODES.booleanNode(token == JsonToken.VALUE_TRUE);
    }

    private ObjectNode object(String path, int depth) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = name(path);
            String field = path.isEmpty() ? name : path + "." + name;
            if (object.has(name)) {
                errors.add(new FieldError(field, "duplicate", field + " stands twice"));
            }
            parser.nextToken();
            object.set(name, value(field, depth));
            if (object.size() > RequestLimits.MEMBERS || errors.size() > RequestLimits.MEMBERS) {
                throw beyond(path, "too-many", "has more than " + RequestLimits.MEMBERS + " members");
            }
        }
        return object;
    }

    private ArrayNode array(String path, int depth) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(path + "[" + array.size() + "]", depth));
            if (array.size() > RequestLimits.ELEMENTS) {
                throw beyond(path, "too-many", "has more than " + RequestLimits.ELEMENTS + " elements");
            }
        }
        return array;
    }

    private static int deeper(String path, int depth) {
        if (depth == RequestLimits.DEPTH) {
            throw beyond(path, "too-deep", "lies deeper than " + RequestLimits.DEPTH + " objects and arrays");
        }
        return depth + 1;
    }

    private String name(String path) {
        String name = parser.currentName();
        if (name.length() > RequestLimits.NAME) {
            throw beyond(path, "too-long",
                    "has a member whose name is longer than " + RequestLimits.NAME + " characters");
        }
        if (hasHalfCharacters(name)) {
            throw beyond(path, "malformed", "has a member whose name has half a character");
        }
        return name;
    }

    private String text(String path) {
        if (parser.getStringLength() > RequestLimits.TEXT) {
            throw beyond(path, "too-long", "is longer than " + RequestLimits.TEXT + " characters");
        }
        String text = parser.getString();
        if (hasHalfCharacters(text)) {
            throw beyond(path, "malformed", "has half a character");
        }
        return text;
    }

    /** An escape can stand for one of the two units of a character; without the other it is no text at all. */
    private static boolean hasHalfCharacters(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private JsonNode number(String path, JsonToken token) {
        if (parser.getStringLength() > RequestLimits.NUMBER) {
            throw beyond(path, "too-long", "is a number of more than " + RequestLimits.NUMBER + " characters");
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return NODES.numberNode(parser.getBigIntegerValue());
        }
        try {
            return NODES.numberNode(new BigDecimal(parser.getString()));
        } catch (NumberFormatException exponent) {
            throw beyond(path, "out-of-range", "is a number with an exponent beyond all bounds");
        }
    }

    private static ProblemException beyond(String path, String code, String message) {
        return path.isEmpty() ? ProblemException.invalid("body", code, "the body " + message)
                : ProblemException.invalid(path, code, path + " " + message);
    }
}
