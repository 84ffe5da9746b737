package no.ehelse.portfolio.web;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A member of a body that may be absent, be null, or have a value, where each means something else.
 *
 * @param isStated whether the member is there
 * @param value what it says; null: not reported, or nothing is stated
 */
public record Stated<T>(boolean isStated, @JsonValue @Nullable T value) {

    /** Nothing is stated. */
    static <T> Stated<T> not() {
        return new Stated<>(false, null);
    }

    /** A value is stated; null: as not reported. */
    static <T> Stated<T> as(@Nullable T value) {
        return new Stated<>(true, value);
    }
}
