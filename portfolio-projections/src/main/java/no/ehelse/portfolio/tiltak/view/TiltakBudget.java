package no.ehelse.portfolio.tiltak.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.projection.Sql;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.jspecify.annotations.Nullable;

/**
 * The budget of one calendar year during a time in which it stays the same, as known from a stream position on.
 *
 * @param year the calendar year
 * @param validFrom the first day (valid time)
 * @param validTo the day after the last one; {@link Sql#FOR_EVER} where there is none
 * @param knownFrom the stream position of the event from which on it is known
 * @param recordedFrom when that event was recorded
 * @param amount in million kroner; null: not reported
 */
public record TiltakBudget(TiltakNumber number, int year, LocalDate validFrom, LocalDate validTo, long knownFrom,
        Instant recordedFrom, @Nullable BigDecimal amount) {

    /**
     * What identifies a row of {@code tiltak_budget} among those that are still known to hold.
     *
     * @param year the calendar year
     * @param validFrom the first day (valid time)
     */
    record Key(TiltakNumber number, int year, LocalDate validFrom) {}

    static TiltakBudget of(TiltakNumber number, int year, TiltakHistory.Value<BigDecimal> value, Envelope event) {
        return new TiltakBudget(number, year, value.from(), Objects.requireNonNullElse(value.to(), Sql.FOR_EVER),
                event.position(), event.recordedAt(), value.value());
    }

    Key key() {
        return new Key(number, year, validFrom);
    }
}
