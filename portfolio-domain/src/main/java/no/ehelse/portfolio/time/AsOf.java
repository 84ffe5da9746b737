package no.ehelse.portfolio.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A point in both times, at which a question about the portfolio is asked.
 *
 * @param validOn the day (Europe/Oslo) on which the facts hold
 * @param knownAt the instant up to which, that instant included, recorded entries are known; whole milliseconds
 */
public record AsOf(LocalDate validOn, Instant knownAt) {

    /** Truncates {@code knownAt} to the whole milliseconds in which events are recorded. */
    public AsOf {
        knownAt = knownAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
