package no.ehelse.portfolio.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers see who are not signed in, compared with the table in docs/security.md. */
class PublicReadingTest {

    private static final MarkdownTable TABLE = MarkdownTable.after("reading");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder;

    private RunningPortfolio started(String shown) {
        return RunningPortfolio.with(folder, "--portfolio.security.public-reading=" + shown);
    }

    /** January is published with one tiltak that is green; afterwards it is known to have been red, and there are two. */
    private static void given(RunningPortfolio portfolio) {
        sent(portfolio, "/api/organisations", """
                {"name": "Helsedirektoratet", "group": "HEALTH_ADMINISTRATION"}""");
        sent(portfolio, "/api/rounds", """
                {"round": "2010-01", "name": "Januar", "cutOff": "2010-01-20"}""");
        sent(portfolio, "/api/tiltak", """
                {"number": 1, "name": "Språk", "effectiveFrom": "2010-01-01", "status": "GREEN"}""");
        sent(portfolio, "/api/rounds/2010-01/closing", "");
        sent(portfolio, "/api/rounds/2010-01/publication", "");
        sent(portfolio, "/api/tiltak/1/status", """
                {"status": "RED", "effectiveFrom": "2010-01-10", "correction": true, "comment": "feil"}""");
        sent(portfolio, "/api/tiltak",
                """
                {"number": 2, "name": "Hemmelig", "effectiveFrom": "2010-01-01", "correction": true, "comment": "glemt"}""");
        sent(portfolio, "/api/rounds", """
                {"round": "2010-02", "name": "Februar", "cutOff": "2010-02-20"}""");
        assertThat(portfolio.get("/api/portfolio?minPosition=" + portfolio.log().size()).statusCode()).isEqualTo(200);
    }

    private static void sent(RunningPortfolio portfolio, String address, String body) {
        assertThat(portfolio.post(address, body).status()).isIn(200, 201);
    }

    private static HttpResponse<String> read(RunningPortfolio portfolio, String address) {
        return portfolio.asSent(HttpRequest.newBuilder(portfolio.uri(address)).GET().build());
    }

    @Test
    void the_public_reads_what_the_table_says_and_nothing_else() {
        List<List<String>> found = new ArrayList<>();
        TABLE.rows().forEach(row -> found.add(new ArrayList<>(List.of(row.getFirst()))));
        for (String shown : TABLE.headings().subList(1, TABLE.headings().size())) {
            try (RunningPortfolio portfolio = started(shown)) {
                if (portfolio.events() == 0) {
                    given(portfolio);
                }
                for (List<String> row : found) {
                    int status = read(portfolio, row.getFirst().substring("GET ".length())).statusCode();
                    assertThat(status).as(row.getFirst()).isIn(200, 401);
                    row.add(status == 200 ? "yes" : Integer.toString(status));
                }
            }
        }
        assertThat(found).isEqualTo(TABLE.rows());
    }

    @Test
    void what_is_published_shows_nothing_that_was_recorded_later() {
        try (RunningPortfolio portfolio = started("published")) {
            given(portfolio);

            JsonNode tiltak = JSON.readTree(read(portfolio, "/api/portfolio?round=2010-01&published=true").body());
            assertThat(tiltak.get("total").asInt()).isEqualTo(1);
            assertThat(tiltak.get("tiltak").get(0).get("status").asString()).isEqualTo("GREEN");
            JsonNode rounds = JSON.readTree(read(portfolio, "/api/rounds").body()).get("rounds");
            assertThat(rounds.size()).isEqualTo(1);
            assertThat(rounds.get(0).get("round").asString()).isEqualTo("2010-01");
            assertThat(read(portfolio, "/api/portfolio/series?published=true").body()).doesNotContain("2010-02");
            assertThat(read(portfolio, "/api/tiltak/2?round=2010-01&published=true").body())
                    .isEqualTo(read(portfolio, "/api/tiltak/3?round=2010-01&published=true").body().replace('3', '2'));
            assertThat(read(portfolio, "/api/rounds/2010-02/report?published=true").body()).isEqualTo(
                    read(portfolio, "/api/rounds/2010-03/report?published=true").body().replace("2010-03", "2010-02"));
            assertThat(JSON.readTree(portfolio.get("/api/rounds").body()).get("rounds").size()).isEqualTo(2);
        }
    }

    @Test
    void a_path_that_is_written_in_another_way_opens_nothing() {
        try (RunningPortfolio portfolio = started("published")) {
            given(portfolio);
            for (String address : List.of("/api//portfolio", "/api/portfolio/", "/api/./portfolio",
                    "/api/portfolio;a=b",
                    "/api/%70ortfolio", "/api/x/../portfolio",
                    "/api/portfolio?published=true&round=2010-01&published=false",
                    "/API/portfolio", "/api/tiltak/1/history?published=true", "/api/tiltak/1%2Fhistory?published=true",
                    "/api/audit?published=true", "/api/rounds/2010-01%2Freport%2Fcorrections?published=true")) {
                assertThat(read(portfolio, address).statusCode()).as(address).isIn(400, 401, 404);
            }
        }
    }

    @Test
    void an_answer_to_somebody_is_never_taken_for_one_to_everybody() {
        try (RunningPortfolio portfolio = started("published")) {
            given(portfolio);
            HttpResponse<String> all = portfolio.get("/api/rounds");
            HttpResponse<String> published = portfolio.asSent(HttpRequest.newBuilder(portfolio.uri("/api/rounds"))
                    .header("If-None-Match", all.headers().firstValue("ETag").orElseThrow())
                    .build());

            assertThat(all.headers().firstValue("Cache-Control").orElseThrow().toLowerCase(Locale.ROOT))
                    .contains("private");
            assertThat(published.statusCode()).isEqualTo(200);
            assertThat(published.headers().firstValue("Vary").orElseThrow()).contains("Authorization");
        }
    }

    @Test
    void who_recorded_an_entry_is_shown_to_the_office_only() {
        try (RunningPortfolio portfolio = started("everything")) {
            given(portfolio);

            for (String address : List.of("/api/tiltak/1/history", "/api/audit")) {
                JsonNode office = JSON.readTree(portfolio.get(address).body()).get("entries").get(0);
                JsonNode everybody = JSON.readTree(read(portfolio, address).body()).get("entries").get(0);
                assertThat(office.get("user").asString()).isEqualTo("office");
                assertThat(everybody.get("user").isNull()).isTrue();
                assertThat(everybody.get("event")).isEqualTo(office.get("event"));
            }
        }
    }
}
