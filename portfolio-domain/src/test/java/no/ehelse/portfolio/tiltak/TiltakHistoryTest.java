package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.tiltak.TiltakEvent.RiskAssessed;
import no.ehelse.portfolio.tiltak.TiltakEvent.StatusReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import no.ehelse.portfolio.tiltak.TiltakHistory.Entry;
import no.ehelse.portfolio.tiltak.TiltakHistory.Period;
import org.junit.jupiter.api.Test;

/** What the temporal rule means in the cases that people ask about. */
class TiltakHistoryTest extends TiltakFixture {

    private static final LocalDate BEFORE_SEGMENTS = day("2021-12-31");
    private static final LocalDate SEGMENTS_IN_USE = day("2022-01-01");

    private static TiltakState present(Facts facts) {
        return new TiltakState(new Presence.Present(null), facts, Comments.NONE, Set.of());
    }

    @Test
    void nothing_holds_where_nothing_was_recorded() {
        assertThat(TiltakHistory.EMPTY.on(OCTOBER)).isEqualTo(TiltakState.NOTHING);
        assertThat(TiltakHistory.EMPTY.periods()).isEmpty();
        assertThat(TiltakHistory.EMPTY.version()).isEqualTo(-1);
        assertThat(TiltakHistory.EMPTY.registeredFrom()).isNull();
        assertThat(TiltakState.NOTHING.inPortfolio()).isFalse();
    }

    @Test
    void late_report_fills_the_past_without_touching_later_days() {
        TiltakHistory history = history(registered(MARCH), statusReported(OCTOBER, Status.GREEN),
                statusReported(JUNE, Status.RED));

        assertThat(history.periods()).containsExactly(new Period(MARCH, JUNE, MARCH, present(named(NAME))),
                new Period(JUNE, OCTOBER, JUNE, present(named(NAME).with(Attribute.STATUS, Status.RED))),
                new Period(OCTOBER, null, OCTOBER, present(named(NAME).with(Attribute.STATUS, Status.GREEN))));
    }

    @Test
    void among_reports_of_one_day_the_one_recorded_last_holds() {
        TiltakHistory history = history(registered(MARCH), statusReported(OCTOBER, Status.GREEN),
                statusReported(OCTOBER, null));

        assertThat(history.on(OCTOBER)).isEqualTo(present(named(NAME).with(Attribute.STATUS, null)));
    }

    @Test
    void earlier_registration_fills_the_past_up_to_the_later_one() {
        TiltakHistory history = history(registered(OCTOBER), registered(on(MARCH), named("Eldre navn")));

        assertThat(history.registeredFrom()).isEqualTo(MARCH);
        assertThat(history.periods()).containsExactly(new Period(MARCH, OCTOBER, MARCH, present(named("Eldre navn"))),
                new Period(OCTOBER, null, OCTOBER, present(named(NAME))));
    }

    @Test
    void attributes_run_on_under_a_removal_and_reappear_with_a_reinstatement() {
        TiltakRemoved removed = new TiltakRemoved(NUMBER, on(JUNE), RemovalReason.CONTINUED_IN, "i programmet",
                List.of(new TiltakNumber(9002)), MARCH);
        TiltakHistory history = history(registered(MARCH), removed, reinstated(FEBRUARY),
                statusReported(OCTOBER, Status.RED));

        assertThat(history.on(OCTOBER)).isEqualTo(new TiltakState(
                new Presence.Left(RemovalReason.CONTINUED_IN, "i programmet", List.of(new TiltakNumber(9002)), MARCH),
                named(NAME).with(Attribute.STATUS, Status.RED), Comments.NONE, Set.of()));
        assertThat(history.on(FEBRUARY)).isEqualTo(present(named(NAME).with(Attribute.STATUS, Status.RED)));
    }

    @Test
    void earliest_days_are_known_of_registrations_and_removals() {
        TiltakHistory history = history(
                new TiltakRegistered(NUMBER, on(MARCH), named(NAME), day("2019-01-01")), removed(JUNE));

        assertThat(history.on(MARCH).presence()).isEqualTo(new Presence.Present(day("2019-01-01")));
        assertThat(history.on(JUNE).presence())
                .isEqualTo(new Presence.Left(RemovalReason.COMPLETED, null, List.of(), null));
    }

    @Test
    void registration_in_error_was_never_in_the_portfolio() {
        TiltakHistory history = history(registered(MARCH), removed(MARCH, RemovalReason.REGISTERED_IN_ERROR));

        assertThat(history.periods()).singleElement().satisfies(period -> {
            assertThat(period.from()).isEqualTo(MARCH);
            assertThat(period.to()).isNull();
            assertThat(period.state().inPortfolio()).isFalse();
        });
    }

    @Test
    void reinstatement_says_present_also_where_the_registration_before_it_was_retracted() {
        TiltakHistory history = history(registered(FEBRUARY), registered(MARCH), removed(JUNE), reinstated(OCTOBER),
                retracted("e1"));

        assertThat(history.registeredFrom()).isEqualTo(FEBRUARY);
        assertThat(history.on(OCTOBER)).as("present, and nameless").isEqualTo(present(Facts.NONE));
    }

