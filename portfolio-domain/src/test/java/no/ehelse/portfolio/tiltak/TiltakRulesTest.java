package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.ehelse.portfolio.tiltak.TiltakEvent.FocusAreaChanged;
import no.ehelse.portfolio.tiltak.TiltakRejection.AfterCutOff;
import no.ehelse.portfolio.tiltak.TiltakRejection.BeforeRegistration;
import no.ehelse.portfolio.tiltak.TiltakRejection.ReasonRequired;
import no.ehelse.portfolio.tiltak.TiltakRejection.RoundPublished;
import no.ehelse.portfolio.tiltak.TiltakRejection.TooFarInFuture;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownFocusArea;
import org.junit.jupiter.api.Test;

/** The rules as a pure function: which one is named where an event breaks several. */
class TiltakRulesTest extends TiltakFixture {

    private static final FocusAreaCode UNKNOWN = new FocusAreaCode("9.9");

    private Optional<TiltakRejection> firstBroken(TiltakHistory history, TiltakEvent event) {
        return TiltakRules.firstBroken(history, event, circumstances());
    }

    @Test
    void event_that_keeps_the_rules_breaks_none() {
        assertThat(firstBroken(history(registered(MARCH)), statusReported(OCTOBER, Status.RED))).isEmpty();
    }

    @Test
    void missing_reason_is_named_before_all_other_rules() {
        assertThat(firstBroken(TiltakHistory.EMPTY,
                new FocusAreaChanged(NUMBER, correction(null, day("2030-01-01")), UNKNOWN)))
                .contains(new ReasonRequired(NUMBER));
    }

    @Test
    void distant_future_is_named_before_an_unknown_focus_area() {
        assertThat(firstBroken(TiltakHistory.EMPTY, new FocusAreaChanged(NUMBER, on(day("2030-01-01")), UNKNOWN)))
                .contains(new TooFarInFuture(day("2030-01-01"), TODAY.plusYears(1)));
    }

    @Test
    void unknown_focus_area_is_named_before_absence() {
        assertThat(firstBroken(TiltakHistory.EMPTY, new FocusAreaChanged(NUMBER, on(OCTOBER), UNKNOWN)))
                .contains(new UnknownFocusArea(UNKNOWN));
    }

    @Test
    void absence_is_named_before_a_cut_off_and_a_published_round() {
        rounds.publish(LATER_ROUND);

        assertThat(firstBroken(history(registered(FEBRUARY)),
                reported(ROUND, OCTOBER.plusDays(1), status(Status.RED))))
                .contains(new BeforeRegistration(NUMBER, OCTOBER.plusDays(1), FEBRUARY));
    }

    @Test
    void cut_off_is_named_before_a_published_round() {
        rounds.publish(LATER_ROUND);

        assertThat(firstBroken(history(registered(MARCH)), reported(ROUND, FEBRUARY, status(Status.RED))))
                .contains(new AfterCutOff(ROUND, OCTOBER, FEBRUARY));
    }

    @Test
    void published_rounds_are_named_by_cut_off() {
        rounds.publish(LATER_ROUND);
        rounds.publish(ROUND);

        assertThat(firstBroken(history(registered(MARCH)), statusReported(OCTOBER, Status.RED)))
                .contains(new RoundPublished(OCTOBER, List.of(ROUND, LATER_ROUND)));
        assertThat(firstBroken(history(registered(MARCH)), statusReported(FEBRUARY, Status.RED)))
                .contains(new RoundPublished(FEBRUARY, List.of(LATER_ROUND)));
        assertThat(firstBroken(history(registered(MARCH)), statusReported(FEBRUARY.plusDays(1), Status.RED)))
                .isEmpty();
    }

    @Test
    void history_without_any_registration_takes_no_fact() {
        assertThat(firstBroken(history(statusReported(MARCH, Status.RED)), statusReported(OCTOBER, Status.RED)))
                .contains(new BeforeRegistration(NUMBER, OCTOBER, null));
    }

    @Test
    void leap_day_is_one_year_ahead_of_the_last_of_february() {
        Circumstances onLeapDay = new Circumstances(day("2024-02-29"), actor, conditions, rounds, organisations);
        TiltakHistory history = history(registered(MARCH));

        assertThat(TiltakRules.firstBroken(history, statusReported(day("2025-02-28"), Status.RED), onLeapDay))
                .isEmpty();
        assertThat(TiltakRules.firstBroken(history, statusReported(day("2025-03-01"), Status.RED), onLeapDay))
                .contains(new TooFarInFuture(day("2025-03-01"), day("2025-02-28")));
    }
}
