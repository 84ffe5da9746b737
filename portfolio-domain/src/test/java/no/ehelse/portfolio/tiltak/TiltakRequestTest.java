package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.Decision;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportStatus;
import no.ehelse.portfolio.tiltak.TiltakCommand.RetractEntry;
import no.ehelse.portfolio.tiltak.TiltakCommand.TransferTiltak;
import no.ehelse.portfolio.tiltak.TiltakRejection.BeforeRegistration;
import no.ehelse.portfolio.tiltak.TiltakRejection.IdempotencyKeyReused;
import no.ehelse.portfolio.tiltak.TiltakRejection.NumberTaken;
import no.ehelse.portfolio.tiltak.TiltakRejection.RoundPublished;
import no.ehelse.portfolio.tiltak.TiltakRejection.StaleVersion;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownEvent;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownOrganisation;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownRound;
import no.ehelse.portfolio.tiltak.TiltakRejection.UnknownTiltak;
import org.junit.jupiter.api.Test;

/** Repeated requests, versions that the sender saw, and the order in which everything is checked. */
class TiltakRequestTest extends TiltakFixture {

    private static final RequestKey REQUEST = new RequestKey("key", "digest");
    private static final RequestKey OTHER_CONTENT = new RequestKey("key", "other digest");
    private static final RequestKey OTHER_KEY = new RequestKey("other key", "digest");
    private static final long STALE = 7;

    private static final ReportStatus REPORT_RED = new ReportStatus(NUMBER, on(OCTOBER), Status.RED);

    private void sentWith(RequestKey request) {
        conditions = new Conditions(request, null);
    }

    private void sentWith(RequestKey request, long expectedVersion) {
        conditions = new Conditions(request, expectedVersion);
    }

    private void seenAt(long version) {
        conditions = new Conditions(null, version);
    }

