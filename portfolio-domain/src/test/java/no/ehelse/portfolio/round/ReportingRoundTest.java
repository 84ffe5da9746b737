package no.ehelse.portfolio.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.Role;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.command.CommandFixture;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.Decision;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.round.RoundCommand.CloseRound;
import no.ehelse.portfolio.round.RoundCommand.OpenRound;
import no.ehelse.portfolio.round.RoundCommand.PublishRound;
import no.ehelse.portfolio.round.RoundCommand.RecordPrintedFigure;
import no.ehelse.portfolio.round.RoundEvent.PrintedFigureRecorded;
import no.ehelse.portfolio.round.RoundEvent.RoundClosed;
import no.ehelse.portfolio.round.RoundEvent.RoundOpened;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import no.ehelse.portfolio.round.RoundRejection.IdempotencyKeyReused;
import no.ehelse.portfolio.round.RoundRejection.ReasonRequired;
import no.ehelse.portfolio.round.RoundRejection.RoundExists;
import no.ehelse.portfolio.round.RoundRejection.RoundNotClosed;
import no.ehelse.portfolio.round.RoundRejection.RoundNotOpen;
import no.ehelse.portfolio.round.RoundRejection.StaleVersion;
import no.ehelse.portfolio.round.RoundRejection.UnknownRound;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a reporting round: opened, closed, published in editions. */
class ReportingRoundTest extends CommandFixture<ReportingRound> {

    private static final RoundId ROUND = new RoundId("2020-10");
    private static final LocalDate CUT_OFF = LocalDate.parse("2020-10-09");
    private static final RequestKey REQUEST = new RequestKey("key", "digest");
    private static final Witnesses WITNESSES = (round, cutOff, edition) -> new Witness(
            "report of " + round + "/" + edition, "log at " + cutOff);

    private static final RoundOpened OPENED = new RoundOpened(ROUND, "Oktober 2020", CUT_OFF, true);
    private static final RoundClosed CLOSED = new RoundClosed(ROUND);
    private static final RoundPublished PUBLISHED = new RoundPublished(ROUND, 1, null, witness(1));
    private static final RoundPublished PUBLISHED_AGAIN = new RoundPublished(ROUND, 2, "rettet budsjett", witness(2));

    private static final FigureName ACTIVE = new FigureName("active");
    private static final PrintedFigureRecorded PRINTED = new PrintedFigureRecorded(ROUND, ACTIVE, "51", "Kap. 1", null);

    private static final RecordPrintedFigure PRINT = new RecordPrintedFigure(ROUND, ACTIVE, "51", "Kap. 1", null);
    private static final OpenRound OPEN = new OpenRound(ROUND, "Oktober 2020", CUT_OFF, true);
    private static final CloseRound CLOSE = new CloseRound(ROUND);
    private static final PublishRound PUBLISH = new PublishRound(ROUND, null);

    ReportingRoundTest() {
        super(ReportingRound.class);
        provide(Actor.class, () -> actor);
        provide(Conditions.class, () -> conditions);
        provide(Witnesses.class, () -> WITNESSES);
    }

    private static Witness witness(int edition) {
        return WITNESSES.of(ROUND, CUT_OFF, edition);
    }

    @Test
    void round_is_opened() {
        when(new OpenRound(ROUND, " Oktober 2020 ", CUT_OFF, true)).thenRecorded(OPENED, 0,
                new Change("state", null, "OPEN"));
    }

    @Test
    void round_is_opened_of_which_not_everything_is_loaded() {
        when(new OpenRound(ROUND, "Oktober 2020", CUT_OFF, false)).thenRecorded(
                new RoundOpened(ROUND, "Oktober 2020", CUT_OFF, false), 0, new Change("state", null, "OPEN"));
    }

    @Test
    void round_that_exists_is_not_opened_again() {
        given(OPENED);
        when(OPEN).thenRefused(new RoundExists(ROUND));

        given(OPENED, CLOSED, PUBLISHED);
        when(OPEN).thenRefused(new RoundExists(ROUND));
    }

    @Test
    void open_round_is_closed() {
        given(OPENED);

        when(CLOSE).thenRecorded(CLOSED, 1, new Change("state", "OPEN", "CLOSED"));
    }

    @Test
    void only_an_open_round_is_closed() {
        given(OPENED, CLOSED);
        when(CLOSE).thenRefused(new RoundNotOpen(ROUND, RoundState.CLOSED));

        given(OPENED, CLOSED, PUBLISHED);
        when(CLOSE).thenRefused(new RoundNotOpen(ROUND, RoundState.PUBLISHED));
    }

    @Test
    void closed_round_is_published() {
        given(OPENED, CLOSED);

        when(PUBLISH).thenRecorded(PUBLISHED, 2, new Change("edition", null, "1"));
    }

