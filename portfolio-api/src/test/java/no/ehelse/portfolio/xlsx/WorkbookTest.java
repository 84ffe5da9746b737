package no.ehelse.portfolio.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import no.ehelse.portfolio.discovery.WithoutStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithoutStore
class WorkbookTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final WorkbookLimits LIMITS =
            new WorkbookLimits(100, 8 * MEBIBYTE, 200, 64, 10, 1000, 1000, 50, 40, 500);

    private static List<Row> rows(byte[] file) throws UnreadableWorkbook {
        List<Row> rows = new ArrayList<>();
        for (Worksheet sheet : Workbook.open(file, LIMITS).visibleSheets()) {
            sheet.read(rows::add);
        }
        return rows;
    }

    private static List<Row> rows(HandmadeWorkbook workbook) throws UnreadableWorkbook {
        return rows(workbook.bytes());
    }

    private static Cell only(HandmadeWorkbook workbook) throws UnreadableWorkbook {
        List<Row> rows = rows(workbook);
        assertThat(rows).hasSize(1);
        return Objects.requireNonNull(rows.getFirst().cells().get(0));
    }

    private static String refusal(byte[] file) {
        try {
            rows(file);
            return "read";
        } catch (UnreadableWorkbook unreadable) {
            return unreadable.reason().code() + ": " + unreadable.getMessage();
        } catch (WorkbookTooLarge tooLarge) {
            return "too large: " + tooLarge.getMessage();
        }
    }

    private static String refusal(HandmadeWorkbook workbook) {
        return refusal(workbook.bytes());
    }

    @Test
    void texts_are_read_however_they_are_written() throws UnreadableWorkbook {
        HandmadeWorkbook workbook = HandmadeWorkbook.of("""
                <row r='1'>
                  <c r='A1' t='s'><v>1</v></c><c r='B1' t='inlineStr'><is><t>Rød &amp; grønn</t></is></c>
                  <c r='C1' t='str'><v>fast</v></c><c r='D1' t='s'><v>2</v></c><c r='E1' s='3'/><c r='F1' t='s'><v>0</v></c>
                </row><row><c t='inlineStr'><is><r><t>to </t></r><r><rPr/><t>løp</t></r></is></c></row>
                """)
                .strings("<si><t/></si><si><t xml:space='preserve'> æøå</t></si>"
                        + "<si><r><t>a_x000D_</t></r><r><t>b_x005F_x000D_</t></r><rPh sb='0' eb='1'><t>uttale</t></rPh></si>");

        assertThat(rows(workbook)).containsExactly(
                new Row(1, new TreeMap<>(Map.of(0, new Cell.Text(" æøå"), 1, new Cell.Text("Rød & grønn"), 2,
                        new Cell.Text("fast"), 3, new Cell.Text("a\rb_x000D_")))),
                new Row(2, new TreeMap<>(Map.of(0, new Cell.Text("to løp")))));
    }

    @Test
    void parts_come_in_both_encodings_with_their_marks() throws UnreadableWorkbook {
        String sheet = "\uFEFF<?xml version='1.0'?><worksheet><sheetData><row><c t='str'><v>æ</v></c></row></sheetData>"
                + "</worksheet>";

        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            assertThat(only(HandmadeWorkbook.of("").part("xl/worksheets/sheet1.xml", sheet.getBytes(charset))))
                    .isEqualTo(new Cell.Text("æ"));
        }
        assertThat(refusal(HandmadeWorkbook.of("")
                .part("xl/worksheets/sheet1.xml",
                        sheet.substring(1).getBytes(StandardCharsets.ISO_8859_1))))
                .startsWith("unreadable-file: ");
    }

    @ParameterizedTest
    @CsvSource({"33,33", "33.0,33.0", "1.5E3,1.5E+3", "1.1000000000000001,1.1",
            "0.30000000000000004,0.30000000000000004",
            "999999999.123456,999999999.123456", "-1.25,-1.25", "123456789012345678,123456789012345680"})
    void numbers_are_the_decimal_numbers_that_people_see(String written, BigDecimal number) throws UnreadableWorkbook {
        Cell cell = only(HandmadeWorkbook.of("<row r='1'><c r='A1'><v>" + written + "</v></c></row>"));

        assertThat(cell).isInstanceOfSatisfying(Cell.Numeric.class,
                numeric -> assertThat(numeric.value()).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,5", "NaN", "Infinity", "0x10", "1e9999", "1E-9999",
            "11111111111111111111111111111111111111111111111111"})
    void what_is_no_number_is_no_number(String written) {
        assertThat(refusal(HandmadeWorkbook.of("<row r='1'><c r='A1'><v>" + written + "</v></c></row>")))
                .isEqualTo("unreadable-file: The workbook is damaged: cell A1 holds nothing that a cell can hold.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 44621 | number
            1 | 44621 | date
            2 | 44621 | date
            3 | 44621 | number
            4 | 44621 | number
            5 | 0.5   | date
            99 | 1    | number
            """)
    void a_number_that_is_shown_as_a_date_is_a_date(int style, String value, String kind) throws UnreadableWorkbook {
        HandmadeWorkbook workbook = HandmadeWorkbook
                .of("<row r='1'><c r='A1' s='" + style + "'><v>" + value + "</v></c></row>")
                .styles("""
                        <numFmts><numFmt numFmtId='164' formatCode='d. mmm yy'/>
                        <numFmt numFmtId='165' formatCode='#,##0.00\\ &quot;mill. kr&quot;;[Red]-0_d'/>
                        <numFmt numFmtId='166' formatCode='[hh]:mm'/></numFmts>
                        <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
                        <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='4'/>
                        <xf numFmtId='166'/></cellXfs>""");

        assertThat(only(workbook)).isInstanceOf(kind.equals("date") ? Cell.Date.class : Cell.Numeric.class);
    }

    @Test
    void formulas_truth_values_failures_and_dates_are_recognised_and_nothing_is_computed() throws UnreadableWorkbook {
        String cells = """
                <c r='A1'><f>1+1</f><v>2</v></c><c r='B1' t='s'><f>A1</f><v>0</v></c><c r='C1' t='b'><v>1</v></c>
                <c r='D1' t='e'><v>#REF!</v></c><c r='E1' t='d'><v>2020-10-09</v></c><c r='F1' t='str'><f t='shared' si='0'/></c>
                <c r='G1' t='inlineStr'><f>HYPERLINK("http://x")</f><is><t>a</t></is></c>""";

        assertThat(rows(HandmadeWorkbook.of("<row r='1'>" + cells + "</row>").strings("<si><t>a</t></si>")))
                .containsExactly(new Row(1, new TreeMap<>(Map.of(0, new Cell.Formula(), 1, new Cell.Formula(), 2,
                        new Cell.Truth(), 3, new Cell.Failure("#REF!"), 4, new Cell.Date(), 5, new Cell.Formula(), 6,
                        new Cell.Formula()))));
    }

    @Test
    void rows_may_be_far_apart_and_only_what_is_in_them_counts() throws UnreadableWorkbook {
        List<Row> rows = rows(HandmadeWorkbook.of("<row r='2'/><row r='1048576'><c r='AX1048576'><v>1</v></c>"
                + "<c r='XFD1048576' s='1'/></row>"));

        assertThat(rows).containsExactly(
                new Row(1_048_576, new TreeMap<>(Map.of(49, new Cell.Numeric(BigDecimal.ONE)))));
    }

    @Test
    void hidden_sheets_are_not_seen() throws UnreadableWorkbook {
        HandmadeWorkbook workbook = HandmadeWorkbook.empty()
                .sheet("Skjult", "hidden", "")
                .sheet("Mer skjult", "veryHidden", "")
                .sheet("Synlig", "visible", "");

        assertThat(Workbook.open(workbook.bytes(), LIMITS).visibleSheets()).extracting(Worksheet::name)
                .containsExactly("Synlig");
    }

    @Test
    void merged_cells_are_told() throws UnreadableWorkbook {
        HandmadeWorkbook workbook = HandmadeWorkbook.empty()
                .sheetPart("Ark1", "visible", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>"
                        + "<mergeCells><mergeCell ref='A2:A5'/><mergeCell ref='B2:B5'/></mergeCells></worksheet>");

        assertThat(Workbook.open(workbook.bytes(), LIMITS).visibleSheets().getFirst().read(row -> true))
                .contains("A2:A5");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<row r='1'><c r='ZZZZZZZ1'><v>1</v></c></row>",
            "<row r='1'><c r='XFE1'><v>1</v></c></row>",
            "<row r='1'><c r='A0'><v>1</v></c></row>",
            "<row r='1'><c r='A2'><v>1</v></c></row>",
            "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
            "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>",
            "<row r='0'/>", "<row r='-1'/>", "<row r='1048577'/>", "<row r='99999999999'/>", "<row r='2'/><row r='2'/>",
            "<row r='2'/><row r='1'/>", "<row r='1048576'/><row/>",
            "<row r='1'><c r='A1' t='s'><v>2000000000</v></c></row>",
            "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
            "<row r='1'><c r='A1' t='s'><v>0</v></c></row>",
            "<row r='1'><c r='A1' t='hva'><v>0</v></c></row>",
            "<row r='1'>", "</row>", "&xxe;", "<row r='1'><c r='A1'><v>&#0;</v></c></row>"})
    void damaged_sheets_are_refused(String rows) {
        assertThat(refusal(HandmadeWorkbook.of(rows))).startsWith("unreadable-file: The workbook is damaged: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
            "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"})
    void a_document_type_is_refused_in_every_part_and_no_entity_is_resolved(String part) {
        String declared =
                "<!DOCTYPE x [<!ENTITY xxe SYSTEM 'file:///etc/passwd'><!ENTITY a 'aaaaaaaaaa'>]><x>&xxe;</x>";
        HandmadeWorkbook workbook = HandmadeWorkbook.of("<row/>").strings("").styles("");

        for (String xml : List.of(declared, "<!DOCTYPE x><x/>", "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><x/>")) {
            assertThat(refusal(workbook.part(part, xml)))
                    .matches("doctype: The workbook declares a document type \\(.*\\), which none needs\\.");
        }
        assertThat(refusal(workbook.part(part, ("\uFEFF" + declared).getBytes(StandardCharsets.UTF_16BE))))
                .startsWith("doctype: ");
    }

    @Test
    void what_unpacks_to_more_than_is_allowed_is_refused_while_it_is_unpacked() {
        byte[] few = new byte[7 * MEBIBYTE];
        byte[] many = new byte[512 * MEBIBYTE];

        assertThat(refusal(HandmadeWorkbook.of("").part("xl/worksheets/sheet1.xml", few)))
                .isEqualTo("too large: The workbook unpacks to more than 200 times its size.");
        assertThat(refusal(HandmadeWorkbook.of("").part("xl/media/b.png", many)))
                .isEqualTo("too large: The workbook unpacks to more than 8 MiB.");
    }

    @Test
    void a_size_that_the_archive_states_is_not_believed() {
        byte[] spaces = new byte[4 * MEBIBYTE];
        Arrays.fill(spaces, (byte) ' ');
        byte[] file = HandmadeWorkbook.of("").part("xl/media/b.png", spaces).bytes();
        int stated = entry(file, 3) + 24;
        Arrays.fill(file, stated, stated + 4, (byte) 0);

        assertThat(refusal(file)).isEqualTo("too large: The workbook unpacks to more than 200 times its size.");
    }

    @Test
    void more_of_anything_than_is_allowed_is_refused() {
        HandmadeWorkbook manyParts = HandmadeWorkbook.of("");
        HandmadeWorkbook manySheets = HandmadeWorkbook.empty();
        HandmadeWorkbook manyRelationships = HandmadeWorkbook.of("");
        for (int number = 0; number <= 100; number++) {
            manyParts.part("xl/media/" + number + ".png", "");
            manySheets.sheet("Ark" + number, number < 5 ? "visible" : "hidden", "");
            manyRelationships.related("x" + number, "image", "x");
        }
        String shared = "<c t='s'><v>0</v></c>".repeat(13);

        assertThat(refusal(manyParts)).isEqualTo("too large: The workbook has more than 100 parts.");
        assertThat(refusal(manySheets)).isEqualTo("too large: The workbook has more than 100 parts.");
        assertThat(refusal(manyRelationships)).isEqualTo("too large: The workbook has more than 100 relationships.");
        assertThat(refusal(HandmadeWorkbook.of("").strings("<si/>".repeat(1001))))
                .isEqualTo("too large: The workbook has more than 1000 texts.");
        assertThat(refusal(HandmadeWorkbook.of("").styles("<cellXfs>" + "<xf/>".repeat(1001) + "</cellXfs>")))
                .isEqualTo("too large: The workbook has more than 1000 formats.");
        assertThat(refusal(HandmadeWorkbook.of("<a>".repeat(70) + "</a>".repeat(70))))
                .isEqualTo("too large: The workbook nests elements deeper than 64.");
        assertThat(refusal(HandmadeWorkbook.of("<row><c r='AY1'><v>1</v></c></row>"))).isEqualTo(
                "too large: Cell AY1 is beyond the first 50 columns, which are all that is read.");
        assertThat(refusal(HandmadeWorkbook.of("<row>" + shared + "</row>")
                .strings("<si><t>" + "x".repeat(39) + "</t></si>")))
                .isEqualTo("too large: The sheet has more than 500 characters of text.");
    }

    @Test
    void more_sheets_than_are_allowed_are_refused() {
        HandmadeWorkbook workbook = HandmadeWorkbook.empty();
        for (int number = 0; number <= 10; number++) {
            workbook.sheet("Ark" + number, "hidden", "");
        }

        assertThat(refusal(workbook)).isEqualTo("too large: The workbook has more than 10 sheets.");
    }

    @Test
    void a_long_text_is_cut_off_at_one_more_than_is_allowed() throws UnreadableWorkbook {
        String runs = "<r><t>" + "x".repeat(30) + "</t></r>";

        assertThat(only(HandmadeWorkbook.of("<row><c t='inlineStr'><is>" + runs + runs + "</is></c></row>")))
                .isEqualTo(new Cell.Text("x".repeat(41)));
    }

    @Test
    void macros_and_binary_workbooks_are_refused() {
        String macros = "macros: The workbook has macros (xlsm); save it as xlsx without them.";

        assertThat(refusal(HandmadeWorkbook.of("").part("xl/vbaProject.bin", "x"))).isEqualTo(macros);
        assertThat(refusal(HandmadeWorkbook.of("")
                .part("[Content_Types].xml", "<Types><Override "
                        + "ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>")))
                .isEqualTo(macros);
        assertThat(refusal(HandmadeWorkbook.of("").part("xl/workbook.bin", "x")))
                .isEqualTo("unreadable-file: The file is a binary workbook (xlsb); save it as xlsx.");
    }

    @Test
    void archives_that_are_no_workbook_are_refused() {
        Map<String, byte[]> word = new LinkedHashMap<>();
        word.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        word.put("word/document.xml", "<document/>".getBytes(StandardCharsets.UTF_8));
        byte[] whole = HandmadeWorkbook.of("<row><c><v>1</v></c></row>").bytes();
        String other = "unreadable-file: The file is a zip archive of another kind, and no xlsx workbook.";

        assertThat(refusal(HandmadeWorkbook.zipped(Map.of("a.txt", new byte[] {1})))).isEqualTo(other);
        assertThat(refusal(HandmadeWorkbook.zipped(word))).isEqualTo(other);
        assertThat(refusal(HandmadeWorkbook.zipped(Map.of())))
                .isEqualTo(other);
        for (int length : new int[] {4, whole.length / 2, whole.length - 10}) {
            assertThat(refusal(Arrays.copyOf(whole, length)))
                    .isEqualTo("unreadable-file: The workbook is damaged: its end is missing.");
        }
    }

    @Test
    void bytes_that_were_changed_are_found() {
        byte[] file = HandmadeWorkbook.of("<row><c><v>1</v></c></row>").bytes();
        file[200]++;

        assertThat(refusal(file))
                .isEqualTo("unreadable-file: The workbook is damaged: it cannot be unpacked to its end.");
    }

    @Test
    void archives_with_a_password_with_parts_of_one_name_or_upon_each_other_are_refused() {
        byte[] encrypted = HandmadeWorkbook.of("").bytes();
        byte[] twice = HandmadeWorkbook.of("").part("a.xml", "").part("A.xml", "").bytes();
        byte[] overlapping = HandmadeWorkbook.of("").part("a.bin", new byte[100_000]).bytes();
        int first = entry(encrypted, 0);
        encrypted[first + 8] |= 1;
        int size = entry(overlapping, 0) + 20;
        overlapping[size] = (byte) 0;
        overlapping[size + 1] = (byte) ((overlapping.length >> 8) - 1);

        assertThat(refusal(encrypted))
                .isEqualTo("encrypted-file: The file is an archive with a password; save it without.");
        assertThat(refusal(twice))
                .isEqualTo("unreadable-file: The workbook is damaged: it has two parts of one name.");
        assertThat(refusal(overlapping)).isEqualTo("unreadable-file: The workbook is damaged: its parts overlap.");
    }

    /** Where an entry of the archive's directory starts. */
    private static int entry(byte[] file, int number) {
        int found = -1;
        for (int place = 0; place < file.length - 46; place++) {
            if (file[place] == 'P' && file[place + 1] == 'K' && file[place + 2] == 1 && file[place + 3] == 2
                    && ++found == number) {
                return place;
            }
        }
        throw new IllegalArgumentException("no entry " + number);
    }

    @Test
    void sheets_that_are_missing_or_named_twice_are_refused() {
        String expected = "unreadable-file: The workbook is damaged: a sheet is missing, or there twice.";
        String sheets = "<workbook xmlns:r='r'><sheets><sheet name='A' r:id='s1'/><sheet name='B' r:id='%s'/></sheets>"
                + "</workbook>";

        assertThat(refusal(HandmadeWorkbook.of("").part("xl/workbook.xml", sheets.formatted("s1"))))
                .isEqualTo(expected);
        assertThat(refusal(HandmadeWorkbook.of("").part("xl/workbook.xml", sheets.formatted("s9"))))
                .isEqualTo(expected);
    }

    @Test
    void whatever_a_file_is_it_is_read_or_refused() {
        byte[] whole = HandmadeWorkbook
                .of("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>1.5</v></c></row>")
                .strings("<si><t>a</t></si>")
                .styles("<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>")
                .bytes();
        String sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData></worksheet>";
        Random random = new Random(20201009);

        for (int round = 0; round < 3000; round++) {
            byte[] broken = whole.clone();
            byte[] xml = sheet.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                xml[random.nextInt(xml.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> refusal(broken)).doesNotThrowAnyException();
            assertThatCode(() -> refusal(HandmadeWorkbook.of("").part("xl/worksheets/sheet1.xml", xml)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void texts_survive_what_xml_has_no_place_for() {
        for (String text : List.of("a", "_x000D_", "_x005F_", "\uFFFE", "x_", "_x00", "__x0041__")) {
            assertThat(SpreadsheetText.decoded(SpreadsheetText.encoded(text))).isEqualTo(text);
        }
    }

    @Test
    void an_address_is_what_people_write() throws UnreadableWorkbook {
        for (String address : List.of("A1", "Z9", "AA10", "AZ1", "BA1", "XFD1048576")) {
            assertThat(CellAddress.read(address)).hasToString(address);
        }
        assertThatThrownBy(() -> CellAddress.read("1A")).isInstanceOf(UnreadableWorkbook.class);
    }
}
