package no.ehelse.portfolio.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.ehelse.portfolio.organisation.OrganisationGroup;
import no.ehelse.portfolio.round.RoundState;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes and their labels, as files carry them. */
class CodeTest {

    static final List<Class<? extends Enum<?>>> LISTS = List.of(Status.class, Risk.class, Segment.class, Phase.class,
            Activity.class, RemovalReason.class, OrganisationGroup.class, RoundState.class);

    @ParameterizedTest
    @CsvSource({"Grønn, GREEN", "GRØNN, GREEN", "gul, YELLOW", "' rød ', RED"})
    void status_is_meant_by_its_label_in_any_letter_case(String text, Status status) {
        assertThat(Code.labelled(Status.class, text)).contains(status);
        assertThat(Code.labelled(Risk.class, text)).contains(Risk.valueOf(status.name()));
    }

    @ParameterizedTest
    @CsvSource({"Samstyring, GOVERN_JOINTLY", "samstyre, GOVERN_JOINTLY", "SAMSTYRE, GOVERN_JOINTLY",
            "Koordinere, COORDINATE", "observere, OBSERVE"})
    void segment_is_meant_by_its_label_or_variant(String text, Segment segment) {
        assertThat(Code.labelled(Segment.class, text)).contains(segment);
    }

    @ParameterizedTest
    @CsvSource({"Idé, IDEA", "IDÉ, IDEA", "Konsept, CONCEPT", "Planlegge, PLAN", "gjennomføre, EXECUTE",
            "Avslutte, CLOSE", "Realisere, REALISE", "realisering, REALISE"})
    void phase_is_meant_by_its_label_or_variant(String text, Phase phase) {
        assertThat(Code.labelled(Phase.class, text)).contains(phase);
    }

    @ParameterizedTest
    @CsvSource({"Aktiv, ACTIVE", "kandidat, CANDIDATE", "PAUSE, PAUSED", "Ferdig, FINISHED"})
    void activity_is_meant_by_its_label(String text, Activity activity) {
        assertThat(Code.labelled(Activity.class, text)).contains(activity);
    }

    @ParameterizedTest
    @CsvSource({"ferdigstilt, COMPLETED", "avsluttet, ENDED", "fortsetter i, CONTINUED_IN",
            "avventer videre beslutning, AWAITING_DECISION", "reorganisert, REORGANISED",
            "redusert omfang, SCOPE_REDUCED", "over i forvaltning, MOVED_TO_OPERATIONS",
            "feilregistrert, REGISTERED_IN_ERROR", "ukjent, UNKNOWN"})
    void removal_reason_is_meant_by_its_label(String text, RemovalReason reason) {
        assertThat(Code.labelled(RemovalReason.class, text)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"helseforvaltning, HEALTH_ADMINISTRATION", "Regionale helseforetak, REGIONAL_HEALTH_AUTHORITY",
            "andre, OTHER"})
    void organisation_group_is_meant_by_its_label(String text, OrganisationGroup group) {
        assertThat(Code.labelled(OrganisationGroup.class, text)).contains(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GREEN", "Green", "blå", "grøn", "grønn."})
    void other_texts_mean_no_code(String text) {
        assertThat(Code.labelled(Status.class, text)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LISTS")
    void labels_are_there_in_both_languages_and_mean_one_code_each(Class<? extends Enum<?>> list) {
        Map<String, List<String>> codesByLabel = new HashMap<>();
        for (Enum<?> constant : list.getEnumConstants()) {
            Code code = (Code) constant;
            assertThat(code.nb()).isNotBlank();
            assertThat(code.en()).isNotBlank();
            List<String> labels = new ArrayList<>(code.variants());
            labels.add(code.nb());
            labels.stream()
                    .map(label -> label.toLowerCase(Locale.ROOT))
                    .distinct()
                    .forEach(label -> codesByLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(code.name()));
        }

        assertThat(codesByLabel.values()).allSatisfy(codes -> assertThat(codes).hasSize(1));
    }

    @Test
    void letter_case_does_not_depend_on_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Code.labelled(Activity.class, "AKTIV")).contains(Activity.ACTIVE);
        } finally {
            Locale.setDefault(before);
        }
    }
}
