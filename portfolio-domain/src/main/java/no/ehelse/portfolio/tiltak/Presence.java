package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a tiltak is in the portfolio on a day, and since when or why not. */
public sealed interface Presence {

    /**
     * It is in the portfolio.
     *
     * @param earliest the first day from which it may have been there; null: the day it came is exact
     */
    record Present(@Nullable LocalDate earliest) implements Presence {}

    /** It left the portfolio; the parameters are those of the removal. */
    record Left(RemovalReason reason, @Nullable String wayForward, List<TiltakNumber> successors,
            @Nullable LocalDate earliest) implements Presence {

        /** Copies the successors. */
        public Left {
            successors = List.copyOf(successors);
        }
    }

    /** It was not registered yet. */
    record NotYet() implements Presence {}
}
