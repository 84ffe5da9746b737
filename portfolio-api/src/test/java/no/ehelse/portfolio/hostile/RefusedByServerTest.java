package no.ehelse.portfolio.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the web server or the firewall refuses before any controller sees it is a problem of the contract as well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedByServerTest {

    private final RunningPortfolio portfolio;
    private final Wire wire;

    RefusedByServerTest(@TempDir Path folder) {
        portfolio = RunningPortfolio.on(folder);
        wire = new Wire(portfolio.port());
    }

    @AfterAll
    void stop() throws IOException {
        wire.close();
        portfolio.close();
    }

    @AfterEach
    void no_event_is_left_behind() {
        assertThat(portfolio.events()).isZero();
    }

    private static WireRequest registration() {
        return WireRequest.of("POST", "/api/rounds")
                .header("Authorization", RunningPortfolio.OFFICE)
                .header("Content-Type", "application/json")
                .text("{\"round\": \"2020-10\", \"name\": \"x\", \"cutOff\": \"2020-10-09\"}");
    }

    private void refused(WireRequest request, int status, String code) throws IOException {
        WireAnswer answer = wire.alone(request);
        assertThat(Verdict.on(answer, request.method(), false)).as(request + ": " + answer.text()).isNull();
        assertThat(answer.status()).as(request + ": " + answer.text()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    private void unreadable(WireRequest request) throws IOException {
        refused(request, 400, "malformed-request");
    }

    @Test
    void request_lines_that_are_none() throws IOException {
        unreadable(registration().target("/api/rounds x"));
        unreadable(registration().target("/api/rounds|"));
        unreadable(registration().target("/api/r\u00C3\u00B8unds"));
        unreadable(registration().target("/api/rounds?q=\""));
        unreadable(registration().version("HTTP/9.9"));
        unreadable(registration().version("HTP/1.1"));
        unreadable(registration().method("CONNECT"));
    }

    @Test
    void hosts_that_are_missing_or_none() throws IOException {
        unreadable(registration().unframed());
        unreadable(registration().header("Host", "a b"));
        unreadable(registration().header("Host", "a").header("Host", "b"));
        unreadable(registration().target("http://other.example/api/rounds").header("Host", "localhost"));
    }

    @Test
    void bodies_of_which_nobody_knows_where_they_end() throws IOException {
        for (String coding : List.of("xchunked", "identity", "gzip, chunked", "chunked, chunked")) {
            unreadable(registration().header("Transfer-Encoding", coding));
        }
        unreadable(registration().header("Transfer-Encoding", "chunked").text("zz\r\n{}\r\n0\r\n\r\n"));
        unreadable(registration().header("Content-Length", "-1"));
        unreadable(registration().header("Content-Length", "1").header("Content-Length", "2"));
        unreadable(registration().header("Content-Length", "99999999999999999999"));
        unreadable(registration().header("Content-Length", "1000"));
        unreadable(registration().header("Expect", "200-maybe"));
    }

    @Test
    void headers_that_are_none() throws IOException {
        unreadable(registration().line("no colon"));
        unreadable(registration().line("X : space"));
        unreadable(registration().line("X: a\u0000b"));
    }

    @Test
    void paths_that_can_be_read_in_two_ways() throws IOException {
        for (String path : List.of("/api//rounds", "/api/rounds;a=b", "/api/rounds;jsessionid=1", "/api/./rounds",
                "/api/x/../rounds",
                "/api/%2e%2e/api/rounds", "/api%2frounds", "/api/rounds%00", "/api/rounds%0a", "/api\\rounds",
                "/api/%5crounds", "/api/%c0%ae", "/api/rounds%", "/api/%252e%252e", "/../api/rounds")) {
            unreadable(registration().target(path));
        }
        refused(registration().target("/api/rounds/"), 404, "not-found");
        refused(registration().target("/API/ROUNDS"), 404, "not-found");
    }

    @Test
    void methods_that_nobody_has_here() throws IOException {
        for (String method : List.of("TRACE", "PROPFIND", "FOO", "post", "PUT", "PATCH", "DELETE")) {
            refused(registration().method(method), 405, "method-not-allowed");
        }
        WireAnswer answer = wire.alone(registration().method("FOO"));
        assertThat(answer.header("allow")).isEqualTo("GET, HEAD, POST");
    }

    @Test
    void forms_are_not_even_read() throws IOException {
        for (String form : List.of("application/x-www-form-urlencoded", "multipart/form-data",
                "multipart/form-data; boundary=x")) {
            refused(registration().replaced("Content-Type", form).text("a=%zz"), 415, "unsupported-media-type");
            refused(registration().method("PUT").replaced("Content-Type", form).text("a=%zz"), 405,
                    "method-not-allowed");
        }
    }

    @Test
    void what_spoke_http_0_9_before_does_not_matter() throws IOException {
        for (int time = 0; time < 10; time++) {
            WireAnswer bare = wire.alone(WireRequest.of("GET", "/api/rounds").version("").unframed());
            assertThat(bare.text()).contains("{\"rounds\":[]}");
            unreadable(registration().target("/api/rounds?q=\""));
        }
    }
}
