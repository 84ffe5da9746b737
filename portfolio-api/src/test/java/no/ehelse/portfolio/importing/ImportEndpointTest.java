package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.ehelse.portfolio.eventstore.Provenance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ImportEndpointTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FILE = """
            ID;Tiltaksnavn;Status;Budsjett 2010
            2;Ny;Gul;
            1;A;Rød;32,50
            """;

    @TempDir
    private static Path folder;
    private static ImportingPortfolio portfolio;

    @BeforeAll
    static void start() {
        portfolio = ImportingPortfolio.on(folder);
        portfolio.organisation("Helsedirektoratet");
        portfolio.open("2010-01", LocalDate.of(2010, 1, 31));
        portfolio.open("2010-02", LocalDate.of(2010, 2, 28));
        portfolio.carryOut("2010-01", "ID;Tiltaksnavn;Status;Budsjett 2010\n1;A;;0,5\n");
    }

    @AfterAll
    static void stop() {
        portfolio.close();
    }

    private static HttpResponse<String> post(String address, String contentType, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(portfolio.running().uri(address))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return portfolio.running().exchange(request.build());
    }

    private static HttpResponse<String> importCsv(String address, String body) {
        return post(address, "text/csv;charset=UTF-8", body);
    }

    private static JsonNode withoutId(HttpResponse<String> answer) {
        ObjectNode body = (ObjectNode) JSON.readTree(answer.body());
        assertThat(body.remove("import").stringValue()).hasSize(36);
        return body;
    }

    @Test
    void a_dry_run_is_what_is_done_unless_the_sender_says_otherwise() {
        int before = portfolio.events().size();

        HttpResponse<String> said = importCsv("/api/rounds/2010-02/import", FILE);
        int afterDryRun = portfolio.events().size();
        HttpResponse<String> done = importCsv("/api/rounds/2010-02/import?dryRun=false", FILE);
        int afterImport = portfolio.events().size();

        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(withoutId(said)).isEqualTo(JSON.readTree("""
                {"layout": "2022", "rows": 2, "registered": [{"number": 2, "name": "Ny"}],
                 "changed": [{"number": 1, "name": "A", "changes": [
                     {"attribute": "status", "before": null, "after": "RED"},
                     {"attribute": "budgets.2010", "before": 0.5, "after": 32.5}]}],
                 "unchanged": 0, "notListed": [], "warnings": [], "errors": []}"""));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).isEqualTo(said.body());
        assertThat(afterDryRun).isEqualTo(before);
        assertThat(afterImport).isEqualTo(before + 2);
        assertThat(portfolio.events().getLast().getMetaData())
                .containsEntry(Provenance.SOURCE, "import")
                .containsEntry(Provenance.IMPORT, JSON.readTree(said.body()).get("import").stringValue());
    }

    @Test
    void errors_are_told_by_a_dry_run_and_refuse_the_import() {
        String file = "ID;Tiltaksnavn;Status;Aktør\n3;C;Blå;Helsedirektorat\n";
        int before = portfolio.events().size();

        HttpResponse<String> said = importCsv("/api/rounds/2010-02/import?dryRun=true", file);
        HttpResponse<String> refused = importCsv("/api/rounds/2010-02/import?dryRun=false", file);

        String members = """
                "layout": "2022", "rows": 1, "registered": [], "changed": [], "unchanged": 0,
                "notListed": [{"number": 1, "name": "A"}], "warnings": [], "errors": [
                    {"row": 2, "column": "Status", "code": "unknown-value",
                     "message": "\\"Blå\\" is none of Grønn, Gul, Rød."},
                    {"row": 2, "column": "Aktør", "code": "unknown-organisation", "message":
                     "No organisation is called \\"Helsedirektorat\\"; the nearest is \\"Helsedirektoratet\\"."}]""";
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(withoutId(said)).isEqualTo(JSON.readTree("{" + members + "}"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(withoutId(refused)).isEqualTo(JSON.readTree("""
                {"type": "urn:problem:portfolio:import-rejected", "title": "The import is rejected", "status": 422,
                 "detail": "Nothing is recorded, because of 2 errors.", "code": "import-rejected",
                """ + members + "}"));
        assertThat(portfolio.events()).hasSize(before);
    }

    private static String codeOf(HttpResponse<String> answer) {
        return answer.statusCode() + " " + JSON.readTree(answer.body()).get("code").stringValue();
    }

    @Test
    void what_cannot_be_taken_is_refused() {
        String tooLong = "ID;Tiltaksnavn\n" + IntStream.rangeClosed(1, 5001)
                .mapToObj(number -> number + ";A\n")
                .collect(Collectors.joining());

        assertThat(codeOf(importCsv("/api/rounds/2010-12/import", FILE))).isEqualTo("404 unknown-round");
        assertThat(codeOf(importCsv("/api/rounds/2010-13/import", FILE))).isEqualTo("400 invalid-request");
        assertThat(codeOf(importCsv("/api/rounds/2010-02/import?dryrun=false", FILE)))
                .isEqualTo("400 invalid-request");
        assertThat(codeOf(importCsv("/api/rounds/2010-02/import?dryRun=no", FILE))).isEqualTo("400 invalid-request");
        assertThat(codeOf(importCsv("/api/rounds/2010-02/import?comment=%00", FILE)))
                .isEqualTo("400 invalid-request");
        assertThat(codeOf(post("/api/rounds/2010-02/import", "text/csv", FILE, "If-Match", "\"1\"")))
                .isEqualTo("400 invalid-request");
        assertThat(codeOf(importCsv("/api/rounds/2010-02/import", tooLong))).isEqualTo("413 payload-too-large");
        assertThat(codeOf(post("/api/rounds/2010-02/import", "application/json", "{}")))
                .isEqualTo("415 unsupported-media-type");
        assertThat(codeOf(post("/api/rounds/2010-02/import",
                "application/vnd.ms-excel.sheet.macroEnabled.12", "PK")))
                .isEqualTo("415 unsupported-media-type");
    }

    @Test
    void an_empty_body_is_an_empty_file() {
        assertThat(JSON.readTree(importCsv("/api/rounds/2010-02/import", "").body()).get("errors")).isEqualTo(
                JSON.readTree("""
                        [{"row": 1, "column": null, "code": "empty-file", "message": "The file is empty."}]"""));
    }
}
