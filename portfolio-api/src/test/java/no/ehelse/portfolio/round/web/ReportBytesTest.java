package no.ehelse.portfolio.round.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestDatabases;
import no.ehelse.portfolio.asof.Points;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.view.report.PublishedReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of a published report: the same for the same content, wherever and whenever they are asked for. */
class ReportBytesTest {

    private static final String SAMPLE_DATA = "--portfolio.sample-data=true";

    /** Frozen with format 1: who changes a byte of what was published gives new reports a new format instead. */
    private static final Map<String, String> DIGESTS = Map.of("2020-03",
            "fe9e2d7d0928e2e3eb5bdee3495a891c9918a707ce7ced66da6f7bfd7e47df81", "2020-10",
            "240332cf42bf12a96a7744e5817fadca576a1b32c063882d73aa9212e9e5e5cc", "2022-06",
            "62ca751c4ee1232c29a566aef9adcca623352e3286f487df905a44c2adb8a497");

    @TempDir
    private Path folder;

    private static String digest(RunningPortfolio portfolio, String address) {
        HttpResponse<String> answer = portfolio.get(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(answer.body().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void a_report_that_is_no_longer_what_was_published_is_not_told() throws SQLException {
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, SAMPLE_DATA)) {
            assertThat(digests(portfolio)).isEqualTo(DIGESTS);
        }
        try (Connection database = TestDatabases.connect(folder); Statement statement = database.createStatement()) {
            for (String table : List.of("tiltak_version_a", "tiltak_version_b")) {
                statement.executeUpdate(
                        "update " + table + " set status = 'GREEN' where number = 132 and status = 'RED'");
            }
        }
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, SAMPLE_DATA)) {
            HttpResponse<String> answer = portfolio.get("/api/rounds/2020-10/report?published=true");

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("\"code\":\"read-model-incomplete\"", DIGESTS.get("2020-10"));
            assertThat(digest(portfolio, "/api/rounds/2020-03/report?published=true"))
                    .isEqualTo(DIGESTS.get("2020-03"));
        }
    }

    private static Map<String, String> digests(RunningPortfolio portfolio) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String round : List.of("2020-03", "2020-10", "2022-06")) {
            digests.put(round, digest(portfolio, "/api/rounds/" + round + "/report?published=true"));
        }
        return digests;
    }

    @Test
    void bundled_rounds_are_published_in_the_same_bytes_for_ever_and_on_every_store() {
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, SAMPLE_DATA)) {
            assertThat(digests(portfolio)).isEqualTo(DIGESTS);
        }
    }

    @Test
    void digest_of_an_edition_is_known_before_it_is_published() throws IOException {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            publishTwice(portfolio);
        }
    }

    private static void publishTwice(RunningPortfolio portfolio) throws IOException {
        portfolio.post("/api/rounds", "{\"round\": \"2020-10\", \"name\": \"Oktober\", \"cutOff\": \"2020-10-09\"}");
        portfolio.post("/api/tiltak", """
                {"number": 9001, "name": "Ærlig/«ø» \\"sitat\\"", "effectiveFrom": "2020-10-01", "status": "RED", "round": "2020-10",
                 "budgets": {"2020": 0.50, "2021": 1e3}}""");
        portfolio.post("/api/tiltak", """
                {"number": 9002, "name": "To", "effectiveFrom": "2020-10-01", "budgets": {"2020": 1.5}}""");
        portfolio.post("/api/rounds/2020-10/printed-figures", """
                {"name": "budget.2020.amount", "value": 2.0, "source": "Kap. 1"}""");
        portfolio.post("/api/rounds/2020-10/closing", "{}");
        for (int edition = 1; edition <= 2; edition++) {
            long head = portfolio.bean(Points.class).awaitHead().position();
            String before = portfolio.bean(PublishedReports.class)
                    .digestOf(new RoundId("2020-10"), LocalDate.of(2020, 10, 9), edition, head);

            portfolio.post("/api/rounds/2020-10/publication", "{\"comment\": \"Utgave\"}");

            portfolio.bean(Points.class).awaitHead();
            assertThat(digest(portfolio, "/api/rounds/2020-10/report?published=true")).isEqualTo(before);
        }
        assertThat(portfolio.get("/api/rounds/2020-10/report?published=true&edition=2").body()).isEqualTo(golden());
    }

    /** The report in full; the line feed that ends the file is not part of it. */
    private static String golden() throws IOException {
        try (InputStream in = ReportBytesTest.class.getResourceAsStream("/golden/status-report-1.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
