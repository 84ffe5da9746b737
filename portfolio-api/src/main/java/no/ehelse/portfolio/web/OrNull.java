package no.ehelse.portfolio.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A member of a body that has to be there, and may be null.
 *
 * @param value what was sent
 */
public record OrNull<T>(@JsonValue @Nullable T value) {

    /** What was sent. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrNull {}
}
