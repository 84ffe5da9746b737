package no.ehelse.portfolio.tiltak;

import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.tiltak.TiltakCommand.RetractEntry;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakRejection.AlreadyRetracted;
import no.ehelse.portfolio.tiltak.TiltakRejection.NotRetractable;
import no.ehelse.portfolio.tiltak.TiltakRejection.ReasonRequired;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownEvent;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

/** Retracting what should never have been recorded. */
class TiltakRetractionTest extends TiltakFixture {

    private static final String WHY = "gjaldt et annet tiltak";

    private void thenRetractable(int sequence, long version, Change... changes) {
        when(new RetractEntry(NUMBER, eventId(sequence), " " + WHY + " "))
                .thenRecorded(new EntryRetracted(NUMBER, eventId(sequence), WHY), version, changes);
    }

    @Test
    void fact_is_retracted_and_what_held_before_holds_again() {
        given(registered(MARCH), statusReported(JUNE, Status.YELLOW), statusReported(OCTOBER, Status.RED));

        thenRetractable(2, 3, change(Attribute.STATUS, Status.RED, Status.YELLOW));
    }

    @Test
    void confirmation_stands_on_its_own_feet_when_an_earlier_entry_is_retracted() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED), statusReported(OCTOBER, Status.RED));

        thenRetractable(1, 3);
    }

    @Test
    void report_is_retracted_with_all_its_facts() {
        Facts facts = status(Status.RED).with(Attribute.PHASE, Phase.CLOSE).with(Attribute.budget(2020), million("3"));
        given(registered(MARCH), reported(ROUND, OCTOBER, facts));

        thenRetractable(1, 2, change(Attribute.STATUS, Status.RED, null),
                change(Attribute.PHASE, Phase.CLOSE, null), change(Attribute.budget(2020), "3", null));
    }

    @Test
    void removal_is_retracted_and_the_tiltak_is_present_again() {
        given(registered(MARCH), removed(OCTOBER));

        thenRetractable(1, 2, JOINED);
    }

    @Test
    void reinstatement_is_retracted_and_the_tiltak_is_absent_again() {
        given(registered(MARCH), removed(JUNE), reinstated(OCTOBER));

        thenRetractable(2, 3, LEFT);
    }

    @Test
    void one_of_several_registrations_is_retracted() {
        given(registered(OCTOBER), registered(MARCH));

        thenRetractable(1, 2, LEFT, change(Attribute.NAME, NAME, null),
                change(Attribute.ACTIVITY, Activity.ACTIVE, null));
    }

    @Test
    void later_registration_is_retracted_where_an_earlier_one_carries_the_tiltak() {
        given(registered(OCTOBER), registered(MARCH));

        thenRetractable(0, 2);
    }

    @Test
    void only_registration_is_not_retractable() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));

        when(new RetractEntry(NUMBER, eventId(0), WHY)).thenRefused(new NotRetractable(NUMBER, eventId(0)));
    }

    @Test
    void registration_that_alone_names_a_reinstated_tiltak_is_not_retractable() {
        given(registered(OCTOBER.plusYears(1)), registered(MARCH), removed(JUNE), reinstated(OCTOBER));

        when(new RetractEntry(NUMBER, eventId(1), WHY)).thenRefused(new NotRetractable(NUMBER, eventId(1)));
    }

    @Test
    void last_unretracted_registration_is_not_retractable() {
        given(registered(OCTOBER), registered(MARCH));
        andGiven(retracted(eventId(0)));

        when(new RetractEntry(NUMBER, eventId(1), WHY)).thenRefused(new NotRetractable(NUMBER, eventId(1)));
    }

    @Test
    void retraction_is_not_retractable() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));
        andGiven(retracted(eventId(1)));

        when(new RetractEntry(NUMBER, eventId(2), WHY)).thenRefused(new NotRetractable(NUMBER, eventId(2)));
    }

    @Test
    void retracted_entry_is_not_retracted_again() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));
        andGiven(retracted(eventId(1)));

        when(new RetractEntry(NUMBER, eventId(1), WHY))
                .thenRefused(new AlreadyRetracted(NUMBER, eventId(1), eventId(2)));
    }

    @Test
    void retraction_needs_a_reason() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));

        when(new RetractEntry(NUMBER, eventId(1), null)).thenRefused(new ReasonRequired(NUMBER));
        when(new RetractEntry(NUMBER, eventId(1), " ")).thenRefused(new ReasonRequired(NUMBER));
    }

    @Test
    void unknown_entry_is_not_retracted() {
        given(registered(MARCH));

        when(new RetractEntry(NUMBER, "no-such-entry", WHY)).thenRefused(new UnknownEvent(NUMBER, "no-such-entry"));
    }

    @Test
    void entry_of_an_unknown_tiltak_is_not_retracted() {
        when(new RetractEntry(NUMBER, "no-such-entry", WHY)).thenFailed(AggregateNotFoundException.class);
    }

    @Test
    void retraction_is_a_correction_by_itself() {
        rounds.publish(ROUND);
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));

        thenRetractable(1, 2, change(Attribute.STATUS, Status.RED, null));
    }

    @Test
    void fact_that_is_hidden_by_a_removal_is_retractable() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED), removed(JUNE));

        thenRetractable(1, 3, change(Attribute.STATUS, Status.RED, null));
    }

    @Test
    void what_was_wrongly_retracted_is_reported_again() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));
        andGiven(retracted(eventId(1)));

        when(new TiltakCommand.ReportStatus(NUMBER, on(OCTOBER), Status.RED)).thenRecorded(
                statusReported(OCTOBER, Status.RED), 3, change(Attribute.STATUS, null, Status.RED));
    }
}
