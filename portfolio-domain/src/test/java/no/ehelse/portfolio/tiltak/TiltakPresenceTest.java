package no.ehelse.portfolio.tiltak;

import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReinstateTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakReinstated;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRemoved;
import no.ehelse.portfolio.tiltak.TiltakRejection.AlreadyRemoved;
import no.ehelse.portfolio.tiltak.TiltakRejection.BeforeRegistration;
import no.ehelse.portfolio.tiltak.TiltakRejection.NotOnRegistrationDay;
import no.ehelse.portfolio.tiltak.TiltakRejection.NotRemoved;
import no.ehelse.portfolio.tiltak.TiltakRejection.ReasonRequired;
import no.ehelse.portfolio.tiltak.TiltakRejection.RoundPublished;
import no.ehelse.portfolio.tiltak.TiltakRejection.SuccessorsRequired;
import no.ehelse.portfolio.tiltak.TiltakRejection.TooFarInFuture;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownRound;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Removing a tiltak from the portfolio, and bringing it back. */
class TiltakPresenceTest extends TiltakFixture {

    private static RemoveTiltak remove(Occasion occasion, RemovalReason reason) {
        return new RemoveTiltak(NUMBER, occasion, reason, null, List.of(), null);
    }

    private static ReinstateTiltak reinstate(Occasion occasion) {
        return new ReinstateTiltak(NUMBER, occasion);
    }

