package no.ehelse.portfolio.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.round.RoundEvent;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of every event. A golden file is written once and never changed: an event of a new shape gets a new
 * revision, a new file beside the old one, and an upcaster.
 */
class GoldenEventsTest {

    private static final Map<String, Object> SAMPLES = EventSamples.byFile();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Jackson3Serializer AXON = Jackson3Serializer.builder().build();

    static Stream<String> files() {
        return SAMPLES.keySet().stream();
    }

    static Stream<Class<?>> types() {
        return Stream.of(TiltakEvent.class, RoundEvent.class, OrganisationEvent.class)
                .flatMap(GoldenEventsTest::recordsOf);
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(Objects.requireNonNull(type.getPermittedSubclasses())).flatMap(GoldenEventsTest::recordsOf);
    }

    private static Object sample(String file) {
        return Objects.requireNonNull(SAMPLES.get(file));
    }

    private static String golden(String file) throws IOException {
        return GoldenFiles.OURS.text(file);
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_has_a_revision_and_a_sample_in_a_golden_file_of_that_revision(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);

        assertThat(revision).as("revision of %s", type).isNotNull();
        assertThat(SAMPLES.get(type.getSimpleName() + "-" + revision.value())).isInstanceOf(type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_earlier_revision_keeps_its_golden_file(Class<?> type) throws IOException {
        List<String> revisions = IntStream.rangeClosed(1, revision(type))
                .mapToObj(revision -> type.getSimpleName() + "-" + revision)
                .toList();

        assertThat(GoldenFiles.OURS.names()).containsAll(revisions);
    }

    @Test
    void every_golden_file_of_a_present_revision_has_a_sample() throws IOException {
        List<String> present = GoldenFiles.OURS.names()
                .stream()
                .filter(file -> types().anyMatch(type -> file.matches(
                        type.getSimpleName() + "-" + revision(type) + "(-.*)?")))
                .toList();

        assertThat(present).containsExactlyInAnyOrderElementsOf(files().toList());
    }

    private static int revision(Class<?> type) {
        return Integer.parseInt(Objects.requireNonNull(type.getAnnotation(Revision.class)).value());
    }

    @ParameterizedTest
    @MethodSource("files")
    void event_is_stored_as_exactly_the_golden_text(String file) throws IOException {
        assertThat(JSON.writeValueAsString(sample(file))).isEqualTo(golden(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void golden_text_is_read_as_the_equal_event(String file) throws IOException {
        Object event = sample(file);

        assertThat((Object) JSON.readValue(golden(file), event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("files")
    void serializer_of_the_event_store_writes_and_reads_the_golden_text(String file) throws IOException {
        Object event = sample(file);
        SerializedObject<String> stored = AXON.serialize(event, String.class);

        assertThat(stored).isEqualTo(
                new SimpleSerializedObject<>(golden(file), String.class, event.getClass().getName(),
                        String.valueOf(revision(event.getClass()))));
        assertThat(AXON.<String, Object>deserialize(stored)).isEqualTo(event);
    }

    @Test
    void every_event_is_named_in_its_context_for_ever() {
        List<String> names = new ArrayList<>(types().map(Class::getName).toList());

        assertThat(names).containsExactlyInAnyOrder("no.ehelse.portfolio.tiltak.TiltakEvent$TiltakRegistered",
                "no.ehelse.portfolio.tiltak.TiltakEvent$StatusReported",
                "no.ehelse.portfolio.tiltak.TiltakEvent$RiskAssessed",
                "no.ehelse.portfolio.tiltak.TiltakEvent$PhaseChanged",
                "no.ehelse.portfolio.tiltak.TiltakEvent$SegmentAssigned",
                "no.ehelse.portfolio.tiltak.TiltakEvent$ActivityChanged",
                "no.ehelse.portfolio.tiltak.TiltakEvent$FocusAreaChanged",
                "no.ehelse.portfolio.tiltak.TiltakEvent$BudgetReported",
                "no.ehelse.portfolio.tiltak.TiltakEvent$TiltakRenamed",
                "no.ehelse.portfolio.tiltak.TiltakEvent$TiltakTransferred",
                "no.ehelse.portfolio.tiltak.TiltakEvent$ReportSubmitted",
                "no.ehelse.portfolio.tiltak.TiltakEvent$EntryRetracted",
                "no.ehelse.portfolio.tiltak.TiltakEvent$TiltakRemoved",
                "no.ehelse.portfolio.tiltak.TiltakEvent$TiltakReinstated",
                "no.ehelse.portfolio.round.RoundEvent$RoundOpened",
                "no.ehelse.portfolio.round.RoundEvent$RoundClosed",
                "no.ehelse.portfolio.round.RoundEvent$RoundPublished",
                "no.ehelse.portfolio.round.RoundEvent$PrintedFigureRecorded",
                "no.ehelse.portfolio.organisation.OrganisationEvent$OrganisationRegistered");
    }
}