    @Test
    void repeated_request_gets_the_first_answer_and_records_nothing() {
        given(registered(MARCH), sentWith(REQUEST, statusReported(OCTOBER, Status.RED)));
        sentWith(REQUEST);

        when(REPORT_RED).thenRepeated(1, change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void repeated_request_gets_the_first_answer_whatever_happened_since() {
        given(registered(MARCH), sentWith(REQUEST, statusReported(OCTOBER, Status.RED)),
                statusReported(OCTOBER, Status.GREEN), registered(on(day("2019-01-01")), named("Eldre")),
                removed(JUNE));
        andGiven(retracted(eventId(1)));
        sentWith(REQUEST);

        when(REPORT_RED).thenRepeated(1, change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void repeated_registration_gets_its_first_answer_instead_of_a_taken_number() {
        given(sentWith(REQUEST, registered(MARCH)), statusReported(OCTOBER, Status.RED));
        sentWith(REQUEST);

        when(new RegisterTiltak(NUMBER, on(MARCH), named(NAME), null, null)).thenRepeated(0, JOINED,
                change(Attribute.NAME, null, NAME), change(Attribute.ACTIVITY, null, Activity.ACTIVE));
    }

    @Test
    void repeated_retraction_gets_its_first_answer() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));
        String red = eventId(1);
        andGiven(sentWith(REQUEST, retracted(red)));
        sentWith(REQUEST);

        when(new RetractEntry(NUMBER, red, "about another tiltak")).thenRepeated(2,
                change(Attribute.STATUS, Status.RED, null));
    }

    @Test
    void repeated_request_is_recognised_when_its_entry_is_retracted() {
        given(registered(MARCH), sentWith(REQUEST, statusReported(OCTOBER, Status.RED)));
        andGiven(retracted(eventId(1)));
        sentWith(REQUEST);

        when(REPORT_RED).thenRepeated(1, change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void key_with_other_content_is_refused() {
        given(registered(MARCH), sentWith(REQUEST, statusReported(OCTOBER, Status.RED)));
        sentWith(OTHER_CONTENT);

        when(new ReportStatus(NUMBER, on(OCTOBER), Status.GREEN)).thenRefused(new IdempotencyKeyReused("key"));
    }

    @Test
    void other_key_with_the_same_content_is_another_request() {
        given(registered(MARCH), sentWith(REQUEST, statusReported(OCTOBER, Status.RED)));
        sentWith(OTHER_KEY);

        when(REPORT_RED).thenRecorded(statusReported(OCTOBER, Status.RED), 2);
    }

    @Test
    void events_without_a_key_are_no_repeated_requests() {
        given(registered(MARCH), statusReported(OCTOBER, Status.RED));
        sentWith(REQUEST);

        when(REPORT_RED).thenRecorded(statusReported(OCTOBER, Status.RED), 2);
    }

    @Test
    void command_at_the_version_that_the_sender_saw_is_accepted() {
        given(registered(MARCH), statusReported(JUNE, Status.RED));
        seenAt(1);

        when(REPORT_RED).thenRecorded(statusReported(OCTOBER, Status.RED), 2);
    }

    @Test
    void command_at_another_version_is_refused() {
        given(registered(MARCH), statusReported(JUNE, Status.RED));

        seenAt(0);
        when(REPORT_RED).thenRefused(new StaleVersion(NUMBER, 0, 1));
        seenAt(2);
        when(REPORT_RED).thenRefused(new StaleVersion(NUMBER, 2, 1));
    }

    @Test
    void unknown_tiltak_comes_before_everything() {
        conditions = new Conditions(REQUEST, STALE);

        assertThat(TiltakDecision.decide(TiltakHistory.EMPTY,
                new ReportStatus(NUMBER, in(UNKNOWN_ROUND, OCTOBER), Status.RED), circumstances()))
                .isEqualTo(new Decision.Refused<TiltakEvent>(new UnknownTiltak(NUMBER)));
    }

    @Test
    void unknown_round_comes_before_a_repeated_request() {
        given(registered(MARCH), sentWith(REQUEST, statusReported(OCTOBER, Status.RED)));
        sentWith(REQUEST, STALE);

        when(new ReportStatus(NUMBER, in(UNKNOWN_ROUND, OCTOBER), Status.RED))
                .thenRefused(new UnknownRound(UNKNOWN_ROUND));
    }

    @Test
    void unknown_entry_comes_before_a_repeated_request() {
        given(registered(MARCH), sentWith(REQUEST, statusReported(OCTOBER, Status.RED)));
        sentWith(REQUEST, STALE);

        when(new RetractEntry(NUMBER, "no-such-entry", null)).thenRefused(new UnknownEvent(NUMBER, "no-such-entry"));
    }

    @Test
    void repeated_request_comes_before_a_repeated_report_and_a_stale_version() {
        given(registered(MARCH), sentWith(REQUEST, reported(ROUND, OCTOBER, status(Status.RED))),
                statusReported(FEBRUARY, Status.GREEN));
        sentWith(REQUEST, STALE);

        when(report(ROUND, status(Status.RED))).thenRepeated(1, change(Attribute.STATUS, null, Status.RED));
    }

    @Test
    void reused_key_comes_before_a_repeated_report_and_a_stale_version() {
        given(registered(MARCH), sentWith(REQUEST, reported(ROUND, OCTOBER, status(Status.RED))));
        sentWith(OTHER_CONTENT, STALE);

        when(report(ROUND, status(Status.RED))).thenRefused(new IdempotencyKeyReused("key"));
    }

    @Test
    void repeated_report_comes_before_a_stale_version_and_a_published_round() {
        rounds.publish(ROUND);
        given(registered(MARCH), reported(ROUND, OCTOBER, status(Status.RED)));
        sentWith(REQUEST, STALE);

        when(report(ROUND, status(Status.RED))).thenRepeated(1);
    }

    @Test
    void repeated_registration_in_a_round_comes_before_a_taken_number() {
        given(registered(in(ROUND, OCTOBER), named(NAME)));
        sentWith(REQUEST, STALE);

        when(new RegisterTiltak(NUMBER, in(ROUND, OCTOBER), named(NAME), null, null)).thenRepeated(0);
    }

    @Test
    void stale_version_comes_before_an_unknown_organisation() {
        given(registered(MARCH));

        seenAt(STALE);
        when(new TransferTiltak(NUMBER, on(OCTOBER), new OrganisationReference("Ukjent AS")))
                .thenRefused(new StaleVersion(NUMBER, STALE, 0));
        seenAt(0);
        when(new TransferTiltak(NUMBER, on(OCTOBER), new OrganisationReference("Ukjent AS")))
                .thenRefused(new UnknownOrganisation("Ukjent AS"));
    }

    @Test
    void stale_version_comes_before_the_rules() {
        rounds.publish(ROUND);
        given(registered(MARCH));

        seenAt(STALE);
        when(REPORT_RED).thenRefused(new StaleVersion(NUMBER, STALE, 0));
        when(new ReportStatus(NUMBER, on(day("2019-01-01")), Status.RED))
                .thenRefused(new StaleVersion(NUMBER, STALE, 0));
        when(new RegisterTiltak(NUMBER, on(MARCH), named(NAME), null, null))
                .thenRefused(new StaleVersion(NUMBER, STALE, 0));
        seenAt(0);
        when(REPORT_RED).thenRefused(new RoundPublished(OCTOBER, List.of(ROUND)));
        when(new ReportStatus(NUMBER, on(day("2019-01-01")), Status.RED))
                .thenRefused(new BeforeRegistration(NUMBER, day("2019-01-01"), MARCH));
        when(new RegisterTiltak(NUMBER, on(MARCH), named(NAME), null, null))
                .thenRefused(new NumberTaken(NUMBER, MARCH));
    }
}
