package no.ehelse.portfolio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request undoes a whole import. */
class ImportRetractionTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIRST = "ID;Tiltaksnavn;Status\n1;Språk;Grønn\n2;Journal;Gul\n";
    private static final String SECOND = "ID;Tiltaksnavn;Status\n1;Nytt språk;Rød\n3;Feil;Gul\n4;Rest;Gul\n";
    private static final String REASON = "{\"comment\": \"feil fil\"}";

    private RunningPortfolio portfolio;

    @BeforeEach
    void start(@TempDir Path folder) {
        portfolio = RunningPortfolio.on(folder);
        for (String month : List.of("01", "02")) {
            portfolio.post("/api/rounds", """
                    {"round": "2010-%s", "name": "Runde", "cutOff": "2010-%s-28"}""".formatted(month, month));
        }
        importFile("2010-01", FIRST);
    }

    @AfterEach
    void stop() {
        portfolio.close();
    }

    private String importFile(String round, String file) {
        JsonNode answer = JSON.readTree(portfolio.exchange(HttpRequest
                .newBuilder(portfolio.uri("/api/rounds/" + round + "/import?dryRun=false"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(file))
                .build()).body());
        assertThat(answer.get("errors")).isEmpty();
        return answer.get("import").asString();
    }

    private String eventOf(int number, int sequence) {
        return portfolio.stored("tiltak:" + number).get(sequence).event();
    }

    private Answer retract(String id) {
        return portfolio.post("/api/imports/" + id + "/retraction", REASON, "Portfolio-Source", "page");
    }

    private List<String> present(long position) {
        JsonNode listed = JSON.readTree(portfolio.get("/api/portfolio?at=2010-03-01&minPosition=" + position).body());
        return StreamSupport.stream(listed.get("tiltak").spliterator(), false)
                .map(tiltak -> tiltak.get("number").asInt() + " " + tiltak.get("name").asString() + " "
                        + tiltak.get("status").asString())
                .toList();
    }

    @Test
    void an_import_is_undone_as_if_it_had_never_been_sent_but_for_what_rests_on_it() {
        String id = importFile("2010-02", SECOND);
        portfolio.post("/api/tiltak/4/status", """
                {"status": "RED", "effectiveFrom": "2010-02-28"}""");

        Answer undone = retract(id);
        Answer again = retract(id);

        String skipped = """
                [{"number":4,"event":"%s","code":"not-retractable",\
                "message":"It is the only registration of tiltak 4, and entries from elsewhere rest on it."}]"""
                .formatted(eventOf(4, 0));
        assertThat(undone).isEqualTo(new Answer(200, """
                {"import":"%s","retracted":[{"number":1,"event":"%s"}],"removed":[{"number":3,"event":"%s"}],\
                "skipped":%s,"undoneBefore":0,"position":%d}"""
                .formatted(id, eventOf(1, 1), eventOf(3, 0), skipped, portfolio.head())));
        assertThat(portfolio.events()).isEqualTo(10);
        assertThat(again).isEqualTo(new Answer(200, """
                {"import":"%s","retracted":[],"removed":[],"skipped":%s,"undoneBefore":2,"position":%d}"""
                .formatted(id, skipped, portfolio.head())));
        assertThat(present(portfolio.head())).containsExactly("1 Språk GREEN", "2 Journal YELLOW", "4 Rest RED");
        JsonNode history = JSON.readTree(portfolio.get("/api/tiltak/3/history").body()).get("entries").get(1);
        assertThat(history.get("type").asString() + " " + history.get("comment").asString() + " "
                + history.get("source").asString() + " " + history.get("effectiveFrom").asString())
                .isEqualTo("TiltakRemoved feil fil page 2010-02-28");
        assertThat(JSON.readTree(portfolio.get("/api/tiltak/3?at=2010-03-01").body()).get("code").asString())
                .isEqualTo("not-in-portfolio");
        JsonNode registration = JSON.readTree(portfolio.get("/api/audit?after=0").body()).get("entries");
        assertThat(StreamSupport.stream(registration.spliterator(), false)
                .filter(entry -> entry.get("import").asString("").equals(id))
                .map(entry -> entry.get("number").asInt() + " " + entry.get("type").asString()))
                .as("the audit names the import")
                .containsExactly("1 ReportSubmitted", "3 TiltakRegistered",
                        "4 TiltakRegistered");
        assertThat(JSON.readTree(portfolio.get("/api/rounds/2010-02").body()).get("reported").toString())
                .as("what was registered in error did not report")
                .isEqualTo("[4]");
    }

    @Test
    void an_import_is_undone_also_after_its_round_was_published() {
        String id = importFile("2010-02", "ID;Tiltaksnavn;Status\n1;Nytt språk;Rød\n3;Feil;Gul\n");
        portfolio.post("/api/rounds/2010-02/closing", "");
        portfolio.post("/api/rounds/2010-02/publication", "");

        JsonNode undone = JSON.readTree(retract(id).body());

        assertThat(undone.get("skipped")).isEmpty();
        assertThat(present(undone.get("position").asLong())).containsExactly("1 Språk GREEN", "2 Journal YELLOW");
    }

    @Test
    void what_is_retracted_already_stays_and_an_import_that_is_sent_again_can_be_undone_again() {
        String id = importFile("2010-02", "ID;Tiltaksnavn;Status\n1;Nytt språk;Rød\n2;Journal;Rød\n");
        portfolio.post("/api/tiltak/1/retractions", """
                {"event": "%s", "comment": "gjaldt et annet"}""".formatted(eventOf(1, 1)));

        JsonNode first = JSON.readTree(retract(id).body());
        String again = importFile("2010-02", "ID;Tiltaksnavn;Status\n1;Nytt språk;Rød\n2;Journal;Rød\n");
        JsonNode second = JSON.readTree(retract(id).body());

        assertThat(again).isEqualTo(id);
        assertThat(first.get("retracted").toString()).isEqualTo("""
                [{"number":2,"event":"%s"}]""".formatted(eventOf(2, 1)));
        assertThat(first.get("undoneBefore").asInt()).isEqualTo(1);
        assertThat(second.get("retracted").toString()).isEqualTo("""
                [{"number":1,"event":"%s"},{"number":2,"event":"%s"}]""".formatted(eventOf(1, 3), eventOf(2, 3)));
        assertThat(second.get("undoneBefore").asInt()).isEqualTo(2);
        assertThat(present(second.get("position").asLong())).containsExactly("1 Språk GREEN", "2 Journal YELLOW");
    }

    @Test
    void a_request_without_a_reason_or_an_import_is_refused_and_records_nothing() {
        String id = importFile("2010-02", SECOND);
        long before = portfolio.events();
        String problem = """
                {"type":"urn:problem:portfolio:%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""";
        Answer reasonRequired = new Answer(422, problem.formatted("reason-required", "A comment is required", 422,
                "The undoing of an import needs a comment that says why.", "reason-required"));

        assertThat(portfolio.post("/api/imports/" + id + "/retraction", "{}")).isEqualTo(reasonRequired);
        assertThat(portfolio.post("/api/imports/" + id + "/retraction", "{\"comment\": \" \"}"))
                .isEqualTo(reasonRequired);
        assertThat(retract("another")).isEqualTo(new Answer(404, problem.formatted("not-found", "Nothing is here", 404,
                "No entry is from an import another.", "not-found")));
        assertThat(portfolio.post("/api/imports/" + id + "/retraction", "{\"coment\": \"x\"}").status())
                .isEqualTo(400);
        assertThat(portfolio.post("/api/imports/" + id + "/retraction", REASON, "If-Match", "\"1\"").status())
                .isEqualTo(400);
        assertThat(portfolio.events()).isEqualTo(before);
    }
}
