package no.ehelse.portfolio.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.ehelse.portfolio.discovery.WithoutStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithoutStore
class LogNameTest {

    private static final String LONGEST = "a".repeat(60);

    @ParameterizedTest
    @ValueSource(strings = {"Nord", "nørd", "nord/sør", "nord sor", "nord_sor"})
    void a_name_of_other_characters_is_refused_and_repeated(String name) {
        assertRefused(name);
    }

    @Test
    void a_name_that_is_too_long_is_refused() {
        assertRefused(LONGEST + "a");
    }

    @Test
    void it_stands_before_identifiers_and_tells_those_of_others() {
        LogName log = new LogName(LONGEST);

        assertThat(log.there("tiltak:7")).isEqualTo(LONGEST + "/tiltak:7");
        assertThat(log.ownAggregate(LONGEST + "/tiltak:7")).isEqualTo("tiltak:7");
        assertThat(log.ownAggregate(LONGEST + "/order:7")).isNull();
        assertThat(log.ownAggregate("tiltak:7")).isNull();
    }

    @Test
    void without_one_identifiers_stand_as_they_are() {
        LogName log = new LogName("");

        assertThat(log.there("tiltak:7")).isEqualTo("tiltak:7");
        assertThat(log.ownAggregate("tiltak:7")).isEqualTo("tiltak:7");
        assertThat(log.ownAggregate("nord/tiltak:7")).isNull();
    }

    private static void assertRefused(String name) {
        assertThatThrownBy(() -> new LogName(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "portfolio.store.log-name has up to 60 small letters, digits and hyphens, and not: " + name);
    }
}