    @Test
    void first_edition_may_carry_a_comment() {
        given(OPENED, CLOSED);

        when(new PublishRound(ROUND, " vedtatt i NUFA ")).thenRecorded(new RoundPublished(ROUND, 1, "vedtatt i NUFA",
                witness(1)), 2, new Change("edition", null, "1"));
    }

    @Test
    void open_round_is_not_published() {
        given(OPENED);

        when(PUBLISH).thenRefused(new RoundNotClosed(ROUND));
    }

    @Test
    void published_round_is_published_again_with_a_comment() {
        given(OPENED, CLOSED, PUBLISHED);

        when(new PublishRound(ROUND, "rettet budsjett")).thenRecorded(PUBLISHED_AGAIN, 3,
                new Change("edition", "1", "2"));
    }

    @Test
    void every_later_edition_counts_on() {
        given(OPENED, CLOSED, PUBLISHED, PUBLISHED_AGAIN);

        when(new PublishRound(ROUND, "rettet status")).thenRecorded(new RoundPublished(ROUND, 3, "rettet status",
                witness(3)), 4,
                new Change("edition", "2", "3"));
    }

    @Test
    void later_edition_needs_a_comment() {
        given(OPENED, CLOSED, PUBLISHED);

        when(PUBLISH).thenRefused(new ReasonRequired(ROUND));
        when(new PublishRound(ROUND, "  ")).thenRefused(new ReasonRequired(ROUND));
    }

    @Test
    void unknown_round_is_neither_closed_nor_published() {
        when(CLOSE).thenFailed(AggregateNotFoundException.class);
        when(PUBLISH).thenFailed(AggregateNotFoundException.class);
    }

    @Test
    void a_round_is_led_by_the_office_alone_and_nobody_else_learns_whether_it_exists() {
        actor = new Actor("r", Set.of(Role.REPORTER, Role.AUDITOR, Role.OPERATOR), "direktoratet");

        for (RoundCommand command : List.of(OPEN, CLOSE, PUBLISH, PRINT)) {
            assertThat(RoundDecision.decide(RoundHistory.EMPTY, command, actor, Conditions.NONE, WITNESSES))
                    .isEqualTo(new Decision.Refused<RoundEvent>(new AccessRejection.OfficeOnly()));
        }
        when(OPEN).thenRefused(new AccessRejection.OfficeOnly());
    }

    @Test
    void unknown_round_comes_before_everything_else() {
        Conditions conditionsOfTheSender = new Conditions(REQUEST, 7L);

        assertThat(RoundDecision.decide(RoundHistory.EMPTY, CLOSE, OFFICE, conditionsOfTheSender, WITNESSES))
                .isEqualTo(new Decision.Refused<RoundEvent>(new UnknownRound(ROUND)));
        assertThat(RoundDecision.decide(RoundHistory.EMPTY, PUBLISH, OFFICE, conditionsOfTheSender, WITNESSES))
                .isEqualTo(new Decision.Refused<RoundEvent>(new UnknownRound(ROUND)));
    }

    @Test
    void repeated_opening_gets_the_first_answer() {
        given(sentWith(REQUEST, OPENED), CLOSED);
        conditions = new Conditions(REQUEST, null);

        when(OPEN).thenRepeated(0, new Change("state", null, "OPEN"));
    }

    @Test
    void repeated_closing_gets_the_first_answer_whatever_happened_since() {
        given(OPENED, sentWith(REQUEST, CLOSED), PUBLISHED);
        conditions = new Conditions(REQUEST, null);

        when(CLOSE).thenRepeated(1, new Change("state", "OPEN", "CLOSED"));
    }

    @Test
    void repeated_publication_is_not_another_edition() {
        given(OPENED, CLOSED, sentWith(REQUEST, PUBLISHED), PUBLISHED_AGAIN);
        conditions = new Conditions(REQUEST, null);

        when(PUBLISH).thenRepeated(2, new Change("edition", null, "1"));
    }

    @Test
    void repeated_request_comes_before_a_stale_version() {
        given(OPENED, sentWith(REQUEST, CLOSED), PUBLISHED);
        conditions = new Conditions(REQUEST, 0L);

        when(CLOSE).thenRepeated(1, new Change("state", "OPEN", "CLOSED"));
    }

    @Test
    void key_with_other_content_is_refused() {
        given(OPENED, sentWith(REQUEST, CLOSED));
        conditions = new Conditions(new RequestKey("key", "other digest"), 0L);

        when(PUBLISH).thenRefused(new IdempotencyKeyReused("key"));
    }

    @Test
    void other_key_is_another_request() {
        given(OPENED, sentWith(REQUEST, CLOSED));
        conditions = new Conditions(new RequestKey("other key", "digest"), null);

        when(CLOSE).thenRefused(new RoundNotOpen(ROUND, RoundState.CLOSED));
    }

    @Test
    void command_at_the_version_that_the_sender_saw_is_accepted() {
        given(OPENED);
        conditions = new Conditions(null, 0L);

        when(CLOSE).thenRecorded(CLOSED, 1, new Change("state", "OPEN", "CLOSED"));
    }

