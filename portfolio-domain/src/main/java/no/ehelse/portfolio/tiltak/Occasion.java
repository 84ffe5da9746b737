package no.ehelse.portfolio.tiltak;

import java.time.LocalDate;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.command.Text;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * On which occasion something was reported.
 *
 * @param effectiveFrom the first day (Europe/Oslo, valid time) on which it holds
 * @param comment the reason in the reporter's words; null: none was given
 * @param round the reporting round it belongs to; null: to none
 * @param correction whether it knowingly changes what a published round was about
 */
public record Occasion(LocalDate effectiveFrom, @Nullable String comment, @Nullable RoundId round,
        boolean correction) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** Checks the day and the comment, whatever the state. */
    public Occasion {
        requireDay("effectiveFrom", effectiveFrom);
        comment = Text.comment("comment", comment);
    }

    /** An ordinary occasion: no comment, no round, no correction. */
    public static Occasion on(LocalDate effectiveFrom) {
        return new Occasion(effectiveFrom, null, null, false);
    }

    /**
     * Checks the day from which something can have held at the earliest.
     *
     * @throws InvalidValue if it is after the day from which it certainly holds
     */
    void requireEarliest(@Nullable LocalDate earliest) {
        if (earliest == null) {
            return;
        }
        requireDay("earliest", earliest);
        if (earliest.isAfter(effectiveFrom)) {
            throw new InvalidValue("earliest", "out-of-range", "earliest is after effectiveFrom");
        }
    }

    static void requireDay(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new InvalidValue(field, "out-of-range", field + " is between the years 1900 and 2200");
        }
    }
}
