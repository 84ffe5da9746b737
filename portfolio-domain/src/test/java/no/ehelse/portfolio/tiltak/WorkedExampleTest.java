package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakEvent.StatusReported;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakHistory.Entry;
import no.ehelse.portfolio.tiltak.TiltakHistory.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked example of the two times, which every layer has as a test. */
class WorkedExampleTest {

    private static final TiltakNumber NUMBER = new TiltakNumber(9001);
    private static final String NOW = "2022-06-15T00:00:00Z";

    private final Entry registered = entry(0, "2020-03-02T10:00:00Z", new TiltakRegistered(NUMBER,
            Occasion.on(LocalDate.parse("2020-03-01")), Facts.of(Attribute.NAME, "Oppdiktet tiltak")
                    .with(Attribute.STATUS, Status.YELLOW)
                    .with(Attribute.ACTIVITY, Activity.ACTIVE),
            null));
    private final Entry redInOctober = entry(1, "2020-10-09T09:00:00Z", reported("2020-10-09", Status.RED));
    private final Entry redInJuneReportedLate = entry(2, "2020-11-20T12:00:00Z", reported("2020-06-15", Status.RED));
    private final Entry octoberCorrected = entry(3, "2021-02-01T08:00:00Z", reported("2020-10-09", Status.YELLOW));
    private final Entry juneRetracted = entry(4, "2021-03-01T08:00:00Z",
            new EntryRetracted(NUMBER, redInJuneReportedLate.eventId(), "it was about another tiltak"));

    private final TiltakHistory history = TiltakHistory
            .of(List.of(registered, redInOctober, redInJuneReportedLate, octoberCorrected, juneRetracted));

    private static Entry entry(long sequence, String recordedAt, TiltakEvent event) {
        return new Entry("event-" + sequence, sequence, Instant.parse(recordedAt), null, event);
    }

    private static TiltakEvent reported(String effectiveFrom, Status status) {
        return new StatusReported(NUMBER, Occasion.on(LocalDate.parse(effectiveFrom)), status);
    }

    @ParameterizedTest
    @CsvSource({"2020-07-01, 2020-10-31T23:59:59.999Z, YELLOW", "2020-07-01, 2020-12-31T23:59:59.999Z, RED",
            "2020-10-09, 2020-12-31T23:59:59.999Z, RED", "2020-10-09, " + NOW + ", YELLOW",
            "2020-07-01, " + NOW + ", YELLOW"})
    void status_of_a_day_depends_on_when_it_is_asked_as_known(LocalDate validOn, Instant knownAt, Status status) {
        TiltakState state = history.knownAt(knownAt).on(validOn);

        assertThat(state.inPortfolio()).isTrue();
        assertThat(state.facts().get(Attribute.STATUS)).isEqualTo(status);
    }

    @Test
    void tiltak_is_not_in_the_portfolio_before_its_registration_takes_effect() {
        assertThat(history.knownAt(Instant.parse(NOW)).on(LocalDate.parse("2020-02-29")))
                .isEqualTo(TiltakState.NOTHING);
    }

    @Test
    void nothing_is_known_before_the_registration_was_recorded() {
        assertThat(history.knownAt(Instant.parse("2020-03-02T09:59:59.999Z")).on(LocalDate.parse("2020-07-01")))
                .isEqualTo(TiltakState.NOTHING);
    }

    @Test
    void what_was_recorded_at_the_very_instant_is_known() {
        TiltakHistory known = history.knownAt(redInJuneReportedLate.recordedAt());

        assertThat(known.entries()).containsExactly(registered, redInOctober, redInJuneReportedLate);
        assertThat(known.on(LocalDate.parse("2020-07-01")).facts().get(Attribute.STATUS)).isEqualTo(Status.RED);
    }

    @Test
    void periods_are_those_of_the_rule_at_every_knowledge_point() {
        assertThat(statuses(history.knownAt(redInOctober.recordedAt())))
                .containsExactly("2020-03-01 YELLOW", "2020-10-09 RED");
        assertThat(statuses(history.knownAt(redInJuneReportedLate.recordedAt())))
                .containsExactly("2020-03-01 YELLOW", "2020-06-15 RED");
        assertThat(statuses(history.knownAt(octoberCorrected.recordedAt())))
                .containsExactly("2020-03-01 YELLOW", "2020-06-15 RED", "2020-10-09 YELLOW");
        assertThat(statuses(history)).containsExactly("2020-03-01 YELLOW");
    }

    private static List<String> statuses(TiltakHistory known) {
        return known.periods().stream().map(WorkedExampleTest::line).toList();
    }

    private static String line(Period period) {
        return period.from() + " " + period.state().facts().get(Attribute.STATUS);
    }

    @Test
    void every_entry_says_what_it_did_when_it_was_recorded() {
        assertThat(history.effectOf(redInOctober)).isEqualTo(effect(Status.YELLOW, Status.RED));
        assertThat(history.effectOf(redInJuneReportedLate)).isEqualTo(effect(Status.YELLOW, Status.RED));
        assertThat(history.effectOf(octoberCorrected)).isEqualTo(effect(Status.RED, Status.YELLOW));
        assertThat(history.effectOf(juneRetracted)).isEqualTo(effect(Status.RED, Status.YELLOW));
        assertThat(history.effectOfLast()).isEqualTo(effect(Status.RED, Status.YELLOW));
    }

    private static Effect effect(Status before, Status after) {
        return new Effect(List.of(TiltakFixture.change(Attribute.STATUS, before, after)), List.of());
    }

    @Test
    void retracted_entry_and_its_retraction_name_one_another() {
        assertThat(history.isRetracted(redInJuneReportedLate)).isTrue();
        assertThat(history.retractionOf(redInJuneReportedLate)).isEqualTo(juneRetracted);
        assertThat(history.isRetracted(redInOctober)).isFalse();
        assertThat(history.before(juneRetracted).isRetracted(redInJuneReportedLate)).isFalse();
    }
}
