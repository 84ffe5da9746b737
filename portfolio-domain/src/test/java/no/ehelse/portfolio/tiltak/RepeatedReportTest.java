package no.ehelse.portfolio.tiltak;

import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakEvent.RiskAssessed;
import no.ehelse.portfolio.tiltak.TiltakEvent.StatusReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakRejection.AfterRemoval;
import no.ehelse.portfolio.tiltak.TiltakRejection.NumberTaken;
import org.junit.jupiter.api.Test;

/** The same report sent again is the only thing that records nothing; whatever differs is recorded. */
class RepeatedReportTest extends TiltakFixture {

    private static final Facts RED = status(Status.RED);

    @Test
    void same_report_again_records_nothing() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED));

        when(report(ROUND, RED)).thenRepeated(1);
        when(report(ROUND, OCTOBER, RED, Comments.NONE)).thenRepeated(1);
    }

    @Test
    void answer_to_a_repeated_report_carries_the_last_version() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED), statusReported(FEBRUARY, Status.GREEN));

        when(report(ROUND, RED)).thenRepeated(2);
    }

    @Test
    void report_with_equal_amounts_of_other_decimals_is_repeated() {
        given(registered(MARCH), reported(ROUND, OCTOBER, Facts.of(Attribute.budget(2020), million("32"))));

        when(report(ROUND, Facts.of(Attribute.budget(2020), million("32.0")))).thenRepeated(1);
    }

    @Test
    void report_that_states_nothing_is_repeated() {
        given(registered(MARCH), reported(ROUND, OCTOBER, Facts.NONE));

        when(report(ROUND, Facts.NONE)).thenRepeated(1);
    }

    @Test
    void report_of_what_is_not_reported_repeats_one_that_left_it_unsaid() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED));

        when(report(ROUND, RED.with(Attribute.RISK, null))).thenRepeated(1);
    }

    @Test
    void report_of_what_is_not_reported_is_recorded_where_a_value_holds_from_elsewhere() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED), new RiskAssessed(NUMBER, on(JUNE), Risk.GREEN));

        when(report(ROUND, RED.with(Attribute.RISK, null))).thenRecorded(
                reported(ROUND, OCTOBER, RED.with(Attribute.RISK, null)), 3,
                change(Attribute.RISK, Risk.GREEN, null));
    }

    @Test
    void report_that_states_less_is_recorded() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED.with(Attribute.RISK, Risk.GREEN)));

        when(report(ROUND, RED)).thenRecorded(reported(ROUND, OCTOBER, RED), 2);
    }

    @Test
    void report_that_states_more_is_recorded() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED));

        when(report(ROUND, RED.with(Attribute.RISK, Risk.GREEN))).thenRecorded(
                reported(ROUND, OCTOBER, RED.with(Attribute.RISK, Risk.GREEN)), 2,
                change(Attribute.RISK, null, Risk.GREEN));
    }

    @Test
    void report_with_another_value_is_recorded() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED));

        when(report(ROUND, status(Status.GREEN))).thenRecorded(reported(ROUND, OCTOBER, status(Status.GREEN)), 2,
                change(Attribute.STATUS, Status.RED, Status.GREEN));
    }

    @Test
    void report_on_another_day_is_recorded() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED));

        when(report(ROUND, OCTOBER.minusDays(1), RED, Comments.NONE)).thenRecorded(
                reported(ROUND, OCTOBER.minusDays(1), RED), 2, change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void report_in_another_round_is_recorded() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED));

        when(report(LATER_ROUND, OCTOBER, RED, Comments.NONE)).thenRecorded(reported(LATER_ROUND, OCTOBER, RED), 2);
    }

    @Test
    void report_with_other_comments_is_recorded() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED, new Comments("forsinket", null)));

        when(report(ROUND, null, RED, new Comments("forsinket", " "))).thenRepeated(1);
        when(report(ROUND, null, RED, new Comments("svært forsinket", null)))
                .thenRecorded(reported(ROUND, OCTOBER, RED, new Comments("svært forsinket", null)), 2);
    }

    @Test
    void report_without_the_earlier_comments_is_recorded() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED, new Comments(null, "avhengig")));

        when(report(ROUND, RED)).thenRecorded(reported(ROUND, OCTOBER, RED), 2);
    }

    @Test
    void report_is_compared_with_the_last_one_of_its_round_only() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED), reported(ROUND, OCTOBER, status(Status.GREEN)),
                reported(LATER_ROUND, FEBRUARY, RED));

        when(report(ROUND, RED)).thenRecorded(reported(ROUND, OCTOBER, RED), 4,
                change(Attribute.STATUS, Status.GREEN, Status.RED));
    }

    @Test
    void report_is_recorded_again_when_a_value_of_it_no_longer_holds() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED), statusReported(OCTOBER, Status.GREEN));

        when(report(ROUND, RED)).thenRecorded(reported(ROUND, OCTOBER, RED), 3,
                change(Attribute.STATUS, Status.GREEN, Status.RED));
    }

    @Test
    void report_is_repeated_although_its_value_changed_on_later_days() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED), statusReported(OCTOBER.plusDays(1), Status.GREEN));

        when(report(ROUND, RED)).thenRepeated(2);
    }

    @Test
    void report_is_recorded_again_when_its_predecessor_is_retracted() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED));
        andGiven(retracted(eventId(1)));

        when(report(ROUND, RED)).thenRecorded(reported(ROUND, OCTOBER, RED), 3,
                change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void report_is_compared_with_the_one_before_a_retracted_one() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED), reported(ROUND, OCTOBER, status(Status.GREEN)));
        andGiven(retracted(eventId(2)));

        when(report(ROUND, RED)).thenRepeated(3);
    }

    @Test
    void report_is_not_repeated_while_the_tiltak_is_absent() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED), removed(JUNE));

        when(report(ROUND, RED)).thenRefused(new AfterRemoval(NUMBER, OCTOBER));
    }

    @Test
    void report_does_not_repeat_a_granular_fact_in_its_round() {
        given(registered(MARCH), new StatusReported(NUMBER, in(ROUND, OCTOBER), Status.RED));

        when(report(ROUND, RED)).thenRecorded(reported(ROUND, OCTOBER, RED), 2);
    }

    @Test
    void granular_fact_in_a_round_is_recorded_as_often_as_it_is_sent() {
        given(registered(MARCH), new StatusReported(NUMBER, in(ROUND, OCTOBER), Status.RED));

        when(new ReportStatus(NUMBER, in(ROUND, OCTOBER), Status.RED))
                .thenRecorded(new StatusReported(NUMBER, in(ROUND, OCTOBER), Status.RED), 2);
    }

    @Test
    void repeated_report_is_recognised_in_a_published_round() {
        rounds.publish(ROUND);
        given(registered(MARCH), reported(ROUND, OCTOBER, RED));

        when(report(ROUND, RED)).thenRepeated(1);
    }

    @Test
    void same_registration_in_a_round_again_records_nothing() {
        given(registered(in(ROUND, OCTOBER), named(NAME)));

        when(new RegisterTiltak(NUMBER, in(ROUND, OCTOBER), named(NAME), null, null)).thenRepeated(0);
    }

    @Test
    void same_registration_without_a_round_is_a_taken_number() {
        given(registered(OCTOBER));

        when(new RegisterTiltak(NUMBER, on(OCTOBER), named(NAME), null, null))
                .thenRefused(new NumberTaken(NUMBER, OCTOBER));
    }

    @Test
    void registration_in_a_round_with_another_earliest_day_is_a_taken_number() {
        given(registered(in(ROUND, OCTOBER), named(NAME)));

        when(new RegisterTiltak(NUMBER, in(ROUND, OCTOBER), named(NAME), null, JUNE))
                .thenRefused(new NumberTaken(NUMBER, OCTOBER));
    }

    @Test
    void registration_in_a_round_with_other_values_is_a_taken_number() {
        given(registered(in(ROUND, OCTOBER), named(NAME)));

        when(new RegisterTiltak(NUMBER, in(ROUND, OCTOBER), named("Nytt navn"), null, null))
                .thenRefused(new NumberTaken(NUMBER, OCTOBER));
    }

    @Test
    void report_repeats_the_registration_that_names_its_round() {
        Facts values = named(NAME).with(Attribute.STATUS, Status.RED).with(Attribute.budget(2020), million("32"));
        given(new TiltakRegistered(NUMBER, in(ROUND, OCTOBER), values, JUNE));

        when(report(ROUND, values)).thenRepeated(0);
        when(report(ROUND, RED.with(Attribute.budget(2020), million("32.00")))).thenRepeated(0);
    }

    @Test
    void report_with_comments_does_not_repeat_a_registration() {
        Facts values = named(NAME).with(Attribute.STATUS, Status.RED);
        given(registered(in(ROUND, OCTOBER), values));

        when(report(ROUND, null, values, new Comments("forsinket", null)))
                .thenRecorded(reported(ROUND, OCTOBER, values, new Comments("forsinket", null)), 1);
    }

    @Test
    void report_by_another_spelling_of_the_organisation_is_repeated() {
        given(registered(MARCH), reported(ROUND, OCTOBER, RED.with(Attribute.ORGANISATION, DIRECTORATE)));

        when(new SubmitReport(NUMBER, ROUND, null, null, false, RED, new OrganisationReference("E-helse"),
                Comments.NONE)).thenRepeated(1);
    }
}
