package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.ehelse.portfolio.discovery.WithoutStore;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.FocusAreaCode;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.xlsx.HandmadeWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks are read as the CSV files that say the same; {@link ReportFileReaderTest} has the rules. */
@WithoutStore
class XlsxSheetTest {

    private static final LocalDate JUNE_2022 = LocalDate.of(2022, 6, 30);
    private static final String HEADING = "<row r='1'><c r='A1' t='inlineStr'><is><t>ID</t></is></c>"
            + "<c r='B1' t='inlineStr'><is><t>Tiltaksnavn</t></is></c>"
            + "<c r='C1' t='inlineStr'><is><t>Budsjett 2022</t></is></c></row>";
    private static final String LAYOUTS =
            "2020 has ID, Prosjektnavn and Ansvarlig virksomhet, 2022 has ID, Tiltaksnavn and Aktør";

    private final SampleOrganisations organisations = new SampleOrganisations();
    private final ReportFileReader reader = new ReportFileReader(organisations, organisations);

    private ReportFile read(byte[] file) {
        return reader.read(FileFormat.XLSX, file, JUNE_2022);
    }

    private ReportFile readRows(String rows) {
        return read(HandmadeWorkbook.of(HEADING + rows).bytes());
    }

    private List<Finding> errorsOf(byte[] file) {
        return read(file).errors();
    }

    private static Finding unreadable(String message) {
        return new Finding(1, null, "unreadable-file", message);
    }

    @ParameterizedTest
    @CsvSource({"2020-03, 2020-03-31", "2020-10, 2020-10-09", "2022-06, 2022-06-30"})
    void the_bundled_rounds_say_the_same_as_workbooks(String round, LocalDate cutOff) {
        byte[] csv = SampleFiles.read(round + ".csv");

        ReportFile read = reader.read(FileFormat.XLSX, WorkbookOfCsv.of(csv), cutOff);

        assertThat(read).isEqualTo(reader.read(FileFormat.CSV, csv, cutOff));
        assertThat(read.reports()).hasSizeGreaterThan(40);
        assertThat(read.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"33, 33", "33.0, 33", "1.5E3, 1500", "1.234, 1.234", "12.345, 12.345", "0.5, 0.5", "0, 0",
            "1234567, 1234567", "1.1000000000000001, 1.1", "999999999.123456, 999999999.123456", "0.000001, 0.000001"})
    void an_amount_is_the_number_in_its_cell_and_never_ambiguous(String number, BigDecimal amount) {
        ReportFile file = readRows("<row><c><v>1</v></c><c t='str'><v>A</v></c><c><v>" + number + "</v></c></row>");

        assertThat(file.errors()).isEmpty();
        assertThat(file.reports().getFirst().facts())
                .isEqualTo(Facts.of(Attribute.NAME, "A").with(Attribute.budget(2022), amount));
    }

    @Test
    void numbers_stand_for_texts_where_texts_are_expected() {
        ReportFile file = read(WorkbookOfCsv.of("ID;Tiltaksnavn;Innsatsområde\n1.0;2030;1.1\n"));

        assertThat(file.errors()).isEmpty();
        assertThat(file.reports()).containsExactly(new ReportRow(2, new TiltakNumber(1),
                Facts.of(Attribute.NAME, "2030").with(Attribute.FOCUS_AREA, new FocusAreaCode("1.1")), null));
    }

    @Test
    void every_wrong_cell_is_named_with_row_and_column() {
        String rows = """
                <row r='3'><c><v>1</v></c><c t='str'><v>A</v></c><c><f>SUM(C3:C9)</f><v>5</v></c></row>
                <row r='5'><c><v>1.5</v></c><c t='e'><v>#REF!</v></c><c t='b'><v>1</v></c></row>
                <row r='6'><c t='d'><v>2020-10-09</v></c><c t='str'><v>C</v></c><c t='str'><v>1.234</v></c></row>
                <row r='7'><c><v>4</v></c><c t='str'><v>D</v></c><c><v>-1</v></c></row>
                <row r='8'><c><v>5</v></c><c t='str'><v>E</v></c><c><v>1</v></c><c t='str'><v>overs</v></c></row>
                <row r='9'><c><v>6</v></c><c t='str'><v>F</v></c><c><v>1</v></c><c r='E9'><f>A1</f></c></row>
                <row r='10'><c><v>7</v></c><c t='str'><v>%s</v></c></row>
                """.formatted("x".repeat(4001));

        ReportFile read = readRows(rows);

        assertThat(read.errors()).containsExactly(
                new Finding(3, "Budsjett 2022", "formula",
                        "Cell C3 has a formula, and nothing is computed here; put its value there."),
                new Finding(5, "Tiltaksnavn", "error-cell", "Cell B5 has the error #REF!."),
                new Finding(5, "Budsjett 2022", "boolean-cell",
                        "Cell C5 is true or false, which says nothing in any column."),
                new Finding(5, "ID", "malformed-number",
                        "\"1,5\" is no portfolio number, which is an integer from 1."),
                new Finding(6, "ID", "date-cell", "Cell A6 is a date; write the number or text that is meant."),
                new Finding(6, "Budsjett 2022", "ambiguous-number",
                        "\"1.234\" may mean thousands or decimals; write 1 234,5 or 1234.5."),
                new Finding(7, "Budsjett 2022", "negative", "Budsjett 2022 is negative"),
                new Finding(8, null, "malformed-row", "The row has 4 cells, the heading has 3."),
                new Finding(9, null, "formula",
                        "Cell E9 has a formula, and nothing is computed here; put its value there."),
                new Finding(10, "Tiltaksnavn", "cell-too-long", "The cell has more than 4000 characters."));
        assertThat(read.reports()).isEmpty();
        assertThat(read.numbers()).isEqualTo(Set.of(new TiltakNumber(1), new TiltakNumber(4), new TiltakNumber(6),
                new TiltakNumber(7)));
    }