    @Test
    void comments_are_those_of_the_entries_whose_values_hold() {
        TiltakHistory history = history(registered(MARCH),
                reported(ROUND, OCTOBER, status(Status.RED).with(Attribute.RISK, Risk.RED),
                        new Comments("forsinket", "avhengig")),
                new StatusReported(NUMBER, because("innhentet", FEBRUARY), Status.GREEN),
                new RiskAssessed(NUMBER, on(day("2021-03-01")), Risk.RED));

        assertThat(history.on(OCTOBER).comments()).isEqualTo(new Comments("forsinket", "avhengig"));
        assertThat(history.on(FEBRUARY).comments()).isEqualTo(new Comments("innhentet", "avhengig"));
        assertThat(history.on(day("2021-03-01")).comments()).isEqualTo(new Comments("innhentet", null));
    }

    @Test
    void comment_of_a_report_that_states_no_status_explains_none() {
        TiltakHistory history = history(registered(MARCH), reported(ROUND, OCTOBER, Facts.of(Attribute.PHASE, null),
                new Comments("uten status", "uten risiko")));

        assertThat(history.on(OCTOBER).comments()).isEqualTo(Comments.NONE);
    }

    @Test
    void rounds_are_those_of_reports_and_of_registrations_that_name_one() {
        TiltakHistory history = history(registered(in(ROUND, OCTOBER), named(NAME)),
                new StatusReported(NUMBER, in(LATER_ROUND, OCTOBER), Status.RED),
                reported(LATER_ROUND, FEBRUARY, Facts.NONE));

        assertThat(history.on(OCTOBER).reportedIn()).containsExactly(ROUND);
        assertThat(history.on(FEBRUARY).reportedIn()).containsExactlyInAnyOrder(ROUND, LATER_ROUND);
        assertThat(history.on(MARCH).reportedIn()).isEmpty();
    }

    @Test
    void confirmation_with_another_comment_begins_a_period_but_changes_nothing() {
        TiltakHistory history = history(registered(on(MARCH), named(NAME).with(Attribute.STATUS, Status.RED)),
                new StatusReported(NUMBER, because("fortsatt", OCTOBER), Status.RED));

        assertThat(history.periods()).extracting(Period::from).containsExactly(MARCH, OCTOBER);
        assertThat(history.periods()).extracting(Period::changedOn).containsExactly(MARCH, MARCH);
    }

    @Test
    void confirmation_without_a_comment_begins_no_period() {
        TiltakHistory history = history(registered(on(MARCH), named(NAME).with(Attribute.STATUS, Status.RED)),
                statusReported(OCTOBER, Status.RED));

        assertThat(history.periods()).hasSize(1);
    }

    @Test
    void risk_that_is_no_longer_asked_for_disappears_without_a_change() {
        Facts observed = named(NAME).with(Attribute.SEGMENT, Segment.OBSERVE).with(Attribute.RISK, Risk.RED);

        assertThat(history(registered(on(MARCH), observed), new RiskAssessed(NUMBER, on(SEGMENTS_IN_USE), null))
                .periods()).extracting(Period::changedOn).containsExactly(MARCH, MARCH);
        assertThat(history(registered(on(MARCH), observed), new RiskAssessed(NUMBER, on(BEFORE_SEGMENTS), null))
                .periods()).extracting(Period::changedOn).containsExactly(MARCH, BEFORE_SEGMENTS);
    }

    @Test
    void effect_lists_presence_first_then_attributes_in_their_order_and_what_was_confirmed() {
        TiltakHistory history = history(
                registered(on(MARCH), named(NAME).with(Attribute.STATUS, Status.RED).with(Attribute.RISK, null)),
                removed(JUNE), reported(ROUND, MARCH,
                        Facts.of(Attribute.budget(2020), million("1"))
                                .with(Attribute.STATUS, Status.RED)
                                .with(Attribute.RISK, null)
                                .with(Attribute.PHASE, null)
                                .with(Attribute.SEGMENT, Segment.OBSERVE)));

        assertThat(history.effectOf(history.entries().get(1))).isEqualTo(new Effect(List.of(LEFT), List.of()));
        assertThat(history.effectOfLast()).isEqualTo(new Effect(
                List.of(change(Attribute.SEGMENT, null, Segment.OBSERVE), change(Attribute.budget(2020), null, "1")),
                List.of("status", "risk")));
        assertThat(history.effectOf(history.entries().getFirst()).changes())
                .startsWith(new Change("inPortfolio", "false", "true"), change(Attribute.NAME, null, NAME));
    }

    @Test
    void clock_that_ran_backwards_does_not_hide_what_came_before() {
        Entry first = new Entry("a", 0, Instant.parse("2022-01-01T10:00:00.500Z"), null, registered(MARCH));
        Entry second = new Entry("b", 1, Instant.parse("2022-01-01T10:00:00.400Z"), null,
                statusReported(MARCH, Status.RED));
        TiltakHistory history = TiltakHistory.of(List.of(first, second));

        assertThat(history.knownAt(Instant.parse("2022-01-01T10:00:00.450Z")).entries()).isEmpty();
        assertThat(history.knownAt(Instant.parse("2022-01-01T10:00:00.500Z")).entries())
                .containsExactly(first, second);
    }

    @Test
    void entries_are_found_by_their_event_identifier() {
        TiltakHistory history = history(registered(MARCH), statusReported(OCTOBER, Status.RED));

        assertThat(history.entry("e1")).contains(history.entries().getLast());
        assertThat(history.entry("e2")).isEmpty();
        assertThatNullPointerException().isThrownBy(() -> history.retractionOf(history.entries().getLast()));
    }
}
