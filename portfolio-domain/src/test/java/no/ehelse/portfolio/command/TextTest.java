package no.ehelse.portfolio.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name and a comment must be to be recorded. */
class TextTest {

    @Test
    void surrounding_space_is_not_part_of_a_text() {
        assertThat(Text.name("name", " \t Én innbygger – én journal\n ")).isEqualTo("Én innbygger – én journal");
        assertThat(Text.comment("comment", "\u00a0forsinket \u2003")).isEqualTo("forsinket");
    }

    @Test
    void lines_and_tabs_are_part_of_a_comment() {
        assertThat(Text.comment("comment", "først\r\n\tså")).isEqualTo("først\r\n\tså");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u2003", "\u200b", "\ufeff", " \u00a0\u200b "})
    void text_that_shows_nothing_is_blank(String text) {
        assertThat(Text.comment("comment", text)).isNull();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Text.name("name", text))
                .returns("name", InvalidValue::field)
                .returns("blank", InvalidValue::code);
    }

    @Test
    void no_comment_stays_none() {
        assertThat(Text.comment("comment", null)).isNull();
    }

    @Test
    void length_is_counted_in_characters_as_people_see_them() {
        assertThat(Text.name("name", "😀".repeat(Text.NAME))).hasSize(2 * Text.NAME);
        assertThat(Text.comment("comment", " " + "å".repeat(Text.COMMENT) + " ")).hasSize(Text.COMMENT);
    }

    @Test
    void longer_texts_are_invalid() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Text.name("name", "a".repeat(Text.NAME + 1)))
                .returns("too-long", InvalidValue::code);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Text.comment("comment", "a".repeat(Text.COMMENT + 1)))
                .returns("comment", InvalidValue::field)
                .returns("too-long", InvalidValue::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u007fb", "a\u0085b", "a\ud800b", "a\udc00b"})
    void control_characters_and_broken_characters_are_invalid(String text) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Text.name("name", text))
                .returns("control-character", InvalidValue::code);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Text.comment("comment", text))
                .returns("control-character", InvalidValue::code);
    }
}