    @Test
    void a_wrong_heading_and_merged_cells_are_named() {
        assertThat(errorsOf(HandmadeWorkbook.of("<row><c t='str'><v>ID</v></c><c><f>A2</f></c></row><row/>").bytes()))
                .containsExactly(new Finding(1, null, "formula",
                        "Cell B1 has a formula, and nothing is computed here; put its value there."));
        assertThat(errorsOf(HandmadeWorkbook.empty()
                .sheetPart("A", "visible", "<worksheet><sheetData>" + HEADING
                        + "<row><c><v>1</v></c><c t='str'><v>A</v></c></row></sheetData>"
                        + "<mergeCells><mergeCell ref='B2:B4'/></mergeCells></worksheet>")
                .bytes()))
                .containsExactly(new Finding(1, null, "merged-cells",
                        "Cells B2:B4 are merged, so that all but the first are blank; split them, and all others."));
    }

    @Test
    void sheets_without_known_headings_are_named_and_hidden_ones_are_not_read() {
        String text = "<row><c t='str'><v>Veiledning</v></c></row>";
        HandmadeWorkbook workbook = HandmadeWorkbook.empty()
                .sheet("Skjult", "hidden", HEADING.replace("Budsjett 2022", "Status"))
                .sheet("Veiledning", "visible", text);

        assertThat(errorsOf(workbook.bytes())).containsExactly(new Finding(1, null, "unknown-layout",
                "The headings fit no known layout: " + LAYOUTS + "."));
        assertThat(errorsOf(workbook.sheet("Tall", "visible", text).bytes())).containsExactly(
                new Finding(1, null, "unknown-layout", "None of the visible sheets (Veiledning, Tall) has in row 1 the "
                        + "headings of a layout: " + LAYOUTS + "."));
    }

    @Test
    void the_sheet_with_known_headings_is_read_wherever_it_stands_if_there_is_one() {
        String heading = "<row><c t='str'><v>ID</v></c><c t='str'><v>Tiltaksnavn</v></c></row>";
        String row = "<row><c><v>7</v></c><c t='str'><v>A</v></c></row>";
        HandmadeWorkbook workbook = HandmadeWorkbook.empty()
                .sheet("Veiledning", "visible", "<row/>")
                .sheet("Runden", "visible", heading + row);

        assertThat(read(workbook.bytes()).reports()).extracting(ReportRow::number)
                .containsExactly(new TiltakNumber(7));
        assertThat(errorsOf(workbook.sheet("Utkast", "visible", heading + row).bytes())).containsExactly(
                new Finding(1, null, "ambiguous-sheet",
                        "Several visible sheets (Runden, Utkast) have the headings of a "
                                + "layout; leave one, or hide the others."));
    }

    @Test
    void sheets_without_headings_in_row_1_are_told_apart() {
        assertThat(errorsOf(HandmadeWorkbook.of("").bytes()))
                .containsExactly(new Finding(1, null, "empty-file", "The sheet is empty."));
        assertThat(errorsOf(HandmadeWorkbook.of("<row r='2'><c t='str'><v>ID</v></c></row>").bytes()))
                .containsExactly(new Finding(1, null, "unknown-layout",
                        "Row 1 of the sheet is blank, where the headings are to be: " + LAYOUTS + "."));
        assertThat(errorsOf(HandmadeWorkbook.of(HEADING).bytes()))
                .containsExactly(new Finding(1, null, "empty-file", "The file has a heading and no rows."));
        assertThat(errorsOf(HandmadeWorkbook.empty().sheet("A", "hidden", HEADING).bytes()))
                .containsExactly(unreadable("The workbook has no visible sheet."));
    }

