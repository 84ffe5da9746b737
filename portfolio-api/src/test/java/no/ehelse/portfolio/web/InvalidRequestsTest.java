package no.ehelse.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read or can never be right is refused with everything that is wrong, and leaves no event behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvalidRequestsTest {

    private static final String VALID = "{\"number\": 9001, \"name\": \"x\", \"effectiveFrom\": \"2020-04-01\"}";

    private final RunningPortfolio portfolio;

    InvalidRequestsTest(@TempDir Path folder) {
        portfolio = RunningPortfolio.on(folder);
    }

    @AfterAll
    void stop() {
        portfolio.close();
    }

    @AfterEach
    void no_event_is_left_behind() {
        assertThat(portfolio.events()).isZero();
    }

    private Answer read(String address) {
        HttpResponse<String> response = portfolio.get(address);
        return new Answer(response.statusCode(), response.body());
    }

    @Test
    void series_that_contradicts_itself_is_refused() {
        assertThat(read("/api/portfolio/series?step=year")).isEqualTo(invalid(
                "step|unknown-value|step is one of round, month"));
        assertThat(read("/api/portfolio/series?published=true&step=month")).isEqualTo(invalid(
                "step|contradiction|a month is not published: published needs step=round"));
        assertThat(read("/api/portfolio/series?published=true&knownAt=2020-10-09")).isEqualTo(invalid(
                "knownAt|contradiction|published and knownAt exclude each other"));
        assertThat(read("/api/portfolio/series?from=2021-01-02&to=2021-01-01")).isEqualTo(invalid(
                "from|contradiction|from is after to"));
        assertThat(read("/api/portfolio/series?step=month&from=1900-01&to=2020-01")).isEqualTo(invalid(
                "from|out-of-range|there would be more than 600 points"));
        assertThat(read("/api/portfolio/series?from=oktober&at=2020-10")).isEqualTo(invalid(
                "from|malformed|at is a day, such as 2020-10-09, or a month, such as 2020-10".replace("at is",
                        "from is"),
                "at|unknown|there is no parameter at here"));
        assertThat(read("/api/portfolio/series?from=round:2020-10").status()).isEqualTo(404);
        assertThat(read("/api/portfolio/series")).isEqualTo(new Answer(200, "{\"points\":[]}"));
    }

    @Test
    void report_that_contradicts_itself_is_refused() {
        assertThat(read("/api/rounds/2020-10/report?edition=1")).isEqualTo(invalid(
                "edition|contradiction|edition needs published=true"));
        assertThat(read("/api/rounds/2020-10/report?published=true&knownAt=2020-10-09")).isEqualTo(invalid(
                "knownAt|contradiction|published and knownAt exclude each other"));
        assertThat(read("/api/rounds/2020-10/report/corrections?edition=0")).isEqualTo(invalid(
                "edition|out-of-range|edition is at least 1"));
        assertThat(read("/api/rounds/2020-10/report").status()).isEqualTo(404);
        assertThat(read("/api/rounds/2020-10/report/corrections").status()).isEqualTo(404);
    }

    @Test
    void printed_figure_that_nobody_prints_is_refused() {
        assertThat(portfolio.post("/api/rounds/2020-10/printed-figures", """
                {"name": "den aktive", "value": {}, "source": " "}""")).isEqualTo(invalid(
                "name|malformed|name is a figure's, such as status.RED, or with the place of the print "
                        + "budget.2021.amount#chapter-3",
                "value|wrong-type|value is a text, a number or an array of portfolio numbers",
                "source|blank|source is blank"));
        assertThat(portfolio.post("/api/rounds/2020-10/printed-figures", """
                {"name": "active", "value": 51, "source": "Kap. 1"}""").status()).isEqualTo(404);
    }

    private static Answer malformed(String detail) {
        return problem(ProblemCode.MALFORMED_REQUEST, detail);
    }

    private static Answer problem(ProblemCode code, String detail) {
        return new Answer(code.status(), """
                {"type":"%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(code.type(), code.title(),
                code.status(), detail, code.code()));
    }

    /** Each mistake is its field, its code and its message, apart by a bar. */
    private static Answer invalid(String... mistakes) {
        List<String> errors = java.util.Arrays.stream(mistakes)
                .map(mistake -> mistake.split("\\|", -1))
                .map(parts -> "{\"field\":\"%s\",\"code\":\"%s\",\"message\":\"%s\"}".formatted((Object[]) parts))
                .toList();
        String detail = mistakes.length == 1 ? "There is a mistake in the request: see errors."
                : "There are " + mistakes.length + " mistakes in the request: see errors.";
        return new Answer(400, """
                {"type":"urn:problem:portfolio:invalid-request","title":"The request is invalid","status":400,\
                "detail":"%s","code":"invalid-request","errors":[%s]}""".formatted(detail, String.join(",", errors)));
    }

    @Test
    void a_body_that_is_no_json_is_malformed() {
        assertThat(portfolio.post("/api/tiltak", "")).isEqualTo(malformed("The body is empty."));
        assertThat(portfolio.post("/api/tiltak", "  ")).isEqualTo(malformed("The body is empty."));
        assertThat(portfolio.post("/api/tiltak", "{\"number\": 9001,"))
                .isEqualTo(malformed("The body is not JSON: see line 1, column 17."));
        assertThat(portfolio.post("/api/tiltak", VALID + " {}"))
                .isEqualTo(malformed("The body goes on after its JSON value."));
        assertThat(portfolio.post("/api/rounds/2020-10/closing", "nei").status()).isEqualTo(400);
    }

    @Test
    void a_body_that_is_no_object_is_invalid() {
        assertThat(portfolio.post("/api/tiltak", "[" + VALID + "]"))
                .isEqualTo(invalid("body|wrong-type|the body is an object"));
        assertThat(portfolio.post("/api/tiltak", "null")).isEqualTo(invalid("body|wrong-type|the body is an object"));
        assertThat(portfolio.post("/api/rounds/2020-10/closing", "{\"comment\": null}"))
                .isEqualTo(invalid("comment|unknown|there is no member comment here"));
    }

    @Test
    void every_mistake_in_a_body_is_told_at_once() {
        assertThat(portfolio.post("/api/tiltak", """
                {"number": "3", "name": "\\u0007", "effectivFrom": "2020-04-01", "status": "Red", "risk": 1,
                 "segment": "COORDINATE", "segment": "OBSERVE", "activity": null, "phase": "IDE",
                 "budgets": {"2020": -1, "1999": 1, "x": 1, "2021": "32", "2022": 0.0000001, "2023": 1e30},
                 "round": "2020-13", "earliest": "2020-02-30", "comment": 7, "correction": "true"}"""))
                .isEqualTo(invalid("segment|duplicate|segment stands twice",
                        "effectivFrom|unknown|there is no member effectivFrom here",
                        "number|wrong-type|number is a whole number",
                        "name|control-character|name contains a control character",
                        "effectiveFrom|missing|effectiveFrom is missing", "comment|wrong-type|comment is a text",
                        "round|malformed|round is a year and a month, such as 2020-10",
                        "correction|wrong-type|correction is true or false",
                        "status|unknown-value|status is one of GREEN, YELLOW, RED", "risk|wrong-type|risk is a text",
                        "phase|unknown-value|phase is one of IDEA, CONCEPT, PLAN, EXECUTE, CLOSE, REALISE",
                        "budgets.2020|negative|budgets.2020 is negative",
                        "budgets.1999|out-of-range|budgets.1999 is between 2000 and 2100",
                        "budgets.x|wrong-type|budgets.x is a whole number",
                        "budgets.2021|wrong-type|budgets.2021 is a number",
                        "budgets.2022|too-fine|budgets.2022 has more than 6 decimals",
                        "budgets.2023|out-of-range|budgets.2023 is in million kroner, less than 1,000,000,000",
                        "earliest|no-such-day|earliest is a day that does not exist"));
    }

    @Test
    void numbers_days_and_names_have_bounds() {
        assertThat(portfolio.post("/api/tiltak", """
                {"number": 0, "name": "%s", "effectiveFrom": "99999-01-01"}""".formatted("x".repeat(10_000))))
                .isEqualTo(invalid("number|out-of-range|number is an integer from 1",
                        "name|too-long|name is longer than 300 characters",
                        "effectiveFrom|malformed|effectiveFrom is a day, such as 2020-10-09"));
        assertThat(portfolio.post("/api/tiltak", """
                {"number": 99999999999, "name": " ", "effectiveFrom": "1899-12-31"}"""))
                .isEqualTo(invalid("number|out-of-range|number is too large", "name|blank|name is blank",
                        "effectiveFrom|out-of-range|effectiveFrom is between the years 1900 and 2200"));
        assertThat(portfolio.post("/api/tiltak", """
                {"number": 3.0, "name": null, "effectiveFrom": 20200401, "activity": null}"""))
                .isEqualTo(invalid("number|wrong-type|number is a whole number", "name|null|name is never null",
                        "effectiveFrom|wrong-type|effectiveFrom is a text"));
        assertThat(portfolio.post("/api/tiltak", """
                {"number": 9001, "name": "x", "effectiveFrom": "2020-04-01", "activity": null}"""))
                .isEqualTo(invalid("activity|null|activity is never null"));
        assertThat(portfolio.post("/api/tiltak", """
                {"number": 9001, "name": "x", "effectiveFrom": "2020-04-01", "earliest": "2020-04-02"}"""))
                .isEqualTo(invalid("earliest|out-of-range|earliest is after effectiveFrom"));
        assertThat(portfolio.post("/api/tiltak/9001/removal", """
                {"reason": "CONTINUED_IN", "effectiveFrom": "2020-04-01", "successors": [9002, 0, null, "9"]}"""))
                .isEqualTo(invalid("successors[1]|out-of-range|successors[1] is an integer from 1",
                        "successors[2]|null|successors[2] is never null",
                        "successors[3]|wrong-type|successors[3] is a whole number"));
        assertThat(portfolio.post("/api/rounds", """
                {"round": "2020-10", "name": "x", "cutOff": "1999-01-01"}"""))
                .isEqualTo(invalid("cutOff|out-of-range|cutOff is between the years 2000 and 2100"));
        assertThat(portfolio.post("/api/organisations", """
                {"name": "x", "group": "OTHER", "aliases": ["a", ""], "id": "Å"}"""))
                .isEqualTo(invalid("aliases[1]|blank|aliases[1] is blank",
                        "id|malformed|id has lower-case letters a–z, digits and single hyphens, at most 100 characters"));
    }

    @Test
    void the_value_of_a_granular_command_is_required_and_may_be_null_where_the_contract_says_so() {
        assertThat(portfolio.post("/api/tiltak/9001/status", "{\"effectiveFrom\": \"2020-04-01\"}"))
                .isEqualTo(invalid("status|missing|status is missing"));
        assertThat(
                portfolio.post("/api/tiltak/9001/activity", "{\"effectiveFrom\": \"2020-04-01\", \"activity\": null}"))
                .isEqualTo(invalid("activity|null|activity is never null"));
        assertThat(portfolio.post("/api/tiltak/9001/name", "{\"effectiveFrom\": \"2020-04-01\", \"name\": null}"))
                .isEqualTo(invalid("name|null|name is never null"));
    }

    @Test
    void paths_queries_and_headers_are_read_as_strictly_as_bodies() {
        String body = "{\"status\": null, \"effectiveFrom\": \"2020-04-01\"}";
        assertThat(portfolio.post("/api/tiltak/0/status", body))
                .isEqualTo(invalid("number|out-of-range|number is an integer from 1"));
        assertThat(portfolio.post("/api/tiltak/abc/status", body))
                .isEqualTo(invalid("number|wrong-type|number is a whole number"));
        assertThat(portfolio.post("/api/rounds/2020/closing", ""))
                .isEqualTo(invalid("round|malformed|round is a year and a month, such as 2020-10"));
        assertThat(portfolio.post("/api/tiltak?dryRun=true&x", VALID))
                .isEqualTo(invalid("dryRun|unknown|there is no parameter dryRun here",
                        "x|unknown|there is no parameter x here"));
        for (String tag : List.of("3", "W/\"3\"", "\"3\", \"4\"", "\"3", "")) {
            assertThat(portfolio.post("/api/tiltak/9001/status", body, "If-Match", tag))
                    .as(tag)
                    .isEqualTo(invalid("If-Match|malformed|If-Match is one ETag, such as \\\"3\\\", or *"));
        }
        for (String tag : List.of("\"3\"", "*")) {
            assertThat(portfolio.post("/api/tiltak", VALID, "If-Match", tag))
                    .as(tag)
                    .isEqualTo(invalid("If-Match|not-allowed|what is registered has no version yet"));
        }
        assertThat(portfolio.post("/api/tiltak", VALID, "Idempotency-Key", "a b", "Portfolio-Source", "x".repeat(51)))
                .isEqualTo(invalid("Idempotency-Key|malformed|Idempotency-Key has 1 to 200 visible characters",
                        "Portfolio-Source|malformed|Portfolio-Source has 1 to 50 characters"));
        assertThat(portfolio.post("/api/tiltak", VALID, "Idempotency-Key", "k".repeat(201)))
                .isEqualTo(invalid("Idempotency-Key|malformed|Idempotency-Key has 1 to 200 visible characters"));
        assertThat(portfolio.post("/api/tiltak", VALID, "Idempotency-Key", "a", "Idempotency-Key", "b"))
                .isEqualTo(invalid("Idempotency-Key|repeated|Idempotency-Key is given once only"));
    }

    @Test
    void a_body_that_is_too_large_is_refused_whether_its_size_is_announced_or_not() {
        Answer tooLarge = problem(ProblemCode.PAYLOAD_TOO_LARGE, "The body is larger than 1 MiB.");
        byte[] threeMegabytes = ("{\"name\": \"" + "x".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(portfolio.uri("/api/tiltak"))
                .header("Content-Type", "application/json");
        HttpResponse<String> announced =
                portfolio.exchange(request.POST(BodyPublishers.ofByteArray(threeMegabytes)).build());
        HttpResponse<String> inChunks = portfolio.exchange(request.POST(
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(threeMegabytes))).build());

        assertThat(new Answer(announced.statusCode(), announced.body())).isEqualTo(tooLarge);
        assertThat(new Answer(inChunks.statusCode(), inChunks.body())).isEqualTo(tooLarge);
    }

    @Test
    void what_the_framework_refuses_is_a_problem_too() throws IOException {
        HttpResponse<String> nowhere = portfolio.get("/api/nowhere");
        HttpResponse<String> method = portfolio
                .exchange(HttpRequest.newBuilder(portfolio.uri("/api/rounds/2020-10/closing")).DELETE().build());
        HttpResponse<String> html = portfolio.send("/api/tiltak", VALID, "Accept", "text/html");
        HttpResponse<String> form = portfolio.exchange(HttpRequest.newBuilder(portfolio.uri("/api/tiltak"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("number=9001"))
                .build());

        assertThat(new Answer(nowhere.statusCode(), nowhere.body()))
                .isEqualTo(problem(ProblemCode.NOT_FOUND, "There is nothing at this address."));
        assertThat(new Answer(method.statusCode(), method.body()))
                .isEqualTo(problem(ProblemCode.METHOD_NOT_ALLOWED, "This address does not take the method."));
        assertThat(method.headers().firstValue("Allow")).hasValue("POST");
        assertThat(new Answer(html.statusCode(), html.body()))
                .isEqualTo(
                        problem(ProblemCode.NOT_ACCEPTABLE, "None of the media types in Accept can be answered here."));
        assertThat(new Answer(form.statusCode(), form.body())).isEqualTo(
                problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "This address does not take a body of that Content-Type."));
        for (HttpResponse<String> response : List.of(nowhere, method, html, form)) {
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(raw("GET /api/{a}|b HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .endsWith(malformed("The request cannot be read.").body());
        assertThat(raw("TRACE /api/tiltak HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 405")
                .contains("Content-Type: application/problem+json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", portfolio.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
