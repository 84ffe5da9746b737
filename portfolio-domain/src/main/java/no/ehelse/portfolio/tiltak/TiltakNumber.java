package no.ehelse.portfolio.tiltak;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import no.ehelse.portfolio.command.InvalidValue;

/** The portfolio number of a tiltak: its identity for ever, also when it is renamed or moved. */
public record TiltakNumber(@JsonValue int value) implements Comparable<TiltakNumber> {

    /**
     * A portfolio number.
     *
     * @throws InvalidValue if it is less than 1
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TiltakNumber {
        if (value < 1) {
            throw new InvalidValue("number", "out-of-range", "number is an integer from 1");
        }
    }

    /** The identifier of the tiltak's aggregate, {@code tiltak:125}. */
    public String aggregateIdentifier() {
        return "tiltak:" + value;
    }

    @Override
    public int compareTo(TiltakNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
