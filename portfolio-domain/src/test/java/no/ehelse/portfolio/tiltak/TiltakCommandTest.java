package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.TiltakCommand.RegisterTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RemoveTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.RenameTiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand.ReportBudget;
import no.ehelse.portfolio.tiltak.TiltakCommand.SubmitReport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that can never be valid do not become a command. */
class TiltakCommandTest {

    private static final TiltakNumber NUMBER = new TiltakNumber(9001);
    private static final Occasion OCTOBER = Occasion.on(LocalDate.parse("2020-10-09"));
    private static final Facts NAMED = Facts.of(Attribute.NAME, "Felles legemiddelliste");

    private static void invalid(String field, String code, ThrowingCallable creation) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(creation)
                .returns(field, InvalidValue::field)
                .returns(code, InvalidValue::code)
                .withMessageContaining(field.equals("successors") ? "succeed" : field);
    }

    private static RegisterTiltak register(Facts facts, @Nullable LocalDate earliest) {
        return new RegisterTiltak(NUMBER, OCTOBER, facts, null, earliest);
    }

    private static SubmitReport report(@Nullable LocalDate effectiveFrom, Facts facts) {
        return new SubmitReport(NUMBER, new RoundId("2020-10"), effectiveFrom, null, false, facts, null,
                Comments.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void portfolio_number_is_an_integer_from_one(int value) {
        invalid("number", "out-of-range", () -> new TiltakNumber(value));
    }

    @Test
    void portfolio_number_names_its_aggregate() {
        assertThat(new TiltakNumber(125).aggregateIdentifier()).isEqualTo("tiltak:125");
        assertThat(new TiltakNumber(125)).hasToString("125").isGreaterThan(new TiltakNumber(9));
        assertThat(new RenameTiltak(NUMBER, OCTOBER, "Nytt").aggregateIdentifier()).isEqualTo("tiltak:9001");
    }

    @Test
    void name_is_required_visible_and_never_null() {
        invalid("name", "missing", () -> register(Facts.of(Attribute.STATUS, Status.RED), null));
        invalid("name", "null", () -> register(Facts.of(Attribute.NAME, null), null));
        invalid("name", "blank", () -> register(Facts.of(Attribute.NAME, " "), null));
        invalid("name", "blank", () -> new RenameTiltak(NUMBER, OCTOBER, "\t"));
        invalid("name", "null", () -> report(null, Facts.of(Attribute.NAME, null)));
        invalid("name", "too-long", () -> report(null, Facts.of(Attribute.NAME, "a".repeat(301))));
    }

    @Test
    void name_is_recorded_without_surrounding_space() {
        assertThat(report(null, Facts.of(Attribute.NAME, " Nytt ")).facts())
                .isEqualTo(Facts.of(Attribute.NAME, "Nytt"));
    }

    @Test
    void activity_is_never_null_and_active_unless_stated() {
        invalid("activity", "null", () -> register(NAMED.with(Attribute.ACTIVITY, null), null));
        invalid("activity", "null", () -> report(null, Facts.of(Attribute.ACTIVITY, null)));
        assertThat(register(NAMED, null).facts()).isEqualTo(NAMED.with(Attribute.ACTIVITY, Activity.ACTIVE));
        assertThat(report(null, Facts.NONE).facts()).isEqualTo(Facts.NONE);
    }

    @Test
    void budget_is_checked_wherever_it_is_stated() {
        Facts negative = NAMED.with(Attribute.budget(2021), new BigDecimal("-1"));

        invalid("budgets.2021", "negative", () -> register(negative, null));
        invalid("budgets.2021", "negative", () -> report(null, negative));
        invalid("amount", "negative", () -> new ReportBudget(NUMBER, OCTOBER, 2021, new BigDecimal("-1")));
        invalid("year", "out-of-range", () -> new ReportBudget(NUMBER, OCTOBER, 1999, null));
        invalid("year", "out-of-range", () -> new ReportBudget(NUMBER, OCTOBER, 2101, null));
    }

    @Test
    void earliest_day_is_not_after_the_effective_one() {
        invalid("earliest", "out-of-range", () -> register(NAMED, LocalDate.parse("2020-10-10")));
        invalid("earliest", "out-of-range", () -> new RemoveTiltak(NUMBER, OCTOBER, RemovalReason.ENDED, null,
                List.of(), LocalDate.parse("2020-10-10")));
        assertThat(register(NAMED, LocalDate.parse("2020-10-09")).earliest()).isEqualTo("2020-10-09");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2201-01-01", "+999999999-12-31"})
    void days_are_within_reason(LocalDate day) {
        invalid("effectiveFrom", "out-of-range", () -> Occasion.on(day));
        invalid("effectiveFrom", "out-of-range", () -> report(day, Facts.NONE));
    }

    @Test
    void earliest_day_is_within_reason() {
        invalid("earliest", "out-of-range", () -> register(NAMED, LocalDate.parse("1899-12-31")));
    }

    @Test
    void tiltak_never_succeeds_itself() {
        invalid("successors", "itself", () -> new RemoveTiltak(NUMBER, OCTOBER, RemovalReason.CONTINUED_IN, null,
                List.of(new TiltakNumber(9002), NUMBER), null));
    }

    @Test
    void blank_comments_are_none() {
        assertThat(new Occasion(OCTOBER.effectiveFrom(), " ", null, false)).isEqualTo(OCTOBER);
        assertThat(new Comments(" ", "\n")).isEqualTo(Comments.NONE);
        assertThat(new OrganisationReference(" \u00a0")).isEqualTo(new OrganisationReference(null));
    }

    @Test
    void comments_are_named_by_their_members() {
        invalid("comments.status", "too-long", () -> new Comments("a".repeat(4001), null));
        invalid("comments.risk", "too-long", () -> new Comments(null, "a".repeat(4001)));
        invalid("organisation", "too-long", () -> new OrganisationReference("a".repeat(301)));
    }
}
