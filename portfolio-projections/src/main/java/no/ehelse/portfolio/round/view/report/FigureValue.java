package no.ehelse.portfolio.round.view.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a figure of a report can be, and how much two of them differ. */
@JsonDeserialize(using = FigureValueReader.class)
public sealed interface FigureValue {

    /** A number, in the one form in which equal numbers are equal. */
    record Numeric(@JsonValue BigDecimal number) implements FigureValue {

        /** Brings it into that form: 32.0 and 32 are both 32. */
        public Numeric {
            number = plain(number);
        }
    }

    /** Portfolio numbers in ascending order. */
    record Tiltak(@JsonValue List<Integer> numbers) implements FigureValue {

        /** Orders the numbers. */
        public Tiltak {
            numbers = List.copyOf(new TreeSet<>(numbers));
        }
    }

    /** Words, codes, days, truth values. */
    record Words(@JsonValue String text) implements FigureValue {}

    /** Who is in one of two lists only. */
    @JsonDeserialize
    record Unshared(List<Integer> onlyPrinted, List<Integer> onlyComputed) implements FigureValue {

        /** Copies the lists. */
        public Unshared {
            onlyPrinted = List.copyOf(onlyPrinted);
            onlyComputed = List.copyOf(onlyComputed);
        }
    }

    /** What may stand in a printed number. */
    Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /** What may stand in a printed list of tiltak. */
    Pattern NUMBERS = Pattern.compile("\\d{1,9}(\\s*,\\s*\\d{1,9})*");

    /** A number without an exponent and without decimals that say nothing. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * What a printed text says, as a value of the kind of the computed one where it can be read as that; where nothing is
     * computed, a number if it is one.
     */
    static FigureValue printed(String text, @Nullable FigureValue computed) {
        boolean isList = computed instanceof Tiltak || (computed == null && text.contains(","));
        if (isList && NUMBERS.matcher(text).matches()) {
            List<Integer> numbers = new ArrayList<>();
            for (String number : text.split(",", -1)) {
                numbers.add(Integer.valueOf(number.strip()));
            }
            return new Tiltak(numbers);
        }
        boolean isNumber = computed == null || computed instanceof Numeric;
        return isNumber && NUMBER.matcher(text).matches() ? new Numeric(new BigDecimal(text)) : new Words(text);
    }

    /** How a printed value differs from the computed one: of numbers computed minus printed; null: it cannot be said. */
    static @Nullable FigureValue difference(FigureValue printed, @Nullable FigureValue computed) {
        if (printed instanceof Numeric left && computed instanceof Numeric right) {
            return new Numeric(right.number().subtract(left.number()));
        }
        if (printed instanceof Tiltak left && computed instanceof Tiltak right) {
            return new Unshared(without(left.numbers(), right.numbers()), without(right.numbers(), left.numbers()));
        }
        return null;
    }

    private static List<Integer> without(List<Integer> all, List<Integer> some) {
        return all.stream().filter(number -> !some.contains(number)).toList();
    }
}
