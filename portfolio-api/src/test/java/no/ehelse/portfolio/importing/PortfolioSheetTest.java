package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@WithoutStore
class PortfolioSheetTest {

    private static final LocalDate ANY_CUT_OFF = LocalDate.of(2022, 6, 30);

    private final SampleOrganisations organisations = new SampleOrganisations();
    private final ReportFileReader reader = new ReportFileReader(organisations, organisations);

    private static SortedMap<Integer, @Nullable BigDecimal> budgets(int year, @Nullable String amount) {
        SortedMap<Integer, @Nullable BigDecimal> budgets = new TreeMap<>();
        budgets.put(year, amount == null ? null : new BigDecimal(amount));
        return budgets;
    }

    @SuppressWarnings("NullAway") // it does not see in a class file that a record's map may hold null
    private static PortfolioSheet.Row everythingReported(String name) {
        return new PortfolioSheet.Row(Segment.GOVERN_JOINTLY, new TiltakNumber(9001), "Helse Sør-Øst RHF", name,
                Phase.REALISE, Activity.ACTIVE, Status.RED, Risk.GREEN,
                new PortfolioSheet.Area("1.1", "Modernisere journal- og samhandlingsløsninger"),
                budgets(2020, "1234.5"));
    }

    @SuppressWarnings("NullAway") // as above
    private static PortfolioSheet.Row nothingReported() {
        return new PortfolioSheet.Row(null, new TiltakNumber(9002), null, "B", null, Activity.CANDIDATE, null, null,
                null, budgets(2021, null));
    }

    @Test
    void the_portfolio_is_written_as_norwegian_spreadsheets_expect_it() {
        byte[] file = PortfolioSheet.of(List.of(everythingReported("Måle; «søvn» \"nå\""), nothingReported()));

        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("""
                \uFEFFSegment;ID;Aktør;Tiltaksnavn;Fase;Er prosjektet aktivt?;Status;Risiko;Innsatsområde;\
                Budsjett 2020;Budsjett 2021\r
                Samstyring;9001;Helse Sør-Øst RHF;"Måle; «søvn» ""nå""\";Realisere;Aktiv;Rød;Grønn;\
                1.1 - Modernisere journal- og samhandlingsløsninger;1234,5;\r
                "";9002;;B;;Kandidat;;;;;\r
                """);
    }

    @Test
    void without_tiltak_the_headings_are_written() {
        assertThat(new String(PortfolioSheet.of(List.of()), StandardCharsets.UTF_8)).isEqualTo("""
                \uFEFFSegment;ID;Aktør;Tiltaksnavn;Fase;Er prosjektet aktivt?;Status;Risiko;Innsatsområde\r
                """);
    }

    @Test
    void what_is_written_reads_as_it_was() {
        byte[] file = PortfolioSheet.of(List.of(everythingReported("To\r\nlinjer, \"sitat\"; og 'mer'"),
                nothingReported()));

        assertThat(reader.read(file, ANY_CUT_OFF)).isEqualTo(new ReportFile("2022", true, 2, List.of(
                new ReportRow(2, new TiltakNumber(9001), Facts.of(Attribute.NAME, "To\r\nlinjer, \"sitat\"; og 'mer'")
                        .with(Attribute.STATUS, Status.RED)
                        .with(Attribute.RISK, Risk.GREEN)
                        .with(Attribute.PHASE, Phase.REALISE)
                        .with(Attribute.SEGMENT, Segment.GOVERN_JOINTLY)
                        .with(Attribute.ACTIVITY, Activity.ACTIVE)
                        .with(Attribute.FOCUS_AREA, new FocusAreaCode("1.1"))
                        .with(Attribute.budget(2020), new BigDecimal("1234.5"))
                        .with(Attribute.budget(2021), null), new OrganisationReference("Helse Sør-Øst RHF")),
                new ReportRow(4, new TiltakNumber(9002), Facts.of(Attribute.NAME, "B")
                        .with(Attribute.STATUS, null)
                        .with(Attribute.RISK, null)
                        .with(Attribute.PHASE, null)
                        .with(Attribute.SEGMENT, null)
                        .with(Attribute.ACTIVITY, Activity.CANDIDATE)
                        .with(Attribute.FOCUS_AREA, null)
                        .with(Attribute.budget(2020), null)
                        .with(Attribute.budget(2021), null), new OrganisationReference(null))),
                Set.of(new TiltakNumber(9001), new TiltakNumber(9002)), List.of(), List.of()));
    }

    @Test
    void a_name_that_a_spreadsheet_would_run_as_a_formula_is_guarded_and_comes_back_as_it_was() {
        for (String name : List.of("=1+1", "+47", "-x", "@A1", "'=1", "''-", "'sitat'", "A=1",
                "N/A", "n/a", "'N/A", "\uFF1D1", "n/a men ikke bare")) {
            byte[] file = PortfolioSheet.of(List.of(everythingReported(name)));

            assertThat(reader.read(file, ANY_CUT_OFF).reports().getFirst().facts().get(Attribute.NAME))
                    .isEqualTo(name);
            assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContainPattern("[;\n][=+@\uFF1D-]");
        }
    }
}
