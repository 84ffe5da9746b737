package no.ehelse.portfolio.tiltak.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import no.ehelse.portfolio.projection.Sql;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.Presence;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.TiltakState;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a tiltak during a time in which it stays the same, as known from a stream position on.
 *
 * @param validFrom the first day (valid time)
 * @param validTo the day after the last one; {@link Sql#FOR_EVER} where there is none
 * @param knownFrom the stream position of the event from which on it is known
 * @param recordedFrom when that event was recorded
 * @param changedOn the latest day up to {@code validFrom} on which presence or an attribute changed
 * @param state what holds; every scalar attribute is stated, and the rounds reported in are left out
 * @param lastReported of the rounds it was reported in, the one with the latest cut-off; null: none
 */
public record TiltakVersion(TiltakNumber number, LocalDate validFrom, LocalDate validTo, long knownFrom,
        Instant recordedFrom, LocalDate changedOn, TiltakState state, @Nullable RoundId lastReported) {

    /**
     * What identifies a row of {@code tiltak_version} among those that are still known to hold.
     *
     * @param validFrom the first day (valid time)
     */
    record Key(TiltakNumber number, LocalDate validFrom) {}

    private static final Facts NOTHING_REPORTED = Attribute.SCALARS.stream()
            .reduce(Facts.NONE, TiltakVersion::withNothing, (one, other) -> other);

    private static Facts withNothing(Facts facts, Attribute<?> attribute) {
        return facts.with(attribute, null);
    }

    /** States every scalar attribute and leaves out the rounds, so that equal versions are equal. */
    public TiltakVersion {
        state = new TiltakState((Presence) SharedValues.one(state.presence()),
                NOTHING_REPORTED.overwrittenBy(state.facts()).compact(SharedValues::one), state.comments(), Set.of());
    }

    static TiltakVersion of(TiltakNumber number, TiltakHistory.Period period, long position, Instant recordedAt,
            @Nullable RoundId lastReported) {
        return new TiltakVersion(number, period.from(), Objects.requireNonNullElse(period.to(), Sql.FOR_EVER), position,
                recordedAt, period.changedOn(), period.state(), lastReported);
    }

    /** The value of an attribute; null: not reported. */
    public <T> @Nullable T get(Attribute<T> attribute) {
        return state.facts().get(attribute);
    }
}
