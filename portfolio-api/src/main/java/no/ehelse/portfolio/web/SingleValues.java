package no.ehelse.portfolio.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.ehelse.portfolio.command.InvalidValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads single values, strictly and without coercion, from the text of a parameter or from JSON.
 *
 * <p>Known are texts, whole and decimal numbers, truth values, days, enumerations by their constants, records around
 * one value (see {@link RecordShape#singleValue}), and every {@link ParameterType}.
 */
@Component
final class SingleValues {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,18})");

    private final Map<Class<?>, Function<String, ?>> registered = new HashMap<>();

    SingleValues(List<ParameterType<?>> types) {
        types.forEach(type -> registered.put(type.type(), type.reader()));
    }

    /** Whether values of a type are read from a single text or scalar. */
    boolean areOf(Class<?> type) {
        return registered.containsKey(type) || type.isEnum() || RecordShape.isSingleValue(type)
                || List.of(String.class, Integer.class, int.class, Long.class, long.class, Boolean.class, boolean.class,
                        BigDecimal.class, LocalDate.class).contains(type);
    }

    /**
     * The value of a text.
     *
     * @param field where the text stands
     * @throws InvalidValue if it is none of the type
     */
    Object ofText(String field, Class<?> type, String text) {
        Function<String, ?> reader = registered.get(type);
        if (reader != null) {
            return named(field, () -> reader.apply(text));
        }
        if (RecordShape.isSingleValue(type)) {
            RecordShape shape = RecordShape.of(type);
            return named(field, () -> shape.construct(ofText(field, shape.singleValue(), text)));
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            if (!WHOLE_NUMBER.matcher(text).matches()) {
                throw new InvalidValue(field, "wrong-type", field + " is a whole number");
            }
            return wholeNumber(field, type, new BigInteger(text));
        }
        if (type == Boolean.class || type == boolean.class) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new InvalidValue(field, "wrong-type", field + " is true or false");
            };
        }
        return ofString(field, type, text);
    }

    /**
     * The value of a JSON scalar.
     *
     * @param field where it stands
     * @throws InvalidValue if it is none of the type
     */
    Object ofJson(String field, Class<?> type, JsonNode node) {
        if (type == Printed.class) {
            return named(field, () -> Printed.of(node));
        }
        if (RecordShape.isSingleValue(type) && !registered.containsKey(type)) {
            RecordShape shape = RecordShape.of(type);
            return named(field, () -> shape.construct(ofJson(field, shape.singleValue(), node)));
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            if (!node.isIntegralNumber()) {
                throw new InvalidValue(field, "wrong-type", field + " is a whole number");
            }
            return wholeNumber(field, type, node.bigIntegerValue());
        }
        if (type == BigDecimal.class) {
            if (!node.isNumber()) {
                throw new InvalidValue(field, "wrong-type", field + " is a number");
            }
            return node.decimalValue();
        }
        if (type == Boolean.class || type == boolean.class) {
            if (!node.isBoolean()) {
                throw new InvalidValue(field, "wrong-type", field + " is true or false");
            }
            return node.booleanValue();
        }
        if (!node.isString()) {
            throw new InvalidValue(field, "wrong-type", field + " is a text");
        }
        Function<String, ?> reader = registered.get(type);
        return reader == null ? ofString(field, type, node.stringValue())
                : named(field, () -> reader.apply(node.stringValue()));
    }

    private static Object wholeNumber(String field, Class<?> type, BigInteger number) {
        boolean small = type == Integer.class || type == int.class;
        if (number.bitLength() > (small ? Integer.SIZE : Long.SIZE) - 1) {
            throw new InvalidValue(field, "out-of-range", field + " is too large");
        }
        return small ? (Object) number.intValue() : (Object) number.longValue();
    }

    private static Object ofString(String field, Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == LocalDate.class) {
            return day(field, text);
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return Arrays.stream(constants)
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValue(field, "unknown-value", field + " is one of "
                            + Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "))));
        }
        throw new IllegalArgumentException("No values of " + type + " are read");
    }

    private static LocalDate day(String field, String text) {
        if (!DAY.matcher(text).matches()) {
            throw new InvalidValue(field, "malformed", field + " is a day, such as 2020-10-09");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValue(field, "no-such-day", field + " is a day that does not exist");
        }
    }

    /** A value's own complaint, made about where the value stands. */
    private static Object named(String field, java.util.function.Supplier<?> value) {
        try {
            return value.get();
        } catch (InvalidValue e) {
            throw new InvalidValue(field, e.code(), renamed(e, field));
        }
    }

    private static String renamed(InvalidValue complaint, String field) {
        String message = String.valueOf(complaint.getMessage());
        return message.startsWith(complaint.field() + " ")
                ? field + message.substring(complaint.field().length())
                : message;
    }
}
