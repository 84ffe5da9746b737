package no.ehelse.portfolio.xlsx;

import java.math.BigDecimal;

/** What a cell holds. A formula is only ever recognised, never computed; its stored result is not looked at. */
public sealed interface Cell {

    /**
     * Text, also where it is made of runs in different fonts.
     *
     * @param text never empty; cut off at one character more than a cell may have
     */
    record Text(String text) implements Cell {}

    /**
     * A number.
     *
     * @param value the decimal number that people see, not the binary one nearest to it
     */
    record Numeric(BigDecimal value) implements Cell {}

    /** A number that is shown as a date or a time, or a date itself. */
    record Date() implements Cell {}

    /** True or false. */
    record Truth() implements Cell {}

    /**
     * The failure of a computation.
     *
     * @param text such as {@code #REF!}
     */
    record Failure(String text) implements Cell {}

    /** A formula of any kind. */
    record Formula() implements Cell {}
}
