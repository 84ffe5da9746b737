package no.ehelse.portfolio.round;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import no.ehelse.portfolio.command.InvalidValue;

/** The identity of a reporting round: its year and month, such as {@code 2020-10}. */
public record RoundId(@JsonValue String value) implements Comparable<RoundId> {

    private static final Pattern YEAR_AND_MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");

    /**
     * A round's identity.
     *
     * @throws InvalidValue unless it is a year from 2000 to 2099 and a month
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoundId {
        if (!YEAR_AND_MONTH.matcher(value).matches()) {
            throw new InvalidValue("round", "malformed", "round is a year and a month, such as 2020-10");
        }
    }

    /** The identifier of the round's aggregate, {@code round:2020-10}. */
    public String aggregateIdentifier() {
        return "round:" + value;
    }

    @Override
    public int compareTo(RoundId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
