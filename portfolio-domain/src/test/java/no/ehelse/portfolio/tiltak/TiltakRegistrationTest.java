package no.ehelse.portfolio.tiltak;

import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakRejection.NumberTaken;
import no.ehelse.portfolio.tiltak.TiltakRejection.ReasonRequired;
import no.ehelse.portfolio.tiltak.TiltakRejection.RoundPublished;
import no.ehelse.portfolio.tiltak.TiltakRejection.TooFarInFuture;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownFocusArea;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownOrganisation;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownRound;
import org.junit.jupiter.api.Test;

/** Registering a tiltak, and loading its older history after newer. */
class TiltakRegistrationTest extends TiltakFixture {

    private static RegisterTiltak register(Occasion occasion, Facts facts) {
        return new RegisterTiltak(NUMBER, occasion, facts, null, null);
    }

    @Test
    void registration_with_a_name_alone_makes_the_tiltak_active() {
        when(register(on(MARCH), Facts.of(Attribute.NAME, NAME))).thenRecorded(registered(MARCH), 0, JOINED,
                change(Attribute.NAME, null, NAME), change(Attribute.ACTIVITY, null, Activity.ACTIVE));
    }

    @Test
    void registration_records_every_stated_value_and_the_earliest_day() {
        Facts stated = Facts.of(Attribute.NAME, NAME)
                .with(Attribute.STATUS, Status.YELLOW)
                .with(Attribute.RISK, null)
                .with(Attribute.PHASE, Phase.PLAN)
                .with(Attribute.SEGMENT, Segment.COORDINATE)
                .with(Attribute.ACTIVITY, Activity.CANDIDATE)
                .with(Attribute.FOCUS_AREA, new FocusAreaCode("2.2"))
                .with(Attribute.budget(2020), million("32.0"))
                .with(Attribute.budget(2021), null);
        OrganisationReference organisation = new OrganisationReference(" helse sør-øst  RHF ");

        when(new RegisterTiltak(NUMBER, in(ROUND, OCTOBER), stated, organisation, JUNE)).thenRecorded(
                new TiltakRegistered(NUMBER, in(ROUND, OCTOBER),
                        stated.with(Attribute.ORGANISATION, SOUTH_EAST).with(Attribute.budget(2020), million("32")),
                        JUNE),
                0, JOINED, change(Attribute.NAME, null, NAME), change(Attribute.ORGANISATION, null, SOUTH_EAST),
                change(Attribute.STATUS, null, Status.YELLOW), change(Attribute.PHASE, null, Phase.PLAN),
                change(Attribute.SEGMENT, null, Segment.COORDINATE),
                change(Attribute.ACTIVITY, null, Activity.CANDIDATE), change(Attribute.FOCUS_AREA, null, "2.2"),
                change(Attribute.budget(2020), null, "32"));
    }

    @Test
    void registration_can_state_that_the_organisation_is_not_reported() {
        when(new RegisterTiltak(NUMBER, on(MARCH), named(NAME), new OrganisationReference(" "), null)).thenRecorded(
                registered(on(MARCH), named(NAME).with(Attribute.ORGANISATION, null)), 0, JOINED,
                change(Attribute.NAME, null, NAME), change(Attribute.ACTIVITY, null, Activity.ACTIVE));
    }

    @Test
    void number_is_taken_on_the_day_of_its_registration() {
        given(registered(JUNE));

        when(register(on(JUNE), named(NAME))).thenRefused(new NumberTaken(NUMBER, JUNE));
    }

    @Test
    void number_is_taken_on_later_days() {
        given(registered(JUNE));

        when(register(on(OCTOBER), named("Et annet tiltak"))).thenRefused(new NumberTaken(NUMBER, JUNE));
    }

    @Test
    void number_stays_taken_after_a_removal() {
        given(registered(JUNE), removed(OCTOBER));

        when(register(on(FEBRUARY), named(NAME))).thenRefused(new NumberTaken(NUMBER, JUNE));
    }

