package no.ehelse.portfolio.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Headers, pages of others, management, TLS, and what is logged. */
@ExtendWith(OutputCaptureExtension.class)
@Isolated("It reads the log of the process")
class TransportTest {

    @TempDir
    private Path folder;

    private static HttpResponse<String> get(RunningPortfolio portfolio, String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(portfolio.uri(address));
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return portfolio.asSent(request.build());
    }

    @Test
    void every_answer_tells_browsers_to_be_strict_and_none_sets_a_cookie() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            for (String address : List.of("/api/portfolio", "/swagger-ui/index.html", "/v3/api-docs", "/nowhere",
                    "/api/audit/export", "/actuator/health/readiness")) {
                HttpResponse<String> answer = get(portfolio, address);
                assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).as(address)
                        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                        .doesNotContain("unsafe");
                assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
                assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
                assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
                assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
                assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
                assertThat(answer.headers().firstValue("Server")).isEmpty();
            }
        }
    }

    @Test
    void pages_of_others_read_nothing_unless_their_origin_is_allowed_and_never_write() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            HttpResponse<String> closed = get(portfolio, "/api/portfolio", "Origin", "https://example.no");
            assertThat(closed.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder,
                "--portfolio.security.cors.allowed-origins=https://example.no")) {
            HttpResponse<String> allowed = get(portfolio, "/api/portfolio", "Origin", "https://example.no");
            assertThat(allowed.statusCode()).isEqualTo(200);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("https://example.no");
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
            HttpResponse<String> other = get(portfolio, "/api/portfolio", "Origin", "https://evil.example");
            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
            HttpResponse<String> writing = portfolio.asSent(HttpRequest.newBuilder(portfolio.uri("/api/tiltak"))
                    .header("Origin", "https://example.no")
                    .header("Access-Control-Request-Method", "POST")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build());
            assertThat(writing.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void what_a_browser_sends_for_another_site_is_refused_although_it_knows_the_password() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(portfolio.post("/api/rounds", """
                    {"round": "2010-01", "name": "Januar", "cutOff": "2010-01-20"}""").status()).isEqualTo(201);
            assertThat(portfolio.post("/api/rounds/2010-01/closing", "", "Sec-Fetch-Site", "cross-site").status())
                    .isEqualTo(403);
            assertThat(portfolio.post("/api/rounds/2010-01/closing", "", "Origin", "https://evil.example").status())
                    .isEqualTo(403);
            assertThat(portfolio.post("/api/rounds/2010-01/closing", "", "Origin", "null").status()).isEqualTo(403);
            assertThat(portfolio.post("/api/rounds/2010-01/closing", "", "Sec-Fetch-Site", "same-origin").status())
                    .isEqualTo(200);
            assertThat(portfolio.post("/api/rounds/2010-01/publication", "", "Origin",
                    "http://localhost:" + portfolio.port()).status()).isEqualTo(200);
        }
    }

    @Test
    void of_management_there_is_health_and_nothing_else() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(get(portfolio, "/actuator/health").body()).isEqualTo(
                    "{\"groups\":[\"dead-letters\",\"liveness\",\"readiness\",\"reading\"],\"status\":\"UP\"}");
            for (String address : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/loggers")) {
                assertThat(get(portfolio, address).statusCode()).as(address).isEqualTo(401);
            }
            assertThat(portfolio.get("/actuator/env").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_log_says_who_did_what_with_which_outcome_and_no_secret(CapturedOutput output) {
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--logging.level.no.ehelse.portfolio=debug")) {
            HttpResponse<String> created = portfolio.send("/api/tiltak",
                    """
                    {"number": 1, "name": "Hemmelig navn", "effectiveFrom": "2010-01-01", "comment": "Hemmelig tekst"}""",
                    "X-Request-Id", "abc-123");
            assertThat(created.headers().firstValue("X-Request-Id")).contains("abc-123");
            portfolio.send("/api/tiltak?token=hemmelig", "{}", "X-Request-Id", "linje\u00e5");
            get(portfolio, "/api/audit/export", "Authorization", RunningPortfolio.basic("kari", "Hemmelig passord"));
        }
        assertThat(output).containsPattern("abc-123.*office POST /api/tiltak -> 201 in \\d+ ms")
                .containsPattern("office POST /api/tiltak -> 400")
                .containsPattern("- GET /api/audit/export -> 401")
                .doesNotContainIgnoringCase("hemmelig")
                .doesNotContain("prøve-passord")
                .doesNotContain("Basic ");
    }
}
