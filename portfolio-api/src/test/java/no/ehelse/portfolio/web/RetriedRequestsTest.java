package no.ehelse.portfolio.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests over a network that loses answers: sent again, at once, after a restart, after a rebuild, with another body. */
class RetriedRequestsTest {

    private static final int CLIENTS = 32;
    private static final String FILE = "ID;Tiltaksnavn;Status\n1;Språk;Rød\n3;Ny;Gul\n4;Annen;\n";

    @TempDir
    private Path folder;

    private RunningPortfolio portfolio;

    /**
     * A request with a key.
     *
     * @param other a body that asks for something else
     */
    private record Keyed(String address, String type, String body, String other, String key) {

        static Keyed json(String address, String body, String other) {
            return json(address, body, other, "key-1");
        }

        static Keyed json(String address, String body, String other, String key) {
            return new Keyed(address, "application/json", body, other, key);
        }

        /** The address with the names of what is in it, as the description of the interface has it. */
        String template() {
            return address.replaceFirst("[?].*", "")
                    .replaceFirst("/tiltak/\\d+", "/tiltak/{number}")
                    .replaceFirst("/rounds/[^/]+", "/rounds/{round}")
                    .replaceFirst("/imports/[^/]+", "/imports/{import}");
        }

        Keyed changed() {
            return new Keyed(address, type, /* body= */ other, /* other= */ body, key);
        }
    }

    @BeforeEach
    void start() {
        portfolio = RunningPortfolio.on(folder);
        created("/api/organisations", """
                {"name": "KS", "group": "OTHER"}""");
        created("/api/rounds", """
                {"round": "2010-01", "name": "Januar", "cutOff": "2010-01-28"}""");
        created("/api/rounds", """
                {"round": "2010-02", "name": "Februar", "cutOff": "2010-02-28"}""");
        created("/api/tiltak", """
                {"number": 1, "name": "Språk", "effectiveFrom": "2010-01-01", "status": "GREEN"}""");
        created("/api/tiltak", """
                {"number": 2, "name": "Borte", "effectiveFrom": "2010-01-01"}""");
    }

    @AfterEach
    void stop() {
        portfolio.close();
    }

    private void created(String address, String body) {
        assertThat(portfolio.post(address, body)).extracting(Answer::status).isEqualTo(201);
    }

    private HttpResponse<String> sent(Keyed request) {
        return portfolio.exchange(HttpRequest.newBuilder(portfolio.uri(request.address()))
                .header("Content-Type", request.type())
                .header("Idempotency-Key", request.key())
                .POST(BodyPublishers.ofString(request.body()))
                .build());
    }

    /** All that a repeated request is answered as at first: everything but how far the stream is meanwhile. */
    private String told(Keyed request) {
        HttpResponse<String> answer = sent(request);
        return answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("-") + " "
                + answer.headers().firstValue("ETag").orElse("-") + " "
                + answer.body().replaceAll("\"position\":\\d+", "\"position\":…");
    }

    private Map<String, Keyed> requests() {
        Map<String, Keyed> requests = new LinkedHashMap<>();
        requests.put("import", new Keyed("/api/rounds/2010-02/import?dryRun=false", "text/csv", FILE,
                FILE.replace("Rød", "Gul"), "key-1"));
        requests.put("registration", Keyed.json("/api/tiltak", """
                {"number": 9, "name": "Niende", "effectiveFrom": "2010-01-01"}""", """
                {"number": 9, "name": "Tiende", "effectiveFrom": "2010-01-01"}"""));
        requests.put("status", Keyed.json("/api/tiltak/1/status", """
                {"status": "YELLOW", "effectiveFrom": "2010-01-10"}""", """
                {"status": "YELLOW", "effectiveFrom": "2010-01-11"}"""));
        requests.put("report", Keyed.json("/api/tiltak/1/reports", """
                {"round": "2010-01", "risk": "RED", "budgets": {"2010": 32}}""", """
                {"round": "2010-01", "risk": "RED", "budgets": {"2010": 33}}""", "rapport"));
        attributes().forEach((attribute, values) -> requests.put(attribute, changeOf(attribute, values)));
        requests.put("removal", Keyed.json("/api/tiltak/2/removal", """
                {"reason": "ENDED", "effectiveFrom": "2010-06-01"}""", """
                {"reason": "UNKNOWN", "effectiveFrom": "2010-06-01"}"""));
        requests.put("reinstatement", Keyed.json("/api/tiltak/2/reinstatement", """
                {"effectiveFrom": "2010-07-01"}""", """
                {"effectiveFrom": "2010-07-02"}""", "tilbake"));
        requests.put("opening", Keyed.json("/api/rounds", """
                {"round": "2010-03", "name": "Mars", "cutOff": "2010-03-28"}""", """
                {"round": "2010-03", "name": "Mars", "cutOff": "2010-03-29"}"""));
        requests.put("closing", Keyed.json("/api/rounds/2010-03/closing", "", "", "lukk"));
        requests.put("publication", Keyed.json("/api/rounds/2010-03/publication", "", """
                {"comment": "rettet"}""", "publiser"));
        requests.put("printed figure", Keyed.json("/api/rounds/2010-03/printed-figures", """
                {"name": "active", "value": 2, "source": "Kap. 1"}""", """
                {"name": "active", "value": 3, "source": "Kap. 1"}""", "trykt"));
        requests.put("registration of an organisation", Keyed.json("/api/organisations", """
                {"name": "Ålesund kommune", "group": "OTHER"}""", """
                {"name": "Ålesund kommune", "group": "HEALTH_ADMINISTRATION"}"""));
        return requests;
    }