    @Test
    void files_of_another_kind_are_told_apart() {
        String encrypted = "\u00D0\u00CF\u0011\u00E0....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

        assertThat(errorsOf(new byte[0])).containsExactly(new Finding(1, null, "empty-file", "The file is empty."));
        assertThat(kindOf("ID;Tiltaksnavn\n1;A\n")).containsExactly(
                unreadable("The file is no xlsx workbook; if it is CSV, send it as text/csv."));
        assertThat(kindOf("%PDF-1.7")).containsExactly(unreadable("The file is a PDF; save it as xlsx."));
        assertThat(kindOf("\u00D0\u00CF\u0011\u00E0....")).containsExactly(
                unreadable("The file is an old Office document, such as an xls workbook; save it as xlsx."));
        assertThat(kindOf(encrypted)).containsExactly(new Finding(1, null, "encrypted-file",
                "The file is a workbook with a password; save it without."));
        assertThat(errorsOf(HandmadeWorkbook.of(HEADING).part("xl/vbaProject.bin", "x").bytes()))
                .containsExactly(new Finding(1, null, "macros",
                        "The workbook has macros (xlsm); save it as xlsx without them."));
        assertThat(errorsOf(HandmadeWorkbook.of(HEADING).part("xl/workbook.xml", "<!DOCTYPE x><x/>").bytes()))
                .containsExactly(new Finding(1, null, "doctype",
                        "The workbook declares a document type (workbook), which none needs."));
        assertThat(reader.read(FileFormat.CSV, HandmadeWorkbook.of(HEADING).bytes(), JUNE_2022).errors())
                .containsExactly(unreadable("The file is a zip archive, such as an xlsx workbook; send a workbook as "
                        + FileFormat.XLSX_TYPE + ", or save it as CSV in UTF-8."));
    }

    private List<Finding> kindOf(String bytes) {
        return errorsOf(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void at_most_5000_rows_and_256_columns_are_taken() {
        String rows = IntStream.rangeClosed(1, 5000)
                .mapToObj(number -> "<row><c><v>" + number + "</v></c><c t='str'><v>A</v></c></row>")
                .collect(Collectors.joining());
        String far = "<row r='1048576'><c><v>5001</v></c></row>";

        assertThat(readRows(rows).reports()).hasSize(5000);
        assertThatThrownBy(() -> readRows(rows + far)).isInstanceOf(FileTooLarge.class)
                .hasMessage("The file has more than 5000 rows.");
        assertThatThrownBy(() -> readRows("<row><c r='IW2'><v>1</v></c></row>")).isInstanceOf(FileTooLarge.class)
                .hasMessage("Cell IW2 is beyond the first 256 columns, which are all that is read.");
        assertThatThrownBy(() -> reader.read(("ID;Tiltaksnavn" + ";a".repeat(255)).getBytes(StandardCharsets.UTF_8),
                JUNE_2022)).isInstanceOf(FileTooLarge.class).hasMessage("The file has more than 256 columns.");
    }

    @Test
    void what_unpacks_to_more_than_16_mebibytes_is_not_unpacked_further() {
        byte[] zeros = new byte[512 * 1024 * 1024];
        byte[] bomb = HandmadeWorkbook.of(HEADING).part("xl/media/image1.png", zeros).bytes();

        assertThat(bomb).hasSizeLessThan(2 * 1024 * 1024);
        assertThatThrownBy(() -> read(bomb)).isInstanceOf(FileTooLarge.class)
                .hasMessage("The workbook unpacks to more than 16 MiB.");
    }

    @Test
    void long_texts_that_many_cells_share_are_not_repeated_in_the_answer() {
        String rows = IntStream.rangeClosed(1, 5000)
                .mapToObj(number -> "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>")
                .collect(Collectors.joining());

        assertThatThrownBy(() -> read(HandmadeWorkbook.of(HEADING + rows)
                .strings("<si><t>" + "x".repeat(5000) + "</t></si>")
                .bytes())).isInstanceOf(FileTooLarge.class)
                .hasMessage("The sheet has more than 2097152 characters of text.");
    }

    @Test
    void a_long_heading_is_refused_in_both_formats() {
        String csv = "ID;Tiltaksnavn;Budsjett" + " ".repeat(200) + "2022\n1;A;1\n";
        Finding expected = new Finding(1, null, "cell-too-long", "A heading has more than 200 characters.");

        assertThat(reader.read(csv.getBytes(StandardCharsets.UTF_8), JUNE_2022).errors()).containsExactly(expected);
        assertThat(errorsOf(WorkbookOfCsv.of(csv))).containsExactly(expected);
    }

    @Test
    void a_workbook_cut_off_anywhere_is_refused() {
        byte[] whole = WorkbookOfCsv.of(SampleFiles.read("2022-06.csv"));

        for (int length = 1; length < whole.length; length += 97) {
            assertThat(errorsOf(Arrays.copyOf(whole, length))).hasSize(1)
                    .allMatch(error -> error.code().equals("unreadable-file"));
        }
    }
}
