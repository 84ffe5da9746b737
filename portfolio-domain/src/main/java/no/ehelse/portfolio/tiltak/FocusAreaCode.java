package no.ehelse.portfolio.tiltak;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a strategic focus area (innsatsområde), such as {@code 1.1}: titles are spelt unevenly, codes identify. */
public record FocusAreaCode(@JsonValue String value) implements Comparable<FocusAreaCode> {

    /** Any text is a code here; whether it is a known one is asked of {@link FocusAreas}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FocusAreaCode {}

    @Override
    public int compareTo(FocusAreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
