package no.ehelse.portfolio.tiltak;

import java.util.List;
import java.util.function.Function;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssessRisk;
import no.ehelse.portfolio.tiltak.TiltakCommand.AssignSegment;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeActivity;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangeFocusArea;
import no.ehelse.portfolio.tiltak.TiltakCommand.ChangePhase;
import no.ehelse.portfolio.tiltak.TiltakCommand.RenameTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportBudget;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.TransferTiltak;
import no.ehelse.portfolio.tiltak.TiltakEvent.ActivityChanged;
import no.ehelse.portfolio.tiltak.TiltakEvent.BudgetReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.FocusAreaChanged;
import no.ehelse.portfolio.tiltak.TiltakEvent.PhaseChanged;
import no.ehelse.portfolio.tiltak.TiltakEvent.RiskAssessed;
import no.ehelse.portfolio.tiltak.TiltakEvent.SegmentAssigned;
import no.ehelse.portfolio.tiltak.TiltakEvent.StatusReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRenamed;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakTransferred;
import no.ehelse.portfolio.tiltak.TiltakRejection.AfterRemoval;
import no.ehelse.portfolio.tiltak.TiltakRejection.BeforeRegistration;
import no.ehelse.portfolio.tiltak.TiltakRejection.ReasonRequired;
import no.ehelse.portfolio.tiltak.TiltakRejection.RoundPublished;
import no.ehelse.portfolio.tiltak.TiltakRejection.TooFarInFuture;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownFocusArea;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownOrganisation;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownRound;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The commands that state one fact each: what they record and answer, and the rules that hold for all of them. */
class TiltakFactsTest extends TiltakFixture {

