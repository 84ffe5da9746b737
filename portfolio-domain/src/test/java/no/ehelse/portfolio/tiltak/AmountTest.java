package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import no.ehelse.portfolio.command.InvalidValue;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money in million kroner: decimal, never negative, one form per value. */
class AmountTest {

    @ParameterizedTest
    @CsvSource({"32, 32", "32.0, 32", "32.50, 32.5", "1e3, 1000", "1E+8, 100000000", "0, 0", "0.000, 0", "0e9, 0",
            "-0, 0", "0.000001, 0.000001", "0.0000010, 0.000001", "999999999.999999, 999999999.999999"})
    void equal_amounts_have_one_form(BigDecimal amount, String form) {
        BigDecimal checked = Amount.checked("amount", amount);

        assertThat(checked).isEqualTo(new BigDecimal(form)).hasToString(form);
        assertThat(Attribute.budget(2020).write(checked)).isEqualTo(form);
    }

    @Test
    void not_reported_stays_not_reported() {
        assertThat(Amount.checked("amount", null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"-1, negative", "-0.000001, negative", "1000000000, out-of-range", "1e9, out-of-range",
            "1e999999999, out-of-range", "0.0000001, too-fine", "12.3456789, too-fine"})
    void other_amounts_are_invalid(BigDecimal amount, String code) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2),
                () -> assertThatExceptionOfType(InvalidValue.class)
                        .isThrownBy(() -> Amount.checked("budgets.2020", amount))
                        .returns("budgets.2020", InvalidValue::field)
                        .returns(code, InvalidValue::code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1999, 2101, 0, -1})
    void budget_year_is_in_this_century(int year) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Attribute.budget(year))
                .returns("year", InvalidValue::field)
                .returns("out-of-range", InvalidValue::code);
    }
}
