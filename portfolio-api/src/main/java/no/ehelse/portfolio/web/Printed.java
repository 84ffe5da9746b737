package no.ehelse.portfolio.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.command.Text;
import tools.jackson.databind.JsonNode;

/**
 * What was printed, as a member of a body: a text, a number, or portfolio numbers in an array. It is kept as text, at
 * most {@value Text#NAME} characters: {@code 32.8}, {@code 125, 132, 195}, {@code mars 2020}.
 */
@Schema(description = "A text, a number, or an array of portfolio numbers.", types = {"string", "number", "array"})
public record Printed(@JsonValue String value) {

    /** Without surrounding space. */
    public Printed {
        value = Text.name("value", value);
    }

    /**
     * What stands in JSON.
     *
     * @throws InvalidValue if it is neither a text, nor a number, nor an array of whole numbers
     */
    static Printed of(JsonNode node) {
        if (node.isString()) {
            return new Printed(node.stringValue());
        }
        if (node.isNumber()) {
            return new Printed(number(node));
        }
        List<String> numbers = new ArrayList<>();
        for (JsonNode item : node) {
            if (!item.isIntegralNumber()) {
                throw complaint();
            }
            numbers.add(number(item));
        }
        if (!node.isArray() || numbers.isEmpty()) {
            throw complaint();
        }
        return new Printed(String.join(", ", numbers));
    }

    private static String number(JsonNode node) {
        BigDecimal number = node.decimalValue();
        if (Math.abs((long) number.scale()) > Text.NAME) {
            throw new InvalidValue("value", "out-of-range", "value is a number that nobody prints");
        }
        return number.toPlainString();
    }

    private static InvalidValue complaint() {
        return new InvalidValue("value", "wrong-type", "value is a text, a number or an array of portfolio numbers");
    }
}
