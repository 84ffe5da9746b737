package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import no.ehelse.portfolio.xlsx.HandmadeWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rounds in workbooks over HTTP: the same answers as in CSV, and a problem for whatever is no such workbook. */
class WorkbookImportTest {

    private static final String HEADING = "<row><c t='str'><v>ID</v></c><c t='str'><v>Tiltaksnavn</v></c></row>";
    private static final String ROW = "<row><c><v>9001</v></c><c t='str'><v>A</v></c></row>";

    @TempDir
    private static Path folder;
    private static ImportingPortfolio portfolio;

    @BeforeAll
    static void start() {
        portfolio = ImportingPortfolio.on(folder);
        for (SampleTable.Row row : SampleTable.rows("organisations.csv")) {
            portfolio.organisation(row.text("Navn"), row.several("Alias").toArray(new String[0]));
        }
        portfolio.open("2020-03", LocalDate.of(2020, 3, 31));
        portfolio.open("2020-10", LocalDate.of(2020, 10, 9));
        portfolio.open("2022-06", LocalDate.of(2022, 6, 30));
    }

    @AfterAll
    static void stop() {
        portfolio.close();
    }

    private static HttpResponse<String> send(String round, boolean dryRun, String type, byte[] file) {
        return portfolio.running()
                .exchange(HttpRequest
                        .newBuilder(portfolio.running().uri("/api/rounds/" + round + "/import?dryRun=" + dryRun))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                        .build());
    }

    private static ObjectNode withoutId(HttpResponse<String> answer) {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(answer.body());
        body.remove("import");
        return body;
    }

    @ParameterizedTest
    @CsvSource({"2020-03, 53", "2020-10, 54", "2022-06, 46"})
    void a_round_is_taken_from_a_workbook_as_from_csv(String round, int rows) {
        byte[] csv = SampleFiles.read(round + ".csv");
        byte[] workbook = WorkbookOfCsv.of(csv);

        ObjectNode said = withoutId(send(round, true, FileFormat.CSV_TYPE, csv));
        ObjectNode saidOfWorkbook = withoutId(send(round, true, FileFormat.XLSX_TYPE, workbook));
        int before = portfolio.events().size();
        HttpResponse<String> done = send(round, false, FileFormat.XLSX_TYPE, workbook);
        int after = portfolio.events().size();
        ObjectNode again = withoutId(send(round, false, FileFormat.CSV_TYPE, csv));

        assertThat(said.get("rows").intValue()).isEqualTo(rows);
        assertThat(said.get("errors")).isEmpty();
        assertThat(saidOfWorkbook).isEqualTo(said);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(withoutId(done)).isEqualTo(said);
        assertThat(after).isEqualTo(before + rows);
        assertThat(again.get("unchanged").intValue()).isEqualTo(rows);
        assertThat(portfolio.events()).hasSize(after);
    }

    private static Map<String, byte[]> hostile() {
        byte[] good = HandmadeWorkbook.of(HEADING + ROW).bytes();
        byte[] cutOff = new byte[good.length / 2];
        System.arraycopy(good, 0, cutOff, 0, cutOff.length);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("413 payload-too-large a bomb", HandmadeWorkbook.of(HEADING + ROW)
                .part("xl/media/b.png", new byte[256 * 1024 * 1024])
                .bytes());
        files.put("413 payload-too-large many rows",
                HandmadeWorkbook.of(HEADING + "<row><c><v>1</v></c></row>".repeat(5001)).bytes());
        files.put("413 payload-too-large a far column",
                HandmadeWorkbook.of(HEADING + "<row><c r='XFD2'><v>1</v></c></row>").bytes());
        files.put("413 payload-too-large a large body", new byte[2 * 1024 * 1024 + 1]);
        files.put("422 doctype an external entity", HandmadeWorkbook.of(HEADING + ROW)
                .part("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")
                .related("strings", "sharedStrings", "sharedStrings.xml")
                .bytes());
        files.put("422 formula a formula",
                HandmadeWorkbook.of(HEADING + "<row><c><v>1</v></c><c><f>1+1</f></c></row>").bytes());
        files.put("422 macros macros", HandmadeWorkbook.of(HEADING + ROW).part("xl/vbaProject.bin", "x").bytes());
        files.put("422 unreadable-file a cell outside",
                HandmadeWorkbook.of(HEADING + "<row><c r='ZZZZZZ2'><v>1</v></c></row>").bytes());
        files.put("422 unreadable-file a text that is not there",
                HandmadeWorkbook.of(HEADING + "<row><c t='s'><v>2000000000</v></c></row>").bytes());
        files.put("422 unreadable-file csv", "ID;Tiltaksnavn\n1;A\n".getBytes(StandardCharsets.UTF_8));
        files.put("422 unreadable-file a pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        files.put("422 unreadable-file an empty archive", HandmadeWorkbook.zipped(Map.of()));
        files.put("422 unreadable-file half a file", cutOff);
        files.put("422 empty-file nothing", new byte[0]);
        return files;
    }

    @Test
    void whatever_is_no_such_workbook_is_a_problem_and_records_nothing() {
        int before = portfolio.events().size();
        Map<String, byte[]> files = hostile();
        Map<String, String> answers = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            HttpResponse<String> answer = send("2022-06", false, FileFormat.XLSX_TYPE, file);
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            String code = answer.statusCode() == 422 ? problem.get("errors").get(0).get("code").stringValue()
                    : problem.get("code").stringValue();
            answers.put(name, answer.statusCode() + " " + code);
        });

        assertThat(answers).allSatisfy((name, answer) -> assertThat(name).startsWith(answer + " "));
        assertThat(answers).hasSize(14);
        assertThat(portfolio.events()).hasSize(before);
    }

    @Test
    void a_dry_run_tells_what_is_wrong_with_a_workbook() {
        HttpResponse<String> said = send("2022-06", true, FileFormat.XLSX_TYPE,
                HandmadeWorkbook.of(HEADING + "<row r='4'><c><v>1</v></c><c><f>1+1</f></c></row>").bytes());

        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(withoutId(said).get("errors")).isEqualTo(JsonMapper.shared().readTree("""
                [{"row": 4, "column": "Tiltaksnavn", "code": "formula",
                  "message": "Cell B4 has a formula, and nothing is computed here; put its value there."}]"""));
    }
}
