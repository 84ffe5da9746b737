package no.ehelse.portfolio.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every limit of {@code docs/limits.md} that a request meets: what is within, what is told beyond, and that nothing is recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final RunningPortfolio portfolio;
    private final Wire wire;

    LimitsTest(@TempDir Path folder) {
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

    private static WireRequest office(String method, String target) {
        return WireRequest.of(method, target).header("Authorization", RunningPortfolio.OFFICE);
    }

    private static WireRequest post(String target, String body) {
        return office("POST", target).header("Content-Type", "application/json").text(body);
    }

    /** A body of a registration that lacks what is required, with one member of this value. */
    private String registration(String member, String value) throws IOException {
        return outcome(post("/api/tiltak", "{\"%s\": %s}".formatted(member, value)));
    }

    /** Status, code, and where there are errors the first one's field and code; else the detail. */
    private String outcome(WireRequest request) throws IOException {
        WireAnswer answer = wire.exchange(request);
        if (answer.isSuccess()) {
            return String.valueOf(answer.status());
        }
        assertThat(Verdict.on(answer, request.method(), false)).as(answer.text()).isNull();
        JsonNode problem = answer.json();
        JsonNode first = problem.path("errors").path(0);
        return answer.status() + " " + problem.get("code").asString() + " "
                + (first.isMissingNode() ? problem.get("detail").asString()
                        : first.get("field").asString() + " " + first.get("code").asString());
    }

    private static final String UNREADABLE = "400 malformed-request The request cannot be read.";

    @Test
    void headers_have_a_size_and_a_number() throws IOException {
        WireRequest read = office("GET", "/api/rounds");
        assertThat(outcome(read.header("X-A", "a".repeat(15_000)))).isEqualTo("200");
        assertThat(outcome(read.header("X-A", "a".repeat(17_000)))).isEqualTo(UNREADABLE);
        assertThat(outcome(many(read, 97))).isEqualTo("200");
        assertThat(outcome(many(read, 101))).isEqualTo(UNREADABLE);
    }

    private static WireRequest many(WireRequest request, int headers) {
        WireRequest many = request;
        for (int more = 0; more < headers; more++) {
            many = many.header("X-" + more, "a");
        }
        return many;
    }

    @Test
    void an_address_has_a_length_and_a_number_of_parameters() throws IOException {
        String path = "/api/portfolio";
        assertThat(outcome(office("GET", path + "?q=" + "a".repeat(8000 - path.length() - 2)))).isEqualTo("200");
        assertThat(outcome(office("GET", path + "?q=" + "a".repeat(8000 - path.length() - 1))))
                .isEqualTo("400 malformed-request The address is longer than 8000 characters.");
        assertThat(outcome(office("GET", path + "?" + repeated("status=RED", 200)))).isEqualTo("200");
        assertThat(outcome(office("GET", path + "?" + repeated("status=RED", 201))))
                .isEqualTo("400 malformed-request The query has more than 200 parameters.");
    }

    private static String repeated(String parameter, int times) {
        return IntStream.range(0, times).mapToObj(time -> parameter).collect(Collectors.joining("&"));
    }

    @Test
    void bodies_have_a_size() throws IOException {
        String tooLarge = "413 payload-too-large The body is larger than ";
        assertThat(outcome(post("/api/tiltak", " ".repeat(MEBIBYTE - 2) + "{}")))
                .isEqualTo("400 invalid-request number missing");
        assertThat(outcome(post("/api/tiltak", " ".repeat(MEBIBYTE - 1) + "{}"))).isEqualTo(tooLarge + "1 MiB.");
        WireRequest file = office("POST", "/api/rounds/2020-10/import").header("Content-Type", "text/csv");
        assertThat(outcome(file.text("x".repeat(2 * MEBIBYTE + 1)))).isEqualTo(tooLarge + "2 MiB.");
    }

    @Test
    void bodies_are_taken_as_they_are_in_utf_8() throws IOException {
        String body = "{\"name\": \"å\"}";
        WireRequest json = office("POST", "/api/tiltak").header("Content-Type", "application/json");
        assertThat(outcome(json.header("Content-Encoding", "gzip")
                .body(JsonDamage.packed(body.getBytes(
                        StandardCharsets.UTF_8)))))
                .isEqualTo("415 unsupported-media-type A body is taken as it is, without a Content-Encoding.");
        assertThat(outcome(json.header("Content-Encoding", "identity").text(body)))
                .isEqualTo("400 invalid-request number missing");
        assertThat(outcome(json.replaced("Content-Type", "application/json;charset=ISO-8859-1").text(body)))
                .isEqualTo("415 unsupported-media-type JSON is taken in UTF-8 only.");
        assertThat(outcome(office("POST", "/api/rounds/2020-10/import")
                .header("Content-Type", "text/csv;charset=utf-16")
                .text("ID")))
                .isEqualTo("415 unsupported-media-type CSV is taken in UTF-8 or Windows-1252.");
        for (byte[] notUtf8 : new byte[][] {body.getBytes(StandardCharsets.ISO_8859_1),
                body.getBytes(StandardCharsets.UTF_16), {'"', (byte) 0xC0, (byte) 0xAE, '"'},
                {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}}) {
            assertThat(outcome(json.body(notUtf8))).isEqualTo("400 malformed-request The body is not in UTF-8.");
        }
        assertThat(outcome(json.text("\uFEFF" + body))).isEqualTo("400 invalid-request number missing");
    }

    @Test
    void json_has_a_depth_a_width_and_lengths() throws IOException {
        String withinItself = "400 invalid-request number missing";
        assertThat(registration("aliases", "[".repeat(15) + "]".repeat(15)))
                .isEqualTo("400 invalid-request aliases unknown");
        assertThat(registration("aliases", "[".repeat(16) + "]".repeat(16)))
                .isEqualTo("400 invalid-request aliases" + "[0]".repeat(15) + " too-deep");
        assertThat(registration("aliases", "[".repeat(100_000)))
                .isEqualTo("400 invalid-request aliases" + "[0]".repeat(15) + " too-deep");
        assertThat(registration("budgets", members(200))).isEqualTo(withinItself);
        assertThat(registration("budgets", members(201))).isEqualTo("400 invalid-request budgets too-many");
        assertThat(removal(1000)).isEqualTo("400 invalid-request reason missing");
        assertThat(removal(1001)).isEqualTo("400 invalid-request successors too-many");
        assertThat(registration("n".repeat(100), "1"))
                .isEqualTo("400 invalid-request " + "n".repeat(100) + " unknown");
        assertThat(registration("n".repeat(101), "1")).isEqualTo("400 invalid-request body too-long");
        assertThat(registration("status", "\"" + "x".repeat(16_000) + "\"")).isEqualTo(withinItself);
        assertThat(registration("status", "\"" + "x".repeat(16_001) + "\""))
                .isEqualTo("400 invalid-request status too-long");
    }

    private static String members(int number) {
        return IntStream.range(0, number)
                .mapToObj(year -> "\"" + (2000 + year) + "\": 1")
                .collect(
                        Collectors.joining(",", "{", "}"));
    }

    private String removal(int successors) throws IOException {
        return outcome(post("/api/tiltak/1/removal",
                "{\"successors\": [" + "1, ".repeat(successors - 1) + "1]}"));
    }

    @Test
    void numbers_have_a_length_and_an_exponent_that_can_be_reckoned_with() throws IOException {
        assertThat(budget("0." + "0".repeat(98))).isEqualTo("400 invalid-request effectiveFrom missing");
        assertThat(budget("0." + "0".repeat(99))).isEqualTo("400 invalid-request amount too-long");
        assertThat(budget("9".repeat(100_000))).isEqualTo("400 invalid-request amount too-long");
        assertThat(budget("1e1000000000")).isEqualTo("400 invalid-request amount out-of-range");
        assertThat(budget("1e99999999999")).isEqualTo("400 invalid-request amount out-of-range");
        assertThat(budget("1e-99999999999")).isEqualTo("400 invalid-request amount out-of-range");
    }

    private String budget(String amount) throws IOException {
        return outcome(post("/api/tiltak/1/budget", "{\"year\": 2021, \"amount\": " + amount + "}"));
    }

    @Test
    void half_characters_are_no_text() throws IOException {
        assertThat(registration("name", "\"\\ud83d\"")).isEqualTo("400 invalid-request name malformed");
        assertThat(registration("name", "\"\\ude00\\ud83d\"")).isEqualTo("400 invalid-request name malformed");
        assertThat(registration("\\ud83d", "1")).isEqualTo("400 invalid-request body malformed");
        assertThat(registration("name", "\"\\ud83d\\ude00\"")).isEqualTo("400 invalid-request number missing");
    }

    @Test
    void headers_of_commands_have_lengths_and_say_what_they_say_in_utf_8() throws IOException {
        WireRequest command = post("/api/rounds/2020-10/closing", "{}");
        String read = "404 unknown-round There is no round 2020-10.";
        assertThat(outcome(command.header("Idempotency-Key", utf8("Å".repeat(200))))).isEqualTo(read);
        assertThat(outcome(command.header("Idempotency-Key", utf8("Å".repeat(201)))))
                .isEqualTo("400 invalid-request Idempotency-Key malformed");
        assertThat(outcome(command.header("Portfolio-Source", utf8("Ålesund \uD83D\uDE00")))).isEqualTo(read);
        assertThat(outcome(command.header("Portfolio-Source", utf8("\uD83D\uDE00".repeat(25))))).isEqualTo(read);
        assertThat(outcome(command.header("Portfolio-Source", utf8("\uD83D\uDE00".repeat(26)))))
                .isEqualTo("400 invalid-request Portfolio-Source malformed");
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void mistakes_that_are_told_have_a_number_and_a_length() throws IOException {
        WireAnswer many = wire.exchange(post("/api/tiltak/1/removal",
                "{\"successors\": [" + "0, ".repeat(999) + "0]}"));
        assertThat(many.json().get("errors").size()).isEqualTo(100);
        assertThat(many.json().get("detail").asString())
                .isEqualTo("There are 1002 mistakes in the request: see errors.");
        WireAnswer unknown = wire.exchange(post("/api/tiltak/1/retractions",
                "{\"event\": \"%s\", \"comment\": \"a\"}".formatted("x".repeat(15_000))));
        assertThat(unknown.json().get("detail").asString()).hasSizeLessThanOrEqualTo(1001);
    }

    @Test
    void a_page_of_the_audit_has_a_size_and_a_series_a_number_of_points() throws IOException {
        assertThat(outcome(office("GET", "/api/audit?limit=5000"))).isEqualTo("200");
        assertThat(outcome(office("GET", "/api/audit?limit=5001"))).isEqualTo("400 invalid-request limit out-of-range");
        assertThat(outcome(office("GET", "/api/audit?limit=0"))).isEqualTo("400 invalid-request limit out-of-range");
        assertThat(outcome(office("GET", "/api/portfolio/series?step=month&from=2000-01&to=2049-12"))).isEqualTo("200");
        assertThat(outcome(office("GET", "/api/portfolio/series?step=month&from=2000-01&to=2050-01")))
                .isEqualTo("400 invalid-request from out-of-range");
    }

    @Test
    void accepted_types_have_a_number_and_their_parameters_do_not_matter() throws IOException {
        String tooMany = "application/json," + repeated("a/b", 50).replace('&', ',');
        WireRequest ofOperators = office("GET",
                TestStores.isEmbedded() ? "/api/admin/backups" : "/api/admin/dead-letters");
        WireRequest rounds = office("GET", "/api/rounds");
        for (WireRequest read : new WireRequest[] {ofOperators, rounds}) {
            assertThat(outcome(read.header("Accept", tooMany.substring(0, tooMany.length() - 4)))).isEqualTo("200");
            assertThat(outcome(read.header("Accept", "application/json;charset=utf-16"))).isEqualTo("200");
            for (String none : new String[] {tooMany, ",,,", "a", "application/json;q=2", "application/json;q=0"}) {
                assertThat(outcome(read.header("Accept", none))).as(none).startsWith("406 not-acceptable");
            }
        }
    }
}
