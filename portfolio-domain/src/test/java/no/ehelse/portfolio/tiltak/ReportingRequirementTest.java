package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.ehelse.portfolio.command.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of whom, and since when. */
class ReportingRequirementTest {

    private static final LocalDate BEFORE = LocalDate.parse("2021-12-31");
    private static final LocalDate SINCE = LocalDate.parse("2022-01-01");
    private static final Attribute<BigDecimal> BUDGET = Attribute.budget(2021);

    private static Facts in(Segment segment) {
        return Facts.of(Attribute.SEGMENT, segment);
    }

    private static TiltakState state(Facts facts) {
        return new TiltakState(new Presence.Present(null), facts, Comments.NONE, Set.of());
    }

    @ParameterizedTest
    @CsvSource({"GOVERN_JOINTLY, true, true", "COORDINATE, true, false", "OBSERVE, false, false"})
    void risk_is_not_asked_of_observed_tiltak_and_budget_only_of_jointly_governed_ones(Segment segment, boolean risk,
            boolean budget) {
        assertThat(ReportingRequirement.isAsked(Attribute.RISK, SINCE, in(segment))).isEqualTo(risk);
        assertThat(ReportingRequirement.isAsked(BUDGET, SINCE, in(segment))).isEqualTo(budget);
        assertThat(ReportingRequirement.isAsked(Attribute.STATUS, SINCE, in(segment))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GOVERN_JOINTLY", "COORDINATE", "OBSERVE"})
    void everything_was_asked_of_everybody_before_the_rule(Segment segment) {
        assertThat(ReportingRequirement.isAsked(Attribute.RISK, BEFORE, in(segment))).isTrue();
        assertThat(ReportingRequirement.isAsked(BUDGET, BEFORE, in(segment))).isTrue();
        assertThat(ReportingRequirement.notAsked(BEFORE, in(segment))).isEmpty();
    }

    @Test
    void tiltak_in_an_unknown_segment_is_asked_for_risk_but_not_for_budget() {
        assertThat(ReportingRequirement.isAsked(Attribute.RISK, SINCE, Facts.NONE)).isTrue();
        assertThat(ReportingRequirement.isAsked(BUDGET, SINCE, Facts.NONE)).isFalse();
    }

    @Test
    void not_asked_are_the_empty_values_only() {
        Facts reported = in(Segment.OBSERVE).with(Attribute.RISK, Risk.RED)
                .with(BUDGET, BigDecimal.ONE)
                .with(Attribute.budget(2022), null);

        assertThat(ReportingRequirement.notAsked(SINCE, reported)).containsExactly("budgets.2022");
        assertThat(ReportingRequirement.notAsked(SINCE, in(Segment.OBSERVE).with(Attribute.RISK, null)))
                .containsExactly("risk", "budgets");
        assertThat(ReportingRequirement.notAsked(SINCE, in(Segment.COORDINATE))).containsExactly("budgets");
        assertThat(ReportingRequirement.notAsked(SINCE, in(Segment.GOVERN_JOINTLY))).isEmpty();
    }

    @Test
    void disappearance_of_what_is_not_asked_is_no_change() {
        Facts before = in(Segment.OBSERVE).with(Attribute.RISK, Risk.RED).with(BUDGET, BigDecimal.ONE);
        Facts after = in(Segment.OBSERVE).with(Attribute.RISK, null).with(BUDGET, null);

        assertThat(state(after).changesSince(state(before), SINCE)).isEmpty();
        assertThat(state(after).changesSince(state(before), BEFORE)).isEqualTo(
                List.of(new Change("risk", "RED", null), new Change("budgets.2021", "1", null)));
    }

    @Test
    void appearance_of_what_is_not_asked_is_a_change() {
        Facts before = in(Segment.OBSERVE).with(Attribute.RISK, null);
        Facts after = in(Segment.OBSERVE).with(Attribute.RISK, Risk.RED);

        assertThat(state(after).changesSince(state(before), SINCE)).isEqualTo(
                List.of(new Change("risk", null, "RED")));
    }

    @Test
    void segment_after_the_change_decides_what_is_asked() {
        Facts before = in(Segment.COORDINATE).with(Attribute.RISK, Risk.RED);
        Facts after = in(Segment.OBSERVE).with(Attribute.RISK, null);

        assertThat(state(after).changesSince(state(before), SINCE)).isEqualTo(
                List.of(new Change("segment", "COORDINATE", "OBSERVE")));
        assertThat(state(in(Segment.COORDINATE).with(Attribute.RISK, null))
                .changesSince(state(in(Segment.OBSERVE).with(Attribute.RISK, Risk.RED)), SINCE)).isEqualTo(
                        List.of(new Change("risk", "RED", null), new Change("segment", "OBSERVE", "COORDINATE")));
    }
}