    @Test
    void earlier_registration_fills_the_past() {
        given(registered(OCTOBER));

        when(register(on(MARCH), named("Kjernejournal"))).thenRecorded(
                registered(on(MARCH), named("Kjernejournal")), 1, JOINED,
                change(Attribute.NAME, null, "Kjernejournal"),
                change(Attribute.ACTIVITY, null, Activity.ACTIVE));
    }

    @Test
    void number_is_taken_from_the_earliest_of_several_registrations() {
        given(registered(OCTOBER), registered(MARCH));

        when(register(on(JUNE), named(NAME))).thenRefused(new NumberTaken(NUMBER, MARCH));
    }

    @Test
    void retracted_registration_leaves_its_days_free_again() {
        given(registered(OCTOBER), registered(MARCH));
        andGiven(retracted(eventId(1)));

        when(register(on(JUNE), named(NAME))).thenRecorded(registered(JUNE), 3, JOINED,
                change(Attribute.NAME, null, NAME), change(Attribute.ACTIVITY, null, Activity.ACTIVE));
    }

    @Test
    void registration_in_an_unknown_round_is_refused() {
        when(register(in(UNKNOWN_ROUND, MARCH), named(NAME))).thenRefused(new UnknownRound(UNKNOWN_ROUND));
    }

    @Test
    void registration_in_a_round_may_be_effective_after_its_cut_off() {
        when(register(in(ROUND, FEBRUARY), named(NAME))).thenRecorded(registered(in(ROUND, FEBRUARY), named(NAME)), 0,
                JOINED, change(Attribute.NAME, null, NAME), change(Attribute.ACTIVITY, null, Activity.ACTIVE));
    }

    @Test
    void registration_by_an_unknown_organisation_is_refused() {
        when(new RegisterTiltak(NUMBER, on(MARCH), named(NAME), new OrganisationReference("Ukjent AS"), null))
                .thenRefused(new UnknownOrganisation("Ukjent AS"));
    }

    @Test
    void registration_in_an_unknown_focus_area_is_refused() {
        FocusAreaCode unknown = new FocusAreaCode("6.1");

        when(register(on(MARCH), named(NAME).with(Attribute.FOCUS_AREA, unknown)))
                .thenRefused(new UnknownFocusArea(unknown));
    }

    @Test
    void registration_exactly_one_year_ahead_is_accepted() {
        when(register(on(TODAY.plusYears(1)), named(NAME))).thenRecorded(registered(TODAY.plusYears(1)), 0, JOINED,
                change(Attribute.NAME, null, NAME), change(Attribute.ACTIVITY, null, Activity.ACTIVE));
    }

    @Test
    void registration_more_than_one_year_ahead_is_refused() {
        when(register(on(day("2023-06-16")), named(NAME)))
                .thenRefused(new TooFarInFuture(day("2023-06-16"), day("2023-06-15")));
    }

    @Test
    void correction_needs_a_comment() {
        when(register(correction(" ", MARCH), named(NAME))).thenRefused(new ReasonRequired(NUMBER));
    }

    @Test
    void registration_under_a_published_round_is_refused_unless_it_is_a_correction() {
        rounds.publish(LATER_ROUND);
        rounds.publish(ROUND);

        when(register(on(OCTOBER), named(NAME)))
                .thenRefused(new RoundPublished(OCTOBER, List.of(ROUND, LATER_ROUND)));
    }

    @Test
    void registration_under_a_published_round_is_accepted_as_a_correction() {
        rounds.publish(ROUND);
        Occasion correction = correction("ble glemt", OCTOBER);

        when(register(correction, named(NAME))).thenRecorded(registered(correction, named(NAME)), 0, JOINED,
                change(Attribute.NAME, null, NAME), change(Attribute.ACTIVITY, null, Activity.ACTIVE));
    }
}
