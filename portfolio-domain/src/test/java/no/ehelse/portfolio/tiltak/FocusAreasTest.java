package no.ehelse.portfolio.tiltak;

import static org.assertj.core.api.Assertions.assertThat;

import no.ehelse.portfolio.tiltak.FocusAreas.FocusArea;
import no.ehelse.portfolio.tiltak.FocusAreas.FocusAreaGroup;
import org.junit.jupiter.api.Test;

/** The code list of focus areas. */
class FocusAreasTest {

    @Test
    void focus_areas_have_distinct_codes_in_order_and_titles_in_both_languages() {
        assertThat(FocusAreas.ALL).extracting(area -> area.code().value())
                .doesNotHaveDuplicates()
                .isSorted()
                .startsWith("1.1")
                .endsWith("6.3");
        assertThat(FocusAreas.ALL).allSatisfy(area -> {
            assertThat(area.nb()).isNotBlank();
            assertThat(area.en()).isNotBlank();
        });
    }

    @Test
    void every_focus_area_belongs_to_an_upper_area_and_every_upper_area_has_some() {
        assertThat(FocusAreas.GROUPS).extracting(FocusAreaGroup::code).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(FocusAreas.ALL).extracting(FocusArea::group)
                .hasSameElementsAs(FocusAreas.GROUPS.stream().map(FocusAreaGroup::code).toList());
    }

    @Test
    void focus_area_is_found_by_its_code() {
        assertThat(FocusAreas.find(new FocusAreaCode("2.2"))).contains(new FocusArea(new FocusAreaCode("2.2"),
                "Dele oppdaterte legemiddelopplysninger", "Share up-to-date medication information", "2"));
        assertThat(FocusAreas.find(new FocusAreaCode("2"))).isEmpty();
        assertThat(FocusAreas.find(new FocusAreaCode("2.20"))).isEmpty();
    }

    @Test
    void upper_area_is_what_stands_before_the_dot() {
        assertThat(FocusAreas.groupOf(new FocusAreaCode("1.2"))).isEqualTo("1");
        assertThat(FocusAreas.groupOf(new FocusAreaCode("4"))).isEqualTo("4");
    }
}
