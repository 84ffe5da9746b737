package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import no.ehelse.portfolio.actor.AccessRejection.NoOrganisation;
import no.ehelse.portfolio.actor.AccessRejection.OfAnotherOrganisation;
import no.ehelse.portfolio.actor.AccessRejection.OfficeOnly;
import no.ehelse.portfolio.actor.AccessRejection.PublishedAlready;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.Role;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.Decision;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReinstateTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import no.ehelse.portfolio.tiltak.TiltakCommand.TransferTiltak;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakTransferred;
import no.ehelse.portfolio.tiltak.TiltakRejection.StaleVersion;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownRound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may report on which tiltak, and on which day; the table of all commands and roles is tested over HTTP. */
class TiltakAccessTest extends TiltakFixture {

    private static final RequestKey REQUEST = new RequestKey("key", "digest");
    private static final Actor AUDITOR = new Actor("a", Set.of(Role.AUDITOR, Role.OPERATOR), DIRECTORATE.value());

    /** The tiltak is the directorate's until June, and from then on that of the south east. */
    @BeforeEach
    void given() {
        given(registered(on(MARCH), named(NAME).with(Attribute.ORGANISATION, DIRECTORATE)),
                new TiltakTransferred(NUMBER, on(JUNE), SOUTH_EAST));
        actor = reporter(DIRECTORATE.value());
    }

    private static Actor reporter(String organisation) {
        return new Actor("r", Set.of(Role.REPORTER), organisation);
    }

    private static SubmitReport report() {
        return new SubmitReport(NUMBER, ROUND, null, null, false, status(Status.RED), null, Comments.NONE);
    }

    @Test
    void who_it_belongs_to_on_the_day_reports_it() {
        when(new ReportStatus(NUMBER, on(JUNE.minusDays(1)), Status.RED)).thenRecorded(
                statusReported(JUNE.minusDays(1), Status.RED), 2, change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void the_day_of_a_report_is_the_cut_off_of_its_round() {
        actor = reporter(SOUTH_EAST.value());

        when(report()).thenRecorded(
                new ReportSubmitted(NUMBER, in(ROUND, OCTOBER), status(Status.RED), Comments.NONE), 2,
                change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void who_it_does_not_belong_to_on_the_day_does_not() {
        when(new ReportStatus(NUMBER, on(JUNE), Status.RED))
                .thenRefused(new OfAnotherOrganisation(NUMBER.value(), DIRECTORATE.value(), JUNE));
        when(report()).thenRefused(new OfAnotherOrganisation(NUMBER.value(), DIRECTORATE.value(), OCTOBER));
    }

    @Test
    void before_its_registration_it_belongs_to_nobody() {
        when(new ReportStatus(NUMBER, on(MARCH.minusDays(1)), Status.RED)).thenRefused(
                new OfAnotherOrganisation(NUMBER.value(), DIRECTORATE.value(), MARCH.minusDays(1)));
    }

    @Test
    void who_acts_for_no_organisation_reports_nothing() {
        actor = new Actor("r", Set.of(Role.REPORTER), null);

        when(new ReportStatus(NUMBER, on(MARCH), Status.RED)).thenRefused(new NoOrganisation());
    }

    @Test
    void what_is_published_is_corrected_by_the_office_also_if_it_is_called_a_correction() {
        rounds.publish(ROUND);

        when(new ReportStatus(NUMBER, correction("feil", MARCH), Status.RED)).thenRefused(new PublishedAlready(MARCH));
    }

    @Test
    void other_roles_report_nothing_whatever_their_organisation() {
        actor = AUDITOR;

        when(new ReportStatus(NUMBER, on(MARCH), Status.RED)).thenRefused(new OfficeOnly());
    }

    @Test
    void who_may_not_send_such_commands_does_not_learn_what_exists() {
        assertThat(TiltakDecision.decide(TiltakHistory.EMPTY, new ReinstateTiltak(NUMBER, on(MARCH)), circumstances()))
                .isEqualTo(new Decision.Refused<TiltakEvent>(new OfficeOnly()));
    }

    @Test
    void what_does_not_exist_comes_before_whose_it_is() {
        when(new SubmitReport(NUMBER, UNKNOWN_ROUND, null, null, false, status(Status.RED), null, Comments.NONE))
                .thenRefused(new UnknownRound(UNKNOWN_ROUND));
    }

    @Test
    void who_gave_a_tiltak_away_is_answered_when_asking_again() {
        andGiven(sentWith(REQUEST, new TiltakTransferred(NUMBER, on(MARCH), SOUTH_EAST)));
        conditions = new Conditions(REQUEST, null);

        when(new TransferTiltak(NUMBER, on(MARCH), new OrganisationReference(SOUTH_EAST.value()))).thenRepeated(2,
                change(Attribute.ORGANISATION, DIRECTORATE, SOUTH_EAST));
    }

    @Test
    void who_repeats_the_report_of_another_does_not_learn_that_it_is_one() {
        andGiven(new ReportSubmitted(NUMBER, in(ROUND, OCTOBER), status(Status.RED), Comments.NONE));

        when(report()).thenRefused(new OfAnotherOrganisation(NUMBER.value(), DIRECTORATE.value(), OCTOBER));
    }

    @Test
    void who_repeats_an_own_report_after_publication_is_answered() {
        actor = reporter(SOUTH_EAST.value());
        andGiven(new ReportSubmitted(NUMBER, in(ROUND, OCTOBER), status(Status.RED), Comments.NONE));
        rounds.publish(ROUND);

        when(report()).thenRepeated(2);
    }

    @Test
    void whose_it_is_comes_before_the_version_that_was_seen() {
        conditions = new Conditions(null, 0L);

        when(new ReportStatus(NUMBER, on(JUNE), Status.RED))
                .thenRefused(new OfAnotherOrganisation(NUMBER.value(), DIRECTORATE.value(), JUNE));
        when(new ReportStatus(NUMBER, on(MARCH), Status.RED)).thenRefused(new StaleVersion(NUMBER, 0, 1));
    }
}
