package no.ehelse.portfolio.round;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import no.ehelse.portfolio.command.InvalidValue;

/**
 * The name of a figure of a round's report, such as {@code active} or {@code budget.2020.amount}. Where the same figure is
 * printed in several places, what follows a number sign says which: {@code budget.2021.amount#chapter-3}.
 */
public record FigureName(@JsonValue String value) implements Comparable<FigureName> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}(#[a-z0-9-]{1,40})?");

    /**
     * A figure's name.
     *
     * @throws InvalidValue unless it is letters from a to z, digits, dots and hyphens, at most 100, with or without a place
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FigureName {
        if (!NAME.matcher(value).matches()) {
            throw new InvalidValue("name", "malformed",
                    "name is a figure's, such as status.RED, or with the place of the print budget.2021.amount#chapter-3");
        }
    }

    /** The name of the figure itself, without the place where it is printed. */
    public String figure() {
        int place = value.indexOf('#');
        return place < 0 ? value : value.substring(0, place);
    }

    @Override
    public int compareTo(FigureName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