    @Test
    void removal_records_the_reason_the_way_forward_the_successors_and_the_earliest_day() {
        TiltakNumber successor = new TiltakNumber(9002);
        TiltakNumber other = new TiltakNumber(9003);
        given(registered(MARCH));

        when(new RemoveTiltak(NUMBER, in(ROUND, OCTOBER), RemovalReason.CONTINUED_IN, " Videreføres i programmet ",
                List.of(successor, other, successor), JUNE)).thenRecorded(
                        new TiltakRemoved(NUMBER, in(ROUND, OCTOBER), RemovalReason.CONTINUED_IN,
                                "Videreføres i programmet", List.of(successor, other), JUNE),
                        1, LEFT);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"CONTINUED_IN", "REGISTERED_IN_ERROR"})
    void removal_needs_no_more_than_its_reason(RemovalReason reason) {
        given(registered(MARCH));

        when(remove(on(OCTOBER), reason)).thenRecorded(removed(OCTOBER, reason), 1, LEFT);
    }

    @Test
    void continued_tiltak_names_its_successors() {
        given(registered(MARCH));

        when(remove(on(OCTOBER), RemovalReason.CONTINUED_IN)).thenRefused(new SuccessorsRequired(NUMBER));
    }

    @Test
    void registration_in_error_is_removed_on_its_own_day() {
        given(registered(MARCH));

        when(remove(on(MARCH), RemovalReason.REGISTERED_IN_ERROR))
                .thenRecorded(removed(MARCH, RemovalReason.REGISTERED_IN_ERROR), 1, LEFT);
    }

    @Test
    void registration_in_error_is_not_removed_on_another_day() {
        given(registered(MARCH));

        when(remove(on(OCTOBER), RemovalReason.REGISTERED_IN_ERROR))
                .thenRefused(new NotOnRegistrationDay(NUMBER, OCTOBER, MARCH));
    }

    @Test
    void each_of_several_registrations_can_have_been_in_error() {
        given(registered(OCTOBER), registered(MARCH));

        when(remove(on(OCTOBER), RemovalReason.REGISTERED_IN_ERROR))
                .thenRecorded(removed(OCTOBER, RemovalReason.REGISTERED_IN_ERROR), 2, LEFT);
    }

    @Test
    void retracted_registration_has_no_day_on_which_it_was_in_error() {
        given(registered(OCTOBER), registered(MARCH));
        andGiven(retracted(eventId(0)));

        when(remove(on(OCTOBER), RemovalReason.REGISTERED_IN_ERROR))
                .thenRefused(new NotOnRegistrationDay(NUMBER, OCTOBER, MARCH));
    }

    @Test
    void absent_tiltak_is_not_removed_again() {
        given(registered(MARCH), removed(JUNE));

        when(remove(on(JUNE), RemovalReason.ENDED)).thenRefused(new AlreadyRemoved(NUMBER, JUNE));
        when(remove(on(OCTOBER), RemovalReason.ENDED)).thenRefused(new AlreadyRemoved(NUMBER, OCTOBER));
    }

    @Test
    void removal_is_checked_on_its_own_day_only() {
        given(registered(MARCH), removed(OCTOBER), statusReported(JUNE, Status.RED));

        when(remove(on(day("2020-05-01")), RemovalReason.ENDED))
                .thenRecorded(removed(day("2020-05-01"), RemovalReason.ENDED), 3, LEFT);
    }

    @Test
    void removal_leaves_later_facts_alone() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));

        when(remove(on(JUNE), RemovalReason.ENDED)).thenRecorded(removed(JUNE, RemovalReason.ENDED), 2, LEFT);
    }

    @Test
    void removal_before_the_registration_is_refused() {
        given(registered(JUNE));

        when(remove(on(MARCH), RemovalReason.ENDED)).thenRefused(new BeforeRegistration(NUMBER, MARCH, JUNE));
    }

    @Test
    void removal_of_an_unknown_tiltak_finds_no_aggregate() {
        when(remove(on(MARCH), RemovalReason.ENDED)).thenFailed(AggregateNotFoundException.class);
    }

    @Test
    void removal_keeps_the_rules_of_every_fact() {
        rounds.publish(ROUND);
        given(registered(MARCH));

        when(remove(in(UNKNOWN_ROUND, OCTOBER), RemovalReason.ENDED)).thenRefused(new UnknownRound(UNKNOWN_ROUND));
        when(remove(correction(null, OCTOBER), RemovalReason.ENDED)).thenRefused(new ReasonRequired(NUMBER));
        when(remove(on(day("2024-01-01")), RemovalReason.ENDED))
                .thenRefused(new TooFarInFuture(day("2024-01-01"), day("2023-06-15")));
        when(remove(on(OCTOBER), RemovalReason.ENDED)).thenRefused(new RoundPublished(OCTOBER, List.of(ROUND)));
    }

    @Test
    void removal_under_a_published_round_is_accepted_as_a_correction() {
        rounds.publish(ROUND);
        given(registered(MARCH));
        Occasion correction = correction("var avsluttet allerede", OCTOBER);

        when(remove(correction, RemovalReason.ENDED)).thenRecorded(
                new TiltakRemoved(NUMBER, correction, RemovalReason.ENDED, null, List.of(), null), 1, LEFT);
    }

    @Test
    void absent_tiltak_is_reinstated() {
        given(registered(MARCH), removed(JUNE));

        when(reinstate(in(ROUND, OCTOBER)))
                .thenRecorded(new TiltakReinstated(NUMBER, in(ROUND, OCTOBER)), 2, JOINED);
    }

    @Test
    void attributes_reappear_with_a_reinstatement_and_are_no_changes_of_it() {
        given(registered(MARCH), statusReported(JUNE, Status.RED), removed(OCTOBER));

        when(reinstate(on(FEBRUARY))).thenRecorded(reinstated(FEBRUARY), 3, JOINED);
    }

    @Test
    void registration_in_error_can_be_reinstated_on_its_own_day() {
        given(registered(MARCH), removed(MARCH, RemovalReason.REGISTERED_IN_ERROR));

        when(reinstate(on(MARCH))).thenRecorded(reinstated(MARCH), 2, JOINED);
    }

    @Test
    void present_tiltak_is_not_reinstated() {
        given(registered(MARCH), removed(JUNE), reinstated(OCTOBER));

        when(reinstate(on(MARCH))).thenRefused(new NotRemoved(NUMBER, MARCH));
        when(reinstate(on(OCTOBER))).thenRefused(new NotRemoved(NUMBER, OCTOBER));
    }

    @Test
    void reinstatement_before_the_registration_is_refused() {
        given(registered(JUNE), removed(OCTOBER));

        when(reinstate(on(MARCH))).thenRefused(new BeforeRegistration(NUMBER, MARCH, JUNE));
    }

    @Test
    void reinstatement_of_an_unknown_tiltak_finds_no_aggregate() {
        when(reinstate(on(MARCH))).thenFailed(AggregateNotFoundException.class);
    }

    @Test
    void reinstatement_keeps_the_rules_of_every_fact() {
        rounds.publish(ROUND);
        given(registered(MARCH), removed(JUNE));

        when(reinstate(in(UNKNOWN_ROUND, OCTOBER))).thenRefused(new UnknownRound(UNKNOWN_ROUND));
        when(reinstate(correction(null, OCTOBER))).thenRefused(new ReasonRequired(NUMBER));
        when(reinstate(on(day("2024-01-01"))))
                .thenRefused(new TooFarInFuture(day("2024-01-01"), day("2023-06-15")));
        when(reinstate(on(OCTOBER))).thenRefused(new RoundPublished(OCTOBER, List.of(ROUND)));
    }
}