    /** One fact as a command and as an event on some occasion, and what it changes of a tiltak that has a name alone. */
    record Fact(String name, Function<Occasion, TiltakCommand> command, Function<Occasion, TiltakEvent> event,
            Change change) {

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Fact> FACTS = List.of(
            new Fact("status", on -> new ReportStatus(NUMBER, on, Status.RED),
                    on -> new StatusReported(NUMBER, on, Status.RED), change(Attribute.STATUS, null, Status.RED)),
            new Fact("risk", on -> new AssessRisk(NUMBER, on, Risk.GREEN),
                    on -> new RiskAssessed(NUMBER, on, Risk.GREEN), change(Attribute.RISK, null, Risk.GREEN)),
            new Fact("phase", on -> new ChangePhase(NUMBER, on, Phase.REALISE),
                    on -> new PhaseChanged(NUMBER, on, Phase.REALISE), change(Attribute.PHASE, null, Phase.REALISE)),
            new Fact("segment", on -> new AssignSegment(NUMBER, on, Segment.OBSERVE),
                    on -> new SegmentAssigned(NUMBER, on, Segment.OBSERVE),
                    change(Attribute.SEGMENT, null, Segment.OBSERVE)),
            new Fact("activity", on -> new ChangeActivity(NUMBER, on, Activity.PAUSED),
                    on -> new ActivityChanged(NUMBER, on, Activity.PAUSED),
                    change(Attribute.ACTIVITY, Activity.ACTIVE, Activity.PAUSED)),
            new Fact("focus area", on -> new ChangeFocusArea(NUMBER, on, new FocusAreaCode("4.3")),
                    on -> new FocusAreaChanged(NUMBER, on, new FocusAreaCode("4.3")),
                    change(Attribute.FOCUS_AREA, null, "4.3")),
            new Fact("budget", on -> new ReportBudget(NUMBER, on, 2020, million("32.50")),
                    on -> new BudgetReported(NUMBER, on, 2020, million("32.5")),
                    change(Attribute.budget(2020), null, "32.5")),
            new Fact("budget of zero", on -> new ReportBudget(NUMBER, on, 2100, million("0.00")),
                    on -> new BudgetReported(NUMBER, on, 2100, million("0")),
                    change(Attribute.budget(2100), null, "0")),
            new Fact("name", on -> new RenameTiltak(NUMBER, on, "  Digital hjemmeoppfølging "),
                    on -> new TiltakRenamed(NUMBER, on, "Digital hjemmeoppfølging"),
                    change(Attribute.NAME, NAME, "Digital hjemmeoppfølging")),
            new Fact("organisation by an alias",
                    on -> new TransferTiltak(NUMBER, on, new OrganisationReference("E-HELSE")),
                    on -> new TiltakTransferred(NUMBER, on, DIRECTORATE),
                    change(Attribute.ORGANISATION, null, DIRECTORATE)));

    /** Every attribute that may be reported as "not reported", as a command and as an event. */
    static final List<Fact> NOT_REPORTED = List.of(
            new Fact("status", on -> new ReportStatus(NUMBER, on, null), on -> new StatusReported(NUMBER, on, null),
                    change(Attribute.STATUS, Status.RED, null)),
            new Fact("risk", on -> new AssessRisk(NUMBER, on, null), on -> new RiskAssessed(NUMBER, on, null),
                    change(Attribute.RISK, Risk.RED, null)),
            new Fact("phase", on -> new ChangePhase(NUMBER, on, null), on -> new PhaseChanged(NUMBER, on, null),
                    change(Attribute.PHASE, Phase.IDEA, null)),
            new Fact("segment", on -> new AssignSegment(NUMBER, on, null),
                    on -> new SegmentAssigned(NUMBER, on, null),
                    change(Attribute.SEGMENT, Segment.GOVERN_JOINTLY, null)),
            new Fact("focus area", on -> new ChangeFocusArea(NUMBER, on, null),
                    on -> new FocusAreaChanged(NUMBER, on, null), change(Attribute.FOCUS_AREA, "1.1", null)),
            new Fact("budget", on -> new ReportBudget(NUMBER, on, 2020, null),
                    on -> new BudgetReported(NUMBER, on, 2020, null), change(Attribute.budget(2020), "10", null)),
            new Fact("organisation", on -> new TransferTiltak(NUMBER, on, new OrganisationReference(null)),
                    on -> new TiltakTransferred(NUMBER, on, null),
                    change(Attribute.ORGANISATION, SOUTH_EAST, null)));

    private static Facts everythingReported() {
        return named(NAME).with(Attribute.ORGANISATION, SOUTH_EAST)
                .with(Attribute.STATUS, Status.RED)
                .with(Attribute.RISK, Risk.RED)
                .with(Attribute.PHASE, Phase.IDEA)
                .with(Attribute.SEGMENT, Segment.GOVERN_JOINTLY)
                .with(Attribute.FOCUS_AREA, new FocusAreaCode("1.1"))
                .with(Attribute.budget(2020), million("10"));
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_is_recorded_and_the_answer_says_what_changed(Fact fact) {
        Occasion occasion = new Occasion(OCTOBER, "etter styringsgruppens møte", ROUND, false);
        given(registered(MARCH));

        when(fact.command().apply(occasion)).thenRecorded(fact.event().apply(occasion), 1, fact.change());
    }

    @ParameterizedTest
    @FieldSource("NOT_REPORTED")
    void not_reported_is_a_value_that_can_be_reported(Fact fact) {
        given(registered(on(MARCH), everythingReported()));

        when(fact.command().apply(on(OCTOBER))).thenRecorded(fact.event().apply(on(OCTOBER)), 1, fact.change());
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void confirmation_is_recorded_and_changes_nothing(Fact fact) {
        given(registered(MARCH), fact.event().apply(on(JUNE)));

        when(fact.command().apply(on(OCTOBER))).thenRecorded(fact.event().apply(on(OCTOBER)), 2);
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_on_the_day_of_registration_is_accepted(Fact fact) {
        given(registered(MARCH));

        when(fact.command().apply(on(MARCH))).thenRecorded(fact.event().apply(on(MARCH)), 1, fact.change());
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_about_an_unknown_tiltak_finds_no_aggregate(Fact fact) {
        when(fact.command().apply(on(MARCH))).thenFailed(AggregateNotFoundException.class);
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_before_the_registration_is_refused(Fact fact) {
        given(registered(JUNE));

        when(fact.command().apply(on(day("2020-06-14"))))
                .thenRefused(new BeforeRegistration(NUMBER, day("2020-06-14"), JUNE));
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_while_the_tiltak_is_absent_is_refused(Fact fact) {
        given(registered(MARCH), removed(JUNE), reinstated(FEBRUARY));

        when(fact.command().apply(on(OCTOBER))).thenRefused(new AfterRemoval(NUMBER, OCTOBER));
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_before_a_removal_and_after_a_reinstatement_is_accepted(Fact fact) {
        given(registered(MARCH), removed(JUNE), reinstated(OCTOBER), fact.event().apply(on(FEBRUARY)));

        when(fact.command().apply(on(day("2020-06-14")))).thenRecorded(fact.event().apply(on(day("2020-06-14"))), 4,
                fact.change());
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_more_than_one_year_ahead_is_refused(Fact fact) {
        given(registered(MARCH));

        when(fact.command().apply(on(day("2023-06-16"))))
                .thenRefused(new TooFarInFuture(day("2023-06-16"), day("2023-06-15")));
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_exactly_one_year_ahead_is_accepted(Fact fact) {
        given(registered(MARCH));

        when(fact.command().apply(on(day("2023-06-15")))).thenRecorded(fact.event().apply(on(day("2023-06-15"))), 1,
                fact.change());
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_in_an_unknown_round_is_refused(Fact fact) {
        given(registered(MARCH));

        when(fact.command().apply(in(UNKNOWN_ROUND, OCTOBER))).thenRefused(new UnknownRound(UNKNOWN_ROUND));
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_under_a_published_round_is_refused_and_names_the_rounds(Fact fact) {
        rounds.publish(LATER_ROUND);
        rounds.publish(ROUND);
        given(registered(MARCH));

        when(fact.command().apply(on(OCTOBER)))
                .thenRefused(new RoundPublished(OCTOBER, List.of(ROUND, LATER_ROUND)));
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_under_a_published_round_is_recorded_as_a_correction_with_a_comment(Fact fact) {
        rounds.publish(ROUND);
        given(registered(MARCH));
        Occasion correction = correction("var ført på feil tiltak", OCTOBER);

        when(fact.command().apply(correction)).thenRecorded(fact.event().apply(correction), 1, fact.change());
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void fact_after_the_cut_off_of_every_published_round_is_no_correction(Fact fact) {
        rounds.publish(ROUND);
        given(registered(MARCH));

        when(fact.command().apply(on(OCTOBER.plusDays(1)))).thenRecorded(fact.event().apply(on(OCTOBER.plusDays(1))),
                1, fact.change());
    }

    @ParameterizedTest
    @FieldSource("FACTS")
    void correction_without_a_comment_is_refused_also_where_nothing_is_published(Fact fact) {
        given(registered(MARCH));

        when(fact.command().apply(correction(null, OCTOBER))).thenRefused(new ReasonRequired(NUMBER));
    }

    @Test
    void late_fact_changes_its_own_day_and_leaves_later_days_alone() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));

        when(new ReportStatus(NUMBER, on(JUNE), Status.YELLOW)).thenRecorded(statusReported(JUNE, Status.YELLOW), 2,
                change(Attribute.STATUS, null, Status.YELLOW));
    }

    @Test
    void fact_granted_by_an_earlier_registration_is_no_longer_too_early() {
        given(registered(OCTOBER), registered(MARCH));

        when(new ReportStatus(NUMBER, on(JUNE), Status.RED)).thenRecorded(statusReported(JUNE, Status.RED), 2,
                change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void budgets_of_different_years_are_different_facts() {
        given(registered(MARCH), new BudgetReported(NUMBER, on(MARCH), 2020, million("10")));

        when(new ReportBudget(NUMBER, on(MARCH), 2021, million("10"))).thenRecorded(
                new BudgetReported(NUMBER, on(MARCH), 2021, million("10")), 2,
                change(Attribute.budget(2021), null, "10"));
    }

    @Test
    void equal_amounts_with_different_decimals_are_a_confirmation() {
        given(registered(MARCH), new BudgetReported(NUMBER, on(MARCH), 2020, million("32")));

        when(new ReportBudget(NUMBER, on(OCTOBER), 2020, million("32.0")))
                .thenRecorded(new BudgetReported(NUMBER, on(OCTOBER), 2020, million("32")), 2);
    }

    @Test
    void risk_that_is_no_longer_asked_for_disappears_without_a_change() {
        given(registered(on(MARCH), everythingReported().with(Attribute.SEGMENT, Segment.OBSERVE)));

        when(new AssessRisk(NUMBER, on(day("2022-01-01")), null))
                .thenRecorded(new RiskAssessed(NUMBER, on(day("2022-01-01")), null), 1);
    }

    @Test
    void risk_that_was_still_asked_for_disappears_as_a_change() {
        given(registered(on(MARCH), everythingReported().with(Attribute.SEGMENT, Segment.OBSERVE)));

        when(new AssessRisk(NUMBER, on(day("2021-12-31")), null)).thenRecorded(
                new RiskAssessed(NUMBER, on(day("2021-12-31")), null), 1, change(Attribute.RISK, Risk.RED, null));
    }

    @Test
    void unknown_focus_area_is_refused() {
        given(registered(MARCH));

        when(new ChangeFocusArea(NUMBER, on(OCTOBER), new FocusAreaCode("7.1")))
                .thenRefused(new UnknownFocusArea(new FocusAreaCode("7.1")));
    }

    @ParameterizedTest
    @FieldSource("SPELLINGS")
    void organisation_is_meant_by_id_name_or_alias(String spelling) {
        given(registered(MARCH));

        when(new TransferTiltak(NUMBER, on(OCTOBER), new OrganisationReference(spelling))).thenRecorded(
                new TiltakTransferred(NUMBER, on(OCTOBER), DIRECTORATE), 1,
                change(Attribute.ORGANISATION, null, DIRECTORATE));
    }

    static final List<String> SPELLINGS = List.of("direktoratet-for-e-helse", " DIREKTORATET for e-helse ",
            "e-helse");

    @Test
    void unknown_organisation_is_refused() {
        given(registered(MARCH));

        when(new TransferTiltak(NUMBER, on(OCTOBER), new OrganisationReference(" Ukjent AS ")))
                .thenRefused(new UnknownOrganisation("Ukjent AS"));
    }
}