    @Test
    void stale_version_comes_before_the_rules() {
        given(OPENED, CLOSED);
        conditions = new Conditions(null, 0L);

        when(CLOSE).thenRefused(new StaleVersion(ROUND, 0, 1));
        when(PUBLISH).thenRefused(new StaleVersion(ROUND, 0, 1));
        when(OPEN).thenRefused(new StaleVersion(ROUND, 0, 1));
    }

    @Test
    void figure_is_recorded_as_it_was_printed() {
        given(OPENED);

        when(new RecordPrintedFigure(ROUND, ACTIVE, " 51 ", " Kap. 1 ", " Hovedtall ")).thenRecorded(
                new PrintedFigureRecorded(ROUND, ACTIVE, "51", "Kap. 1", "Hovedtall"), 1,
                new Change("printed.active", null, "51"));
    }

    @Test
    void figure_is_recorded_whatever_the_state_of_the_round_and_leaves_it_as_it_is() {
        given(OPENED, CLOSED);
        when(PRINT).thenRecorded(PRINTED, 2, new Change("printed.active", null, "51"));

        given(OPENED, CLOSED, PUBLISHED);
        when(PRINT).thenRecorded(PRINTED, 3, new Change("printed.active", null, "51"));

        given(OPENED, PRINTED);
        when(PUBLISH).thenRefused(new RoundNotClosed(ROUND));

        given(OPENED, PRINTED);
        when(CLOSE).thenRecorded(CLOSED, 2, new Change("state", "OPEN", "CLOSED"));
    }

    @Test
    void figure_of_the_same_name_stands_in_the_place_of_the_one_before() {
        given(OPENED, PRINTED, new PrintedFigureRecorded(ROUND, new FigureName("active#kap-3"), "50", "Kap. 3", null));

        when(new RecordPrintedFigure(ROUND, ACTIVE, "52", "Kap. 1", null)).thenRecorded(
                new PrintedFigureRecorded(ROUND, ACTIVE, "52", "Kap. 1", null), 3,
                new Change("printed.active", "51", "52"));
    }

    @Test
    void figure_that_is_recorded_again_is_information_and_changes_nothing() {
        given(OPENED, PRINTED);

        when(PRINT).thenRecorded(PRINTED, 2);
    }

    @Test
    void repeated_request_records_no_figure_twice() {
        given(OPENED, sentWith(REQUEST, PRINTED), CLOSED);
        conditions = new Conditions(REQUEST, 0L);

        when(PRINT).thenRepeated(1, new Change("printed.active", null, "51"));
    }

    @Test
    void figure_is_refused_of_an_unknown_round_at_a_stale_version_and_under_a_used_key() {
        when(PRINT).thenFailed(AggregateNotFoundException.class);
        assertThat(RoundDecision.decide(RoundHistory.EMPTY, PRINT, OFFICE, Conditions.NONE, WITNESSES))
                .isEqualTo(new Decision.Refused<RoundEvent>(new UnknownRound(ROUND)));

        given(OPENED, CLOSED);
        conditions = new Conditions(null, 0L);
        when(PRINT).thenRefused(new StaleVersion(ROUND, 0, 1));

        given(OPENED, sentWith(REQUEST, CLOSED));
        conditions = new Conditions(new RequestKey("key", "other digest"), null);
        when(PRINT).thenRefused(new IdempotencyKeyReused("key"));
    }

    @ParameterizedTest
    @CsvSource({"value, blank, ' ', Kap. 1", "source, blank, 51, ' '"})
    void printed_figure_has_a_value_and_a_source(String field, String code, String value, String source) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new RecordPrintedFigure(ROUND, ACTIVE, value, source, null))
                .returns(field, InvalidValue::field)
                .returns(code, InvalidValue::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " active", "active#", "active#Kap 3", "aktør", ".active", "a#b#c"})
    void name_of_a_figure_is_one_word(String name) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new FigureName(name))
                .returns("name", InvalidValue::field)
                .returns("malformed", InvalidValue::code);
    }

    @Test
    void name_of_a_figure_says_where_it_is_printed_behind_a_number_sign() {
        assertThat(new FigureName("budget.2021.amount#kap-3").figure()).isEqualTo("budget.2021.amount");
        assertThat(ACTIVE.figure()).isEqualTo("active");
    }

    @Test
    void name_of_a_round_is_not_blank() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new OpenRound(ROUND, " ", CUT_OFF, true))
                .returns("name", InvalidValue::field)
                .returns("blank", InvalidValue::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2101-01-01"})
    void cut_off_is_in_this_century(LocalDate cutOff) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new OpenRound(ROUND, "Runde", cutOff, true))
                .returns("cutOff", InvalidValue::field)
                .returns("out-of-range", InvalidValue::code);
    }
}
