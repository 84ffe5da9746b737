package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import no.ehelse.portfolio.organisation.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Stated values: an immutable value with a JSON form that is stored. */
class FactsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Facts EVERYTHING = Facts.of(Attribute.budget(2021), null)
            .with(Attribute.budget(2020), new BigDecimal("32.5"))
            .with(Attribute.FOCUS_AREA, new FocusAreaCode("1.1"))
            .with(Attribute.ACTIVITY, Activity.ACTIVE)
            .with(Attribute.SEGMENT, Segment.OBSERVE)
            .with(Attribute.PHASE, Phase.EXECUTE)
            .with(Attribute.RISK, null)
            .with(Attribute.STATUS, Status.RED)
            .with(Attribute.ORGANISATION, new OrganisationId("ks"))
            .with(Attribute.NAME, "Felles legemiddelliste");

    @Test
    void json_form_is_texts_by_attribute_in_their_order() {
        String json = """
                {"name":"Felles legemiddelliste","organisation":"ks","status":"RED","risk":null,"phase":"EXECUTE",\
                "segment":"OBSERVE","activity":"ACTIVE","focusArea":"1.1","budgets.2020":"32.5","budgets.2021":null}""";

        assertThat(JSON.writeValueAsString(EVERYTHING)).isEqualTo(json);
        assertThat(JSON.readValue(json, Facts.class)).isEqualTo(EVERYTHING).hasSameHashCodeAs(EVERYTHING);
    }

    @Test
    void nothing_stated_is_an_empty_object() {
        assertThat(JSON.writeValueAsString(Facts.NONE)).isEqualTo("{}");
        assertThat(JSON.readValue("{}", Facts.class)).isEqualTo(Facts.NONE);
    }

    @Test
    void large_and_small_amounts_are_written_without_exponents() {
        Facts facts = Facts.of(Attribute.budget(2020), new BigDecimal("1E+3"))
                .with(Attribute.budget(2021), new BigDecimal("0.000001"));

        assertThat(JSON.writeValueAsString(facts))
                .isEqualTo("{\"budgets.2020\":\"1000\",\"budgets.2021\":\"0.000001\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Status", "budget", "budgets", "budgets.x", "budgets.1999", "comments", "number"})
    void unknown_attributes_are_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Attribute.named(name));
        assertThatThrownBy(() -> JSON.readValue("{\"" + name + "\":null}", Facts.class))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void not_stated_and_stated_as_not_reported_are_different() {
        Facts stated = Facts.of(Attribute.RISK, null);

        assertThat(stated.state(Attribute.RISK)).isTrue();
        assertThat(Facts.NONE.state(Attribute.RISK)).isFalse();
        assertThat(stated.get(Attribute.RISK)).isNull();
        assertThat(stated).isNotEqualTo(Facts.NONE);
        assertThat(stated.sameValuesAs(Facts.NONE)).isTrue();
    }

    @Test
    void values_are_compared_attribute_by_attribute() {
        Facts red = Facts.of(Attribute.STATUS, Status.RED);

        assertThat(red.sameValuesAs(red.with(Attribute.RISK, null))).isTrue();
        assertThat(red.with(Attribute.RISK, null).sameValuesAs(red)).isTrue();
        assertThat(red.sameValuesAs(red.with(Attribute.RISK, Risk.RED))).isFalse();
        assertThat(red.sameValuesAs(Facts.of(Attribute.STATUS, Status.GREEN))).isFalse();
        assertThat(Facts.of(Attribute.STATUS, Status.RED).sameValuesAs(Facts.of(Attribute.RISK, Risk.RED))).isFalse();
    }

    @Test
    void later_facts_overwrite_what_they_state_and_nothing_else() {
        Facts facts = Facts.of(Attribute.STATUS, Status.RED).with(Attribute.RISK, Risk.RED);
        Facts later = Facts.of(Attribute.RISK, null).with(Attribute.PHASE, Phase.IDEA);

        assertThat(facts.overwrittenBy(later)).isEqualTo(Facts.of(Attribute.STATUS, Status.RED)
                .with(Attribute.RISK, null)
                .with(Attribute.PHASE, Phase.IDEA));
        assertThat(facts.overwrittenBy(Facts.NONE)).isEqualTo(facts);
    }

    @Test
    void facts_never_change() {
        Facts red = Facts.of(Attribute.STATUS, Status.RED);
        Facts more = red.with(Attribute.RISK, Risk.RED);

        assertThat(red).isEqualTo(Facts.of(Attribute.STATUS, Status.RED));
        assertThat(more.without(Attribute.RISK)).isEqualTo(red);
        assertThat(more).hasToString("{status=RED, risk=RED}");
        assertThatThrownBy(() -> more.attributes().remove(Attribute.RISK))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void attributes_of_both_are_in_their_order() {
        assertThat(Facts.of(Attribute.RISK, null)
                .attributesOfBoth(Facts.of(Attribute.budget(2020), null).with(Attribute.NAME, "a")))
                .extracting(Attribute::name)
                .containsExactly("name", "risk", "budgets.2020");
    }

    @Test
    void attributes_are_the_same_by_their_name() {
        List<Attribute<?>> all = List.of(Attribute.NAME, Attribute.STATUS, Attribute.budget(2020));

        assertThat(all).allSatisfy(attribute -> assertThat(Attribute.named(attribute.name())).isEqualTo(attribute)
                .hasSameHashCodeAs(attribute));
        assertThat(Attribute.SCALARS.stream().filter(Attribute::isNeverNull))
                .containsExactly(Attribute.NAME, Attribute.ACTIVITY);
        assertThat(Attribute.budget(2020).year()).isEqualTo(2020);
    }
}
