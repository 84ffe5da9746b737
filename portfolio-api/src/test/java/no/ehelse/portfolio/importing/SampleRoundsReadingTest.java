package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.ehelse.portfolio.discovery.WithoutStore;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.OrganisationReference;
import no.ehelse.portfolio.tiltak.Phase;
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Segment;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.junit.jupiter.api.Test;

/** The three bundled rounds as they stand in the published reports. */
@WithoutStore
class SampleRoundsReadingTest {

    private final SampleOrganisations organisations = new SampleOrganisations();
    private final ReportFileReader reader = new ReportFileReader(organisations, organisations);

    private final ReportFile march2020 = reader.read(SampleFiles.read("2020-03.csv"), LocalDate.of(2020, 3, 31));
    private final ReportFile october2020 = reader.read(SampleFiles.read("2020-10.csv"), LocalDate.of(2020, 10, 9));
    private final ReportFile june2022 = reader.read(SampleFiles.read("2022-06.csv"), LocalDate.of(2022, 6, 30));

    private static ReportRow row(ReportFile file, int number) {
        return file.reports()
                .stream()
                .filter(row -> row.number().equals(new TiltakNumber(number)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> numbers(ReportFile file, Predicate<Facts> condition) {
        return file.reports()
                .stream()
                .filter(row -> condition.test(row.facts()))
                .map(row -> row.number().value())
                .sorted()
                .toList();
    }

    private static <T> Map<T, Long> counted(ReportFile file, Attribute<T> attribute) {
        return file.reports()
                .stream()
                .map(ReportRow::facts)
                .filter(facts -> facts.get(Attribute.ACTIVITY) == Activity.ACTIVE && facts.get(attribute) != null)
                .collect(Collectors.groupingBy(facts -> Objects.requireNonNull(facts.get(attribute)), TreeMap::new,
                        Collectors.counting()));
    }

    @Test
    void all_three_are_read_without_a_finding() {
        for (ReportFile file : List.of(march2020, october2020, june2022)) {
            assertThat(file.errors()).isEmpty();
            assertThat(file.warnings()).isEmpty();
            assertThat(file.reports()).hasSize(file.rows());
        }
        assertThat(List.of(march2020.rows(), october2020.rows(), june2022.rows())).containsExactly(53, 54, 46);
        assertThat(march2020.layout()).isEqualTo("2020");
        assertThat(october2020.layout()).isEqualTo("2020");
        assertThat(june2022.layout()).isEqualTo("2022");
    }

    @Test
    void march_2020_knows_two_statuses_and_two_risks() {
        assertThat(numbers(march2020, facts -> facts.get(Attribute.STATUS) == Status.RED)).containsExactly(163);
        assertThat(numbers(march2020, facts -> facts.get(Attribute.RISK) == Risk.RED)).containsExactly(101, 132);
        assertThat(row(march2020, 5)).isEqualTo(new ReportRow(2, new TiltakNumber(5),
                Facts.of(Attribute.NAME, "Nasjonalt program for velferdsteknologi")
                        .with(Attribute.STATUS, null)
                        .with(Attribute.RISK, null)
                        .with(Attribute.ACTIVITY, Activity.ACTIVE),
                new OrganisationReference("Helsedirektoratet")));
    }

    @Test
    void october_2020_has_three_candidates() {
        assertThat(numbers(october2020, facts -> facts.get(Attribute.ACTIVITY) == Activity.CANDIDATE))
                .containsExactly(191, 193, 194);
        assertThat(row(october2020, 193)).isEqualTo(new ReportRow(14, new TiltakNumber(193),
                Facts.of(Attribute.NAME, "Akson journal")
                        .with(Attribute.STATUS, Status.YELLOW)
                        .with(Attribute.RISK, Risk.YELLOW)
                        .with(Attribute.ACTIVITY, Activity.CANDIDATE)
                        .with(Attribute.FOCUS_AREA, new FocusAreaCode("1.1"))
                        .with(Attribute.budget(2020), null)
                        .with(Attribute.budget(2021), new BigDecimal("93")),
                new OrganisationReference(null)));
    }

    @Test
    void october_2020_has_a_zero_in_its_own_year_and_none_in_the_next() {
        assertThat(row(october2020, 60).facts()).isEqualTo(Facts.of(Attribute.NAME, "Nasjonalt infeksjonsregister")
                .with(Attribute.STATUS, Status.YELLOW)
                .with(Attribute.RISK, Risk.YELLOW)
                .with(Attribute.ACTIVITY, Activity.ACTIVE)
                .with(Attribute.FOCUS_AREA, new FocusAreaCode("3.2"))
                .with(Attribute.budget(2020), BigDecimal.ZERO)
                .with(Attribute.budget(2021), null));
        assertThat(numbers(october2020, facts -> facts.get(Attribute.budget(2021)) == null)).hasSize(22);
        assertThat(numbers(october2020, facts -> facts.get(Attribute.budget(2020)) == null))
                .containsExactly(191, 193, 194);
    }

    @Test
    void october_2020_adds_up_to_the_published_figures() {
        assertThat(counted(october2020, Attribute.STATUS))
                .isEqualTo(Map.of(Status.GREEN, 14L, Status.YELLOW, 34L, Status.RED, 3L));
        assertThat(counted(october2020, Attribute.RISK))
                .isEqualTo(Map.of(Risk.GREEN, 12L, Risk.YELLOW, 34L, Risk.RED, 4L));
        assertThat(sum(2020)).isEqualTo(new BigDecimal("1650"));
        assertThat(sum(2021)).isEqualTo(new BigDecimal("1351"));
    }

    private BigDecimal sum(int year) {
        return october2020.reports()
                .stream()
                .filter(row -> row.facts().get(Attribute.ACTIVITY) == Activity.ACTIVE)
                .map(row -> row.facts().get(Attribute.budget(year)))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void june_2022_reads_the_variants_of_segments_and_phases() {
        assertThat(row(june2022, 212)).isEqualTo(new ReportRow(12, new TiltakNumber(212),
                Facts.of(Attribute.NAME, "Helseregistre/Helsedataprogram - Effektive leveranser til HDP")
                        .with(Attribute.STATUS, Status.GREEN)
                        .with(Attribute.RISK, Risk.GREEN)
                        .with(Attribute.PHASE, Phase.REALISE)
                        .with(Attribute.SEGMENT, Segment.GOVERN_JOINTLY)
                        .with(Attribute.ACTIVITY, Activity.ACTIVE)
                        .with(Attribute.FOCUS_AREA, new FocusAreaCode("3.2")),
                new OrganisationReference("Helsedirektoratet")));
        assertThat(row(june2022, 200)).isEqualTo(new ReportRow(26, new TiltakNumber(200),
                Facts.of(Attribute.NAME, "Nasjonal tarmscreening")
                        .with(Attribute.STATUS, Status.GREEN)
                        .with(Attribute.RISK, Risk.YELLOW)
                        .with(Attribute.PHASE, Phase.EXECUTE)
                        .with(Attribute.SEGMENT, Segment.COORDINATE)
                        .with(Attribute.ACTIVITY, Activity.ACTIVE)
                        .with(Attribute.FOCUS_AREA, null),
                new OrganisationReference("Helse Sør-Øst")));
        assertThat(numbers(june2022, facts -> facts.get(Attribute.FOCUS_AREA) == null)).containsExactly(200);
    }

    @Test
    void june_2022_adds_up_to_the_published_figures() {
        assertThat(counted(june2022, Attribute.SEGMENT)).isEqualTo(
                Map.of(Segment.GOVERN_JOINTLY, 13L, Segment.COORDINATE, 15L, Segment.OBSERVE, 14L));
        assertThat(counted(june2022, Attribute.STATUS)).isEqualTo(Map.of(Status.GREEN, 18L, Status.YELLOW, 24L));
        assertThat(numbers(june2022, facts -> facts.get(Attribute.RISK) == Risk.RED)).containsExactly(201);
    }
}
