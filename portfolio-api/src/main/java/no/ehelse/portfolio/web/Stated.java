package no.ehelse.portfolio.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member of a body that may be absent, be null, or have a value, where each means something else.
 *
 * @param <T> the type of its values
 */
public sealed interface Stated<T> {

    /** The member is absent: nothing is stated. */
    record Not<T>() implements Stated<T> {}

    /** The member is there; null: stated as not reported. */
    record As<T>(@Nullable T value) implements Stated<T> {}

    /** What is stated, made into something else; null where nothing is stated. */
    default <R> @Nullable R map(Function<@Nullable T, R> made) {
        return switch (this) {
            case Not<T> not -> null;
            case As<T> as -> made.apply(as.value());
        };
    }
}
