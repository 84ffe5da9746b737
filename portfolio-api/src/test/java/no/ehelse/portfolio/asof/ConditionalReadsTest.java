package no.ehelse.portfolio.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers that ask again, and readers that want something else than JSON, are answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionalReadsTest {

    private static final String LIST = "/api/portfolio?at=2010-06-01";

    private RunningPortfolio portfolio;
    private int next;

    @BeforeAll
    void start(@TempDir Path folder) {
        portfolio = RunningPortfolio.on(folder);
    }

    @AfterAll
    void stop() {
        portfolio.close();
    }

    @BeforeEach
    void another() {
        next++;
        assertThat(portfolio.post("/api/tiltak", """
                {"number": %d, "name": "Språk", "effectiveFrom": "2010-01-01"}""".formatted(next)).status())
                .isEqualTo(201);
        assertThat(portfolio.get(LIST + "&minPosition=" + head()).statusCode()).isEqualTo(200);
    }

    private long head() {
        return portfolio.log().getLast().trackingToken().position().orElseThrow();
    }

    private HttpResponse<String> get(String address, String... headers) {
        if (headers.length == 0) {
            return portfolio.asSent(HttpRequest.newBuilder(portfolio.uri(address)).GET().build());
        }
        return portfolio.asSent(HttpRequest.newBuilder(portfolio.uri(address)).headers(headers).GET().build());
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, "/api/portfolio/counts?by=status", "/api/portfolio/series",
            "/api/portfolio/changes?from=2010-01-01&to=2010-06-01", "/api/tiltak/1", "/api/tiltak/1/history",
            "/api/audit", "/api/rounds", "/api/organisations"})
    void what_has_not_changed_is_not_sent_again(String address) {
        HttpResponse<String> first = get(address, "Accept", "application/json");
        HttpResponse<String> again = get(address, "If-None-Match", "\"other\", W/" + tag(first));
        HttpResponse<String> any = get(address, "If-None-Match", "*");
        HttpResponse<String> other = get(address, "If-None-Match", "\"other\"");

        assertThat(new Answer(again.statusCode(), again.body() + tag(again))).isEqualTo(new Answer(304, tag(first)));
        assertThat(new Answer(any.statusCode(), any.body() + tag(any))).isEqualTo(new Answer(304, tag(first)));
        assertThat(new Answer(other.statusCode(), other.body())).isEqualTo(new Answer(200, first.body()));
    }

    @Test
    void what_has_changed_is_sent_again_with_another_tag() {
        HttpResponse<String> before = get(LIST, "Accept", "application/json");

        another();
        HttpResponse<String> after = get(LIST, "If-None-Match", tag(before));

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(tag(after)).isNotEqualTo(tag(before));
        assertThat(after.body()).contains("\"total\":" + next);
    }

    @Test
    void the_order_of_parameters_makes_no_other_answer_but_the_format_does() {
        String tag = tag(get("/api/portfolio?at=2010-06-01&q=s", "Accept", "application/json"));

        assertThat(tag(get("/api/portfolio?q=s&at=2010-06-01", "Accept", "*/*"))).isEqualTo(tag);
        assertThat(tag(get("/api/portfolio?q=s&at=2010-06-01", "Accept", "text/csv"))).isNotEqualTo(tag);
    }

    @Test
    void only_what_can_never_change_is_kept_without_asking() {
        assertThat(get(LIST).headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(get(LIST + "&knownAt=2010-01-01").headers().allValues("Cache-Control"))
                .containsExactly("max-age=31536000, immutable");
        assertThat(get(LIST).headers().allValues("Vary")).contains("Accept, Authorization, Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, "/api/portfolio/counts", "/api/tiltak/1", "/api/tiltak/1/history", "/api/audit",
            "/api/rounds", "/api/organisations", "/api/code-lists"})
    void what_there_is_not_is_not_acceptable(String address) {
        HttpResponse<String> answer = get(address, "Accept", "application/pdf");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not-acceptable\"");
    }
}
