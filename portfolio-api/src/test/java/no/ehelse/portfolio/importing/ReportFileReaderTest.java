package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithoutStore
class ReportFileReaderTest {

    private static final LocalDate OCTOBER_2020 = LocalDate.of(2020, 10, 9);
    private static final LocalDate JUNE_2022 = LocalDate.of(2022, 6, 30);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Facts RED_IN_2020 = Facts.of(Attribute.NAME, "Måle «søvn»")
            .with(Attribute.STATUS, Status.RED)
            .with(Attribute.RISK, Risk.YELLOW)
            .with(Attribute.ACTIVITY, Activity.ACTIVE)
            .with(Attribute.FOCUS_AREA, new FocusAreaCode("1.1"))
            .with(Attribute.budget(2020), new BigDecimal("32.5"));

    private static final ReportFile RED_FILE_OF_2020 = new ReportFile("2020", false, 1,
            List.of(new ReportRow(2, new TiltakNumber(9001), RED_IN_2020,
                    new OrganisationReference("Helsedirektoratet"))),
            Set.of(new TiltakNumber(9001)), List.of(), List.of());

    private final SampleOrganisations organisations = new SampleOrganisations();
    private final ReportFileReader reader = new ReportFileReader(organisations, organisations);

    private ReportFile read(String text, LocalDate cutOff) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8), cutOff);
    }

    private List<Finding> errorsOf(String text) {
        return read(text, OCTOBER_2020).errors();
    }

    private Facts onlyFactsOf(String text, LocalDate cutOff) {
        ReportFile file = read(text, cutOff);
        assertThat(file.errors()).isEmpty();
        return file.reports().getFirst().facts();
    }

    @Test
    void layout_2020_is_read_with_all_its_columns() {
        String file = """
                Innsatsområde;ID;Prosjektnavn;Ansvarlig virksomhet;Status;Risiko;Budsjett 2020
                1.1 Modernisere journal- og samhandlingsløsninger;9001;Måle «søvn»;Helsedirektoratet;Rød;Gul;32,5
                """;

        assertThat(read(file, OCTOBER_2020)).isEqualTo(RED_FILE_OF_2020);
    }

    @Test
    void layout_2022_is_read_with_all_its_columns() {
        String file = """
                Segment;ID;Aktør;Tiltaksnavn;Fase;Er prosjektet aktivt?;Status;Risiko;Innsatsområde;Budsjett 2022
                samstyring;9001;KS;Måle;REALISERE;pause;grønn;;4.3 - Helsehjelp;12
                """;

        assertThat(read(file, JUNE_2022)).isEqualTo(new ReportFile("2022", true, 1,
                List.of(new ReportRow(2, new TiltakNumber(9001), Facts.of(Attribute.NAME, "Måle")
                        .with(Attribute.STATUS, Status.GREEN)
                        .with(Attribute.RISK, null)
                        .with(Attribute.PHASE, Phase.REALISE)
                        .with(Attribute.SEGMENT, Segment.GOVERN_JOINTLY)
                        .with(Attribute.ACTIVITY, Activity.PAUSED)
                        .with(Attribute.FOCUS_AREA, new FocusAreaCode("4.3"))
                        .with(Attribute.budget(2022), new BigDecimal("12")), new OrganisationReference("KS"))),
                Set.of(new TiltakNumber(9001)), List.of(), List.of()));
    }

    @Test
    void headings_come_in_any_order_letter_case_and_space() {
        String file = """
                budsjett  2020; STATUS;risiko ;Ansvarlig\u00A0virksomhet;PROSJEKTNAVN;id;innsatsområde
                32.5;RØD;gul;Helsedirektoratet;Måle «søvn»;9001;1.1
                """;

        assertThat(read(file, OCTOBER_2020)).isEqualTo(RED_FILE_OF_2020);
    }

    @Test
    void commas_separate_where_the_heading_line_uses_them() {
        String file = """
                Innsatsområde,ID,Prosjektnavn,Ansvarlig virksomhet,Status,Risiko,Budsjett 2020
                1.1,9001,"Måle «søvn»",Helsedirektoratet,Rød,Gul,"32,5"
                """;

        assertThat(read(file, OCTOBER_2020)).isEqualTo(RED_FILE_OF_2020);
    }

    @Test
    void the_same_text_reads_the_same_in_every_encoding_and_with_every_line_end() {
        String file = """
                Innsatsområde;ID;Prosjektnavn;Ansvarlig virksomhet;Status;Risiko;Budsjett 2020
                1.1;9001;Måle «søvn»;Helsedirektoratet;Rød;Gul;32,5""";

        assertThat(reader.read(file.getBytes(StandardCharsets.UTF_8), OCTOBER_2020)).isEqualTo(RED_FILE_OF_2020);
        assertThat(reader.read(("\uFEFF" + file).getBytes(StandardCharsets.UTF_8), OCTOBER_2020))
                .isEqualTo(RED_FILE_OF_2020);
        assertThat(reader.read(file.getBytes(WINDOWS_1252), OCTOBER_2020)).isEqualTo(RED_FILE_OF_2020);
        assertThat(reader.read(file.replace("\n", "\r\n").getBytes(WINDOWS_1252), OCTOBER_2020))
                .isEqualTo(RED_FILE_OF_2020);
    }

    @Test
    void an_absent_column_is_not_stated_and_a_blank_cell_is_not_reported() {
        assertThat(onlyFactsOf("ID;Tiltaksnavn;Status;Risiko;Fase\n1;A;;n/a; \u00A0", JUNE_2022))
                .isEqualTo(Facts.of(Attribute.NAME, "A")
                        .with(Attribute.STATUS, null)
                        .with(Attribute.RISK, null)
                        .with(Attribute.PHASE, null));
        assertThat(read("ID;Tiltaksnavn\n1;A", JUNE_2022).reports().getFirst().organisation()).isNull();
        assertThat(read("ID;Tiltaksnavn;Aktør\n1;A;", JUNE_2022).reports().getFirst().organisation())
                .isEqualTo(new OrganisationReference(null));
    }

    @Test
    void in_layout_2020_no_budget_column_means_active() {
        assertThat(onlyFactsOf("ID;Prosjektnavn\n1;A", OCTOBER_2020))
                .isEqualTo(Facts.of(Attribute.NAME, "A").with(Attribute.ACTIVITY, Activity.ACTIVE));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", delimiter = '|', textBlock = """
            N/A | 93  | CANDIDATE | null | 93
            n/a | 0   | CANDIDATE | null | null
            ''  | 5   | ACTIVE    | null | 5
            0   | 0,0 | ACTIVE    | 0    | null
            7   | N/A | ACTIVE    | 7    | null
            """)
    void in_layout_2020_budgets_of_this_and_of_the_next_year_say_what_they_say(String thisYear, String nextYear,
            Activity activity, @Nullable BigDecimal thisAmount, @Nullable BigDecimal nextAmount) {
        String file = "ID;Prosjektnavn;Budsjett 2020;Budsjett 2021\n1;A;" + thisYear + ";" + nextYear;

        assertThat(onlyFactsOf(file, OCTOBER_2020)).isEqualTo(Facts.of(Attribute.NAME, "A")
                .with(Attribute.ACTIVITY, activity)
                .with(Attribute.budget(2020), thisAmount)
                .with(Attribute.budget(2021), nextAmount));
    }

    @Test
    void in_layout_2022_zero_is_zero_in_every_year() {
        assertThat(onlyFactsOf("ID;Tiltaksnavn;Budsjett 2022;Budsjett 2023\n1;A;N/A;0", JUNE_2022))
                .isEqualTo(Facts.of(Attribute.NAME, "A")
                        .with(Attribute.budget(2022), null)
                        .with(Attribute.budget(2023), BigDecimal.ZERO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            32               | 32
            32,50            | 32.5
            32.5             | 32.5
            1 234,5          | 1234.5
            1\u00A0234\u00A0567 | 1234567
            1\u202F234        | 1234
            """)
    void amounts_have_decimal_comma_or_point_and_thousand_spaces(String cell, BigDecimal amount) {
        assertThat(onlyFactsOf("ID;Tiltaksnavn;Budsjett 2022\n1;A;" + cell, JUNE_2022).get(Attribute.budget(2022)))
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1 - Sikre planlegging og kontinuitet i ansvars-overganger", "2.1 Sikre planlegging",
            "2.1", "2.1 – noe helt annet", "2.1: Sikre", "Sikre planlegging og kontinuitet i ansvars- overganger",
            "sikre planlegging og kontinuitet i ansvarsoverganger"})
    void focus_areas_are_identified_by_code_and_without_one_by_title(String cell) {
        assertThat(onlyFactsOf("ID;Tiltaksnavn;Innsatsområde\n1;A;" + cell, JUNE_2022))
                .isEqualTo(Facts.of(Attribute.NAME, "A").with(Attribute.FOCUS_AREA, new FocusAreaCode("2.1")));
    }

    @Test
    void a_blank_activity_is_left_as_it_was_with_a_warning() {
        ReportFile file = read("ID;Tiltaksnavn;Er prosjektet aktivt?\n1;A;", JUNE_2022);

        assertThat(file.reports().getFirst().facts()).isEqualTo(Facts.of(Attribute.NAME, "A"));
        assertThat(file.warnings()).containsExactly(new Finding(2, "Er prosjektet aktivt?", "blank-activity",
                "The cell is blank: what held before still holds, and a new tiltak is active."));
    }

    @Test
    void blank_lines_and_columns_of_spreadsheets_count_for_nothing() {
        ReportFile file = read("ID;Tiltaksnavn;;\n\n1;A;;\n;;;\n2;B;;;;\n", JUNE_2022);

        assertThat(file.errors()).isEmpty();
        assertThat(file.rows()).isEqualTo(2);
        assertThat(file.reports()).extracting(ReportRow::row).containsExactly(3, 5);
    }

    @Test
    void every_wrong_cell_is_named_with_row_and_column() {
        String file = """
                ID;Prosjektnavn;ansvarlig virksomhet;Status;Risiko;Innsatsområde;Budsjett 2020
                1;A;Helsedirektorat;Grønn;Gul;1.1;1
                2;B;FHI;Blå;oransje;7.1 Noe;1
                3;C;FHI;Gul;Gul;Mobilisere innbyggere;1.234,5
                x;D;FHI;Gul;Gul;1.1;-5
                0;E;FHI;Gul;Gul;1.1;0,0000001
                ;F;FHI;Gul;Gul;1.1;1 23
                1;G;FHI;Gul;Gul;1.1;1000000000
                7; ;FHI;Gul;Gul;1.1;1
                8;I;FHI;Gul
                9;J;FHI;Gul;Gul;1.1;1;overs
                """;

        assertThat(errorsOf(file)).containsExactly(
                new Finding(2, "ansvarlig virksomhet", "unknown-organisation",
                        "No organisation is called \"Helsedirektorat\"; the nearest is \"Helsedirektoratet\"."),
                new Finding(3, "Status", "unknown-value", "\"Blå\" is none of Grønn, Gul, Rød."),
                new Finding(3, "Risiko", "unknown-value", "\"oransje\" is none of Grønn, Gul, Rød."),
                new Finding(3, "Innsatsområde", "unknown-focus-area", "There is no focus area \"7.1 Noe\"; "
                        + "the nearest is \"6.3 Styrke arbeidet med beredskap, informasjonssikkerhet og personvern\"."),
                new Finding(4, "Innsatsområde", "unknown-focus-area", "There is no focus area "
                        + "\"Mobilisere innbyggere\"; the nearest is \"Mobilisere innbyggeren som ressurs\"."),
                new Finding(4, "Budsjett 2020", "malformed-number",
                        "\"1.234,5\" is no amount in million kroner, such as 1 234,5."),
                new Finding(5, "ID", "malformed-number",
                        "\"x\" is no portfolio number, which is an integer from 1."),
                new Finding(5, "Budsjett 2020", "negative", "Budsjett 2020 is negative"),
                new Finding(6, "ID", "malformed-number",
                        "\"0\" is no portfolio number, which is an integer from 1."),
                new Finding(6, "Budsjett 2020", "too-fine", "Budsjett 2020 has more than 6 decimals"),
                new Finding(7, "ID", "malformed-number", "The portfolio number is missing."),
                new Finding(7, "Budsjett 2020", "malformed-number",
                        "\"1 23\" is no amount in million kroner, such as 1 234,5."),
                new Finding(8, "ID", "duplicate-number", "Tiltak 1 is in row 2 already."),
                new Finding(8, "Budsjett 2020", "out-of-range",
                        "Budsjett 2020 is in million kroner, less than 1,000,000,000"),
                new Finding(9, "Prosjektnavn", "blank-name", "The name is missing."),
                new Finding(10, null, "malformed-row", "The row has 4 cells, the heading has 7."),
                new Finding(11, null, "malformed-row", "The row has 8 cells, the heading has 7."));
    }

    @Test
    void rows_are_counted_in_lines_of_the_file_also_after_line_breaks_within_cells() {
        String file = "ID;Tiltaksnavn;Status\r\n1;\"to\r\nlinjer\";Gul\r\n\r\n2;B;Blå\r\n3;\"C\nD\nE\";Lilla\r\n";

        ReportFile read = read(file, JUNE_2022);

        assertThat(read.errors()).extracting(Finding::row).containsExactly(5, 6);
        assertThat(read.reports()).extracting(row -> row.facts().get(Attribute.NAME)).containsExactly("to\r\nlinjer");
    }

    @Test
    void wrong_headings_are_named() {
        assertThat(errorsOf("Prosjektnavn;Status\nA;Gul")).containsExactly(
                new Finding(1, "ID", "missing-column", "The column of the portfolio number is missing."));
        assertThat(errorsOf("ID;Ansvarlig virksomhet\n1;FHI")).containsExactly(
                new Finding(1, "Prosjektnavn", "missing-column", "The column of the name is missing."));
        assertThat(errorsOf("ID;Prosjektnavn;Status;status \n1;A;Gul;Gul")).containsExactly(
                new Finding(1, "status", "duplicate-column", "This heading is there twice."));
        assertThat(errorsOf("ID;id;Prosjektnavn;Budsjett 2020;Budsjett  2020\n1;1;A;1;1")).containsExactly(
                new Finding(1, "id", "duplicate-column", "This heading is there twice."),
                new Finding(1, "Budsjett  2020", "duplicate-column", "This heading is there twice."));
        assertThat(errorsOf("ID;Prosjektnavn;Fase;Budsjett 1999\n1;A;;")).extracting(Finding::column, Finding::code)
                .containsExactly(tuple("Fase", "unknown-column"), tuple("Budsjett 1999", "unknown-column"));
        assertThat(errorsOf("ID;Prosjektnavn;Tiltaksnavn\n1;A;A")).extracting(Finding::column, Finding::code)
                .containsExactly(tuple(null, "unknown-layout"));
        assertThat(errorsOf("ID;Prosjektnavn;\n1;A;B")).containsExactly(
                new Finding(2, null, "malformed-row", "The row has a value in a column without a heading."));
    }

    @Test
    void a_table_about_something_else_is_of_no_known_layout() {
        assertThat(errorsOf("Løsning;2021;2022\nHelsenorge;217;264")).containsExactly(new Finding(1, null,
                "unknown-layout", "The headings fit no known layout: 2020 has ID, Prosjektnavn and Ansvarlig "
                        + "virksomhet, 2022 has ID, Tiltaksnavn and Aktør."));
    }

    @Test
    void files_of_another_kind_are_told_apart() {
        assertThat(kindOf("PK\u0003\u0004....")).containsExactly(
                "unreadable-file: The file is a zip archive, such as an xlsx workbook; send a workbook as "
                        + FileFormat.XLSX_TYPE + ", or save it as CSV in UTF-8.");
        assertThat(kindOf("\u00D0\u00CF\u0011\u00E0....")).containsExactly(
                "unreadable-file: The file is an old Office document, such as an xls workbook; "
                        + "save it as CSV in UTF-8.");
        assertThat(kindOf("%PDF-1.7")).containsExactly(
                "unreadable-file: The file is a PDF; save it as CSV in UTF-8.");
        assertThat(kindOf("\u00FF\u00FEI\0D\0")).containsExactly(
                "unreadable-file: The file is text in UTF-16; save it as CSV in UTF-8.");
        assertThat(kindOf("ID;\0\0\0")).containsExactly(
                "unreadable-file: The file is binary; save it as CSV in UTF-8.");
        assertThat(kindOf("ID;Prosjektnavn\n1;\u0081")).containsExactly(
                "unreadable-file: The file is no text in UTF-8 or Windows-1252; save it as CSV in UTF-8.");
        assertThat(kindOf(" <!DOCTYPE html><HTML>")).containsExactly(
                "unreadable-file: The file is a web page; save it as CSV in UTF-8.");
        assertThat(kindOf("<?xml version='1.0'?>")).containsExactly(
                "unreadable-file: The file is XML; save it as CSV in UTF-8.");
    }

    private List<String> kindOf(String bytes) {
        return reader.read(bytes.getBytes(StandardCharsets.ISO_8859_1), OCTOBER_2020)
                .errors()
                .stream()
                .map(error -> error.code() + ": " + error.message())
                .toList();
    }

    @Test
    void quotation_marks_that_do_not_match_are_found() {
        String expected =
                "From this line on the file is no CSV: a quotation mark is missing, or there is one too many.";

        assertThat(errorsOf("ID;Prosjektnavn\n1;A\n2;\"B\n3;C\n"))
                .containsExactly(new Finding(3, null, "unreadable-file", expected));
        assertThat(errorsOf("ID;Prosjektnavn\n1;\"Alle\" møter\n"))
                .containsExactly(new Finding(2, null, "unreadable-file", expected));
    }

    @Test
    void empty_files_are_errors() {
        assertThat(errorsOf("")).containsExactly(new Finding(1, null, "empty-file", "The file is empty."));
        assertThat(errorsOf("\uFEFF \r\n\r\n"))
                .containsExactly(new Finding(1, null, "empty-file", "The file is empty."));
        assertThat(errorsOf("ID;Prosjektnavn\n;\n"))
                .containsExactly(new Finding(1, null, "empty-file", "The file has a heading and no rows."));
    }

    @Test
    void at_most_5000_rows_are_taken() {
        String rows = IntStream.rangeClosed(1, 5000).mapToObj(number -> number + ";A\n").collect(Collectors.joining());

        assertThat(read("ID;Prosjektnavn\n" + rows, OCTOBER_2020).reports()).hasSize(5000);
        assertThatThrownBy(() -> read("ID;Prosjektnavn\n" + rows + "5001;A\n", OCTOBER_2020))
                .isInstanceOf(FileTooLarge.class);
    }
}
