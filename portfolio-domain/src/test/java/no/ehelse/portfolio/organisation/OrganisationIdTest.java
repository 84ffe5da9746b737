package no.ehelse.portfolio.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.ehelse.portfolio.command.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The identity of an organisation: a slug, given or made from its name. */
class OrganisationIdTest {

    @ParameterizedTest
    @CsvSource({"Helse Sør-Øst RHF, helse-sor-ost-rhf", "Direktoratet for e-helse, direktoratet-for-e-helse",
            "  KS  , ks", "Ærø & Åsane (AS), aero-asane-as", "BLÅBÆRSYLTETØY, blabaersyltetoy",
            "Folkehelseinstituttet/FHI, folkehelseinstituttet-fhi", "Café Zoë, cafe-zoe",
            "Helse 2020 --- Nord, helse-2020-nord",
            "'A\u030As', as"})
    void identity_is_made_from_the_name(String name, String id) {
        assertThat(OrganisationId.madeFrom(name)).isEqualTo(new OrganisationId(id));
    }

    @Test
    void identity_of_a_long_name_is_cut_without_a_hyphen_at_its_end() {
        assertThat(OrganisationId.madeFrom("a".repeat(99) + " b")).isEqualTo(new OrganisationId("a".repeat(99)));
        assertThat(OrganisationId.madeFrom("a".repeat(200))).isEqualTo(new OrganisationId("a".repeat(100)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "–", "  ", "東京"})
    void no_identity_is_made_from_a_name_without_letters_and_digits(String name) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> OrganisationId.madeFrom(name))
                .returns("id", InvalidValue::field)
                .returns("missing", InvalidValue::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ks", "helse-sor-ost-rhf", "2", "a-1-b"})
    void slugs_are_identities(String value) {
        assertThat(new OrganisationId(value)).hasToString(value);
        assertThat(new OrganisationId(value).aggregateIdentifier()).isEqualTo("organisation:" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "KS", "helse-sør", "a--b", "-a", "a-", "a b", "a\n"})
    void anything_else_is_malformed(String value) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new OrganisationId(value))
                .returns("id", InvalidValue::field)
                .returns("malformed", InvalidValue::code);
    }

    @Test
    void identity_has_at_most_a_hundred_characters() {
        assertThat(new OrganisationId("a".repeat(100)).value()).hasSize(100);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new OrganisationId("a".repeat(101)))
                .returns("malformed", InvalidValue::code);
    }
}
