package no.ehelse.portfolio.asof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days where the portfolio is: in Europe/Oslo. */
public final class PortfolioDays {

    /** The zone in which days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private PortfolioDays() {}

    /** The day that it is. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The last millisecond of a day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant().minusMillis(1);
    }

    /** How long the day still lasts. */
    public static Duration leftOfToday(Clock clock) {
        return Duration.between(clock.instant(), endOf(today(clock)));
    }
}
