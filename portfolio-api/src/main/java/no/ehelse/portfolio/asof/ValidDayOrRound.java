package no.ehelse.portfolio.asof;

import java.time.LocalDate;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * A day (valid time) as a request names it: itself, a month, or the cut-off of a round, such as {@code round:2020-10}.
 *
 * @param day null: it is the round's cut-off
 * @param round null: it is the day
 */
public record ValidDayOrRound(@Nullable LocalDate day, @Nullable RoundId round) {

    private static final String ROUND = "round:";

    /**
     * The day of a text.
     *
     * @throws no.ehelse.portfolio.command.InvalidValue if it is none of the three
     */
    public static ValidDayOrRound of(String text) {
        return text.startsWith(ROUND)
                ? new ValidDayOrRound(null, new RoundId(text.substring(ROUND.length())))
                : new ValidDayOrRound(ValidDay.of(text).day(), null);
    }
}
