package no.ehelse.portfolio.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.ehelse.portfolio.command.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The identity of a round: a year and a month. */
class RoundIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"2020-10", "2000-01", "2099-12"})
    void year_and_month_name_a_round(String value) {
        assertThat(new RoundId(value)).hasToString(value);
        assertThat(new RoundId(value).aggregateIdentifier()).isEqualTo("round:" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2020", "2020-1", "2020-00", "2020-13", "1999-12", "2100-01", "2020-10-09", " 2020-10",
            "2020-10\n", "20２0-10"})
    void anything_else_is_malformed(String value) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new RoundId(value))
                .returns("round", InvalidValue::field)
                .returns("malformed", InvalidValue::code);
    }

    @Test
    void rounds_are_ordered_in_time() {
        assertThat(new RoundId("2020-10")).isGreaterThan(new RoundId("2020-06")).isLessThan(new RoundId("2021-02"));
    }
}