    /** Two values of each attribute that has a request of its own, as the members of a body. */
    private static Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("risk", List.of("\"risk\": \"RED\"", "\"risk\": null"));
        attributes.put("phase", List.of("\"phase\": \"PLAN\"", "\"phase\": \"CONCEPT\""));
        attributes.put("segment", List.of("\"segment\": \"OBSERVE\"", "\"segment\": null"));
        attributes.put("activity", List.of("\"activity\": \"PAUSED\"", "\"activity\": \"ACTIVE\""));
        attributes.put("focus-area", List.of("\"focusArea\": \"1.1\"", "\"focusArea\": null"));
        attributes.put("budget", List.of("\"year\": 2010, \"amount\": 3", "\"year\": 2011, \"amount\": 3"));
        attributes.put("name", List.of("\"name\": \"Språket\"", "\"name\": \"Målet\""));
        attributes.put("organisation", List.of("\"organisation\": \"KS\"", "\"organisation\": null"));
        return attributes;
    }

    private static Keyed changeOf(String attribute, List<String> values) {
        return Keyed.json("/api/tiltak/1/" + attribute,
                "{%s, \"effectiveFrom\": \"2010-02-10\"}".formatted(values.get(0)),
                "{%s, \"effectiveFrom\": \"2010-02-10\"}".formatted(values.get(1)), "key-" + attribute);
    }

    private JsonNode entry(int number, int index) {
        return JsonMapper.shared()
                .readTree(portfolio.get("/api/tiltak/" + number + "/history").body())
                .get("entries")
                .get(index);
    }

    private Keyed retracting() {
        String event = entry(1, 1).get("event").asString();
        return Keyed.json("/api/tiltak/1/retractions", "{\"event\": \"%s\", \"comment\": \"feil\"}".formatted(event),
                "{\"event\": \"%s\", \"comment\": \"galt\"}".formatted(event), "trekk");
    }

    private Keyed undoing() {
        String imported = entry(3, 0).get("import").asString();
        return Keyed.json("/api/imports/" + imported + "/retraction", "{\"comment\": \"feil fil\"}",
                "{\"comment\": \"feil runde\"}");
    }

    private static <T> List<T> atOnce(Callable<T> task) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(CLIENTS)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : senders.invokeAll(Collections.nCopies(CLIENTS, task))) {
                results.add(result.get());
            }
            return results;
        }
    }

    @Test
    void each_kind_of_request_has_one_effect_and_one_answer() throws Exception {
        Map<Keyed, String> answers = new LinkedHashMap<>();
        for (Keyed request : requests().values()) {
            answers.put(request, onceByMany(request));
        }
        assertThat(requireNonNull(answers.get(requests().get("import")))).startsWith("200 ")
                .contains(
                        "\"registered\":[{\"number\":3,\"name\":\"Ny\"},{\"number\":4,\"name\":\"Annen\"}],\"changed\":[{\"number\":1,",
                        "\"notListed\":[{\"number\":2,\"name\":\"Borte\"}]");
        Keyed retracting = retracting();
        answers.put(retracting, onceByMany(retracting));
        Keyed undoing = undoing();
        answers.put(undoing, onceByMany(undoing));
        assertThat(requireNonNull(answers.get(undoing))).startsWith("200 ").contains("\"skipped\":[]");
        assertThat(answers.keySet().stream().map(Keyed::template)).as("every command there is")
                .containsExactlyInAnyOrderElementsOf(commands());

        created("/api/tiltak", """
                {"number": 5, "name": "Senere", "effectiveFrom": "2010-06-01"}""");
        answersStay(answers);
        portfolio.close();
        portfolio = RunningPortfolio.on(folder);
        answersStay(answers);
        rebuild();
        answersStay(answers);
    }

    private List<String> commands() {
        return JsonMapper.shared()
                .readTree(portfolio.get("/v3/api-docs").body())
                .get("paths")
                .properties()
                .stream()
                .filter(path -> path.getValue().has("post") && !path.getKey().startsWith("/api/admin/"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String onceByMany(Keyed request) throws Exception {
        long before = portfolio.events();
        List<String> answers = atOnce(() -> told(request));
        assertThat(answers).as(request.address()).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).as(request.address()).startsWith("20");
        assertThat(portfolio.events() - before).as(request.address()).isBetween(1L, 3L);
        return answers.getFirst();
    }

    private void answersStay(Map<Keyed, String> answers) {
        long before = portfolio.events();
        answers.forEach((request, answer) -> {
            assertThat(told(request)).isEqualTo(answer);
            if (!request.body().equals(request.other())) {
                assertThat(told(request.changed())).as(request.address()).isEqualTo("""
                        409 - - {"type":"urn:problem:portfolio:idempotency-key-reused","title":"The idempotency key was \
                        used before","status":409,"detail":"The idempotency key %s was used with other \
                        content.","code":"idempotency-key-reused"}""".formatted(request.key()));
            }
        });
        assertThat(portfolio.events()).isEqualTo(before);
    }

    private void rebuild() throws InterruptedException {
        Answer begun = portfolio.post("/api/admin/read-models/portfolio/rebuilds", "");
        assertThat(begun.status()).isEqualTo(202);
        String id = JsonMapper.shared().readTree(begun.body()).get("id").asString();
        JsonNode rebuild = JsonMapper.shared().readTree(begun.body());
        for (int look = 0; look < 300 && !rebuild.get("state").asString().equals("DONE"); look++) {
            Thread.sleep(100); // until the other thread is done
            rebuild = JsonMapper.shared()
                    .readTree(portfolio.get("/api/admin/read-models/portfolio/rebuilds/" + id).body());
        }
        assertThat(rebuild.get("state").asString()).isEqualTo("DONE");
        assertThat(rebuild.get("compared").asLong()).as("a small log is compared too")
                .isGreaterThan(portfolio.events());
        assertThat(rebuild.get("differences").asLong()).isZero();
    }

    @Test
    void a_dry_run_with_the_key_takes_nothing_from_the_import_and_tells_afterwards_what_it_did() {
        Keyed real = requireNonNull(requests().get("import"));
        Keyed trial = new Keyed("/api/rounds/2010-02/import", real.type(), real.body(), real.other(), real.key());

        String before = told(trial);
        String done = told(real);

        assertThat(done).isEqualTo(before);
        assertThat(told(trial)).isEqualTo(before);
    }

    @Test
    void an_import_that_was_refused_leaves_its_key_to_a_better_file() {
        Keyed wrong = new Keyed("/api/rounds/2010-02/import?dryRun=false", "text/csv",
                FILE.replace("Rød", "Lilla"), FILE, "key-1");

        assertThat(told(wrong)).startsWith("422 ");
        assertThat(told(wrong.changed())).startsWith("200 ").contains("\"unchanged\":0");
    }

    @Test
    void a_command_whose_answer_was_lost_is_answered_when_it_is_sent_again() throws Exception {
        long before = portfolio.events();
        String body = "{\"status\": \"RED\", \"effectiveFrom\": \"2010-01-20\"}";
        try (Socket hangingUp = new Socket("localhost", portfolio.port());
                OutputStream out = hangingUp.getOutputStream()) {
            out.write(("POST /api/tiltak/1/status HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + authorisation() + "Idempotency-Key: tapt\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
        }
        awaitEvents(before + 1);

        String again = told(new Keyed("/api/tiltak/1/status", "application/json", body, "", "tapt"));

        assertThat(again).isEqualTo("200 - \"1\" {\"number\":1,\"version\":1,\"position\":…,\"changed\":true}");
        assertThat(portfolio.events()).isEqualTo(before + 1);
    }

    private static String authorisation() {
        return "Authorization: " + RunningPortfolio.OFFICE + "\r\n";
    }

    private void awaitEvents(long number) throws InterruptedException {
        for (int look = 0; look < 200 && portfolio.events() < number; look++) {
            Thread.sleep(50); // the one who hung up does not learn when it is done
        }
        assertThat(portfolio.events()).isEqualTo(number);
    }

    @Test
    void of_tools_that_saw_the_same_version_one_is_heard_and_the_others_look_again() throws Exception {
        List<Integer> statuses = atOnce(() -> portfolio.post("/api/tiltak/1/status", """
                {"status": "RED", "effectiveFrom": "2010-01-20"}""", "If-Match", "\"0\"").status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(CLIENTS - 1);
    }

    @Test
    void tools_that_state_no_version_are_all_heard() throws Exception {
        List<Answer> answers = atOnce(() -> portfolio.post("/api/tiltak/1/status", """
                {"status": "RED", "effectiveFrom": "2010-01-20"}"""));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream()
                .map(answer -> JsonMapper.shared().readTree(answer.body()).get("version").asInt())
                .sorted()).isEqualTo(IntStream.rangeClosed(1, CLIENTS).boxed().toList());
    }
}
