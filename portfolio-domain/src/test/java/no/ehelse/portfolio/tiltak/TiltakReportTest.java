package no.ehelse.portfolio.tiltak;

import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakRejection.AfterCutOff;
import no.ehelse.portfolio.tiltak.TiltakRejection.AfterRemoval;
import no.ehelse.portfolio.tiltak.TiltakRejection.BeforeRegistration;
import no.ehelse.portfolio.tiltak.TiltakRejection.ReasonRequired;
import no.ehelse.portfolio.tiltak.TiltakRejection.RoundPublished;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownFocusArea;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownOrganisation;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownRound;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

/** Submitting a report in a round: several facts in one event. */
class TiltakReportTest extends TiltakFixture {

    private static final Comments COMMENTS = new Comments("forsinket leveranse", "avhengig av et annet tiltak");

    @Test
    void report_is_effective_on_the_cut_off_of_its_round() {
        given(registered(MARCH));

        when(report(ROUND, status(Status.RED))).thenRecorded(reported(ROUND, OCTOBER, status(Status.RED)), 1,
                change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void report_is_effective_on_a_stated_day_up_to_the_cut_off() {
        given(registered(MARCH));

        when(report(ROUND, JUNE, status(Status.RED), COMMENTS)).thenRecorded(
                reported(ROUND, JUNE, status(Status.RED), COMMENTS), 1, change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void report_records_all_its_facts_in_one_event_and_lists_what_they_changed() {
        Facts before = named(NAME).with(Attribute.STATUS, Status.YELLOW)
                .with(Attribute.RISK, Risk.GREEN)
                .with(Attribute.budget(2020), million("10"));
        Facts stated = named("Nytt navn").with(Attribute.STATUS, Status.YELLOW)
                .with(Attribute.RISK, null)
                .with(Attribute.PHASE, Phase.EXECUTE)
                .with(Attribute.SEGMENT, Segment.GOVERN_JOINTLY)
                .with(Attribute.FOCUS_AREA, new FocusAreaCode("1.1"))
                .with(Attribute.budget(2021), million("1e2"))
                .with(Attribute.budget(2020), million("32.0"));
        given(registered(on(MARCH), before));

        when(new SubmitReport(NUMBER, ROUND, null, " etter avklaring ", false, stated,
                new OrganisationReference("e-helse"), COMMENTS))
                .thenRecorded(
                        new ReportSubmitted(NUMBER, new Occasion(OCTOBER, "etter avklaring", ROUND, false),
                                stated.with(Attribute.ORGANISATION, DIRECTORATE)
                                        .with(Attribute.budget(2020), million("32"))
                                        .with(Attribute.budget(2021), million("100")),
                                COMMENTS),
                        1, change(Attribute.NAME, NAME, "Nytt navn"),
                        change(Attribute.ORGANISATION, null, DIRECTORATE),
                        change(Attribute.RISK, Risk.GREEN, null), change(Attribute.PHASE, null, Phase.EXECUTE),
                        change(Attribute.SEGMENT, null, Segment.GOVERN_JOINTLY),
                        change(Attribute.FOCUS_AREA, null, "1.1"),
                        change(Attribute.budget(2020), "10", "32"), change(Attribute.budget(2021), null, "100"));
    }

    @Test
    void report_can_state_that_the_organisation_is_not_reported() {
        given(registered(on(MARCH), named(NAME).with(Attribute.ORGANISATION, SOUTH_EAST)));

        when(new SubmitReport(NUMBER, ROUND, null, null, false, Facts.NONE, new OrganisationReference(null),
                Comments.NONE)).thenRecorded(reported(ROUND, OCTOBER, Facts.of(Attribute.ORGANISATION, null)), 1,
                        change(Attribute.ORGANISATION, SOUTH_EAST, null));
    }

    @Test
    void report_that_states_nothing_is_recorded_once() {
        given(registered(MARCH));

        when(report(ROUND, Facts.NONE)).thenRecorded(reported(ROUND, OCTOBER, Facts.NONE), 1);
    }

    @Test
    void confirming_report_is_recorded_and_changes_nothing() {
        given(registered(MARCH), reported(ROUND, OCTOBER, status(Status.RED)));

        when(report(LATER_ROUND, status(Status.RED)))
                .thenRecorded(reported(LATER_ROUND, FEBRUARY, status(Status.RED)), 2);
    }

    @Test
    void report_after_the_cut_off_of_its_round_is_refused() {
        given(registered(MARCH));

        when(report(ROUND, OCTOBER.plusDays(1), status(Status.RED), Comments.NONE))
                .thenRefused(new AfterCutOff(ROUND, OCTOBER, OCTOBER.plusDays(1)));
    }

    @Test
    void report_in_an_unknown_round_is_refused() {
        given(registered(MARCH));

        when(report(UNKNOWN_ROUND, status(Status.RED))).thenRefused(new UnknownRound(UNKNOWN_ROUND));
    }

    @Test
    void report_on_an_unknown_tiltak_finds_no_aggregate() {
        when(report(ROUND, status(Status.RED))).thenFailed(AggregateNotFoundException.class);
    }

    @Test
    void report_before_the_registration_is_refused() {
        given(registered(FEBRUARY));

        when(report(ROUND, status(Status.RED))).thenRefused(new BeforeRegistration(NUMBER, OCTOBER, FEBRUARY));
    }

    @Test
    void report_while_the_tiltak_is_absent_is_refused() {
        given(registered(MARCH), removed(JUNE));

        when(report(ROUND, status(Status.RED))).thenRefused(new AfterRemoval(NUMBER, OCTOBER));
    }

    @Test
    void report_by_an_unknown_organisation_is_refused() {
        given(registered(MARCH));

        when(new SubmitReport(NUMBER, ROUND, null, null, false, Facts.NONE, new OrganisationReference("Ukjent AS"),
                Comments.NONE)).thenRefused(new UnknownOrganisation("Ukjent AS"));
    }

    @Test
    void report_of_an_unknown_focus_area_is_refused() {
        FocusAreaCode unknown = new FocusAreaCode("1");
        given(registered(MARCH));

        when(report(ROUND, Facts.of(Attribute.FOCUS_AREA, unknown))).thenRefused(new UnknownFocusArea(unknown));
    }

    @Test
    void report_in_a_published_round_is_refused_unless_it_is_a_correction() {
        rounds.publish(ROUND);
        given(registered(MARCH));

        when(report(ROUND, status(Status.RED))).thenRefused(new RoundPublished(OCTOBER, List.of(ROUND)));
    }

    @Test
    void report_in_a_published_round_is_recorded_as_a_correction() {
        rounds.publish(ROUND);
        given(registered(MARCH));

        when(new SubmitReport(NUMBER, ROUND, null, "rettet", true, status(Status.RED), null, Comments.NONE))
                .thenRecorded(
                        new ReportSubmitted(NUMBER, new Occasion(OCTOBER, "rettet", ROUND, true),
                                status(Status.RED), Comments.NONE),
                        1, change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void correcting_report_needs_a_comment() {
        given(registered(MARCH));

        when(new SubmitReport(NUMBER, ROUND, null, null, true, status(Status.RED), null, COMMENTS))
                .thenRefused(new ReasonRequired(NUMBER));
    }
}
