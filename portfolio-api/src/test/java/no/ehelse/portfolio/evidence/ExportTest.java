package no.ehelse.portfolio.evidence;

import static no.ehelse.portfolio.evidence.SmallLog.verification;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The log as a file, and the program beside its definition that checks it without us. */
class ExportTest {

    private static final Path PROGRAM = Path.of("..", "docs", "verify", "VerifyExport.java");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;
    private static RunningPortfolio portfolio;

    /** What the program said, and the status that it ended with. */
    private record Verdict(int status, List<String> wrong, String all) {}

    @BeforeAll
    static void start() {
        portfolio = RunningPortfolio.on(folder.resolve("store"));
        SmallLog.record(portfolio);
    }

    @AfterAll
    static void stop() {
        portfolio.close();
    }

    private static List<String> exported() {
        return new ArrayList<>(portfolio.get("/api/audit/export").body().lines().toList());
    }

    private static Verdict verdict(List<String> lines, String... digests) throws IOException, InterruptedException {
        Path export = Files.createTempFile(folder, "export", ".ndjson");
        Files.writeString(export, String.join("\n", lines) + "\n");
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", PROGRAM.toString(), export.toString()));
        command.addAll(List.of(digests));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return new Verdict(status, said.lines().filter(line -> line.startsWith("WRONG")).toList(), said);
    }

    private static String witness() {
        return verification(portfolio).get("publications").get(0).get("witness").asString();
    }

    private static String changed(String line, UnaryOperator<ObjectNode> change) {
        return change.apply((ObjectNode) JSON.readTree(line)).toString();
    }

    @Test
    void the_export_is_the_log_as_stored_one_event_a_line() {
        HttpResponse<String> response = portfolio.get("/api/audit/export");
        JsonNode line = JSON.readTree(response.body().lines().toList().get(4));
        JsonNode metadata = JSON.readTree(line.get("metadata").asString());

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(response.body().lines()).hasSize(SmallLog.EVENTS);
        assertThat(response.body()).endsWith("\n");
        assertThat(line.propertyNames()).containsExactly("position", "event", "aggregate", "sequence", "type",
                "revision", "timestamp", "payload", "metadata");
        assertThat(line.get("position").asLong()).isEqualTo(portfolio.stored().get(4).position());
        assertThat(line.get("aggregate").asString()).isEqualTo("tiltak:1");
        assertThat(line.get("sequence").asLong()).isEqualTo(1);
        assertThat(line.get("type").asString()).isEqualTo("no.ehelse.portfolio.tiltak.TiltakEvent$StatusReported");
        assertThat(line.get("revision").asString()).isEqualTo("1");
        assertThat(line.get("timestamp").isIntegralNumber()).isTrue();
        assertThat(line.get("payload").asString()).isEqualTo("""
                {"number":1,"occasion":{"effectiveFrom":"2020-10-01","comment":"på møtet","round":null,\
                "correction":false},"status":"GREEN"}""");
        assertThat(metadata.get("source").asString()).isEqualTo("api");
        assertThat(metadata.get("seal").asString()).matches("[0-9a-f]{8}:5:[0-9a-f]{64}");
    }

    @Test
    void the_program_agrees_with_the_service_about_a_whole_log() throws Exception {
        String heads = verification(portfolio).get("heads").asString();

        Verdict verdict = verdict(exported(), witness(), heads);

        assertThat(verdict.all()).contains("published " + witness() + ": is that of round 2020-10, edition 1",
                "published " + heads + ": is that of the whole export",
                "12 events of 5 aggregates, heads " + heads).endsWith("OK\n");
        assertThat(verdict.status()).isZero();
    }

    @Test
    void the_digest_of_a_report_is_known_but_no_witness_and_nothing_is_no_log() throws Exception {
        String report = JSON.readTree(portfolio.get("/api/rounds/2020-10").body())
                .at("/editions/0/witness/report")
                .asString();

        assertThat(verdict(exported(), report).all()).contains("published " + report
                + ": is that of the report of round 2020-10, edition 1; it does not witness the log").endsWith("OK\n");
        assertThat(verdict(List.of()).wrong()).contains("WRONG the export has no event");
    }

    @Test
    void the_program_finds_an_altered_event_by_the_edition_that_it_breaks() throws Exception {
        List<String> lines = exported();
        lines.set(4, lines.get(4).replace("GREEN", "GREEM"));

        Verdict verdict = verdict(lines, witness());

        assertThat(verdict.wrong()).containsExactly(
                "WRONG round 2020-10, edition 1: the log before it is not the one that was published",
                "WRONG published " + witness() + ": no edition in this export bears it");
        assertThat(verdict.status()).isEqualTo(1);
    }

    @Test
    void a_log_with_a_new_witness_does_not_bear_the_published_one() throws Exception {
        List<String> lines = exported();
        lines.set(4, lines.get(4).replace("GREEN", "GREEM"));
        String computed = verdict(lines).all().lines().findFirst().orElseThrow().replaceAll(".*computed ", "");
        lines.set(10, lines.get(10).replace(witness(), computed));

        assertThat(verdict(lines).status()).as("it is consistent, but another log").isZero();
        assertThat(verdict(lines, witness()).wrong()).containsExactly(
                "WRONG published " + witness() + ": no edition in this export bears it");
    }

    @Test
    void the_program_names_missing_swapped_repeated_and_unreadable_lines() throws Exception {
        List<String> missing = exported();
        missing.remove(5);
        List<String> swapped = exported();
        swapped.set(2, exported().get(7));
        swapped.set(7, exported().get(2));
        List<String> repeated = exported();
        repeated.add(exported().get(11));
        List<String> unreadable = exported();
        unreadable.set(0, unreadable.getFirst().substring(1));

        assertThat(verdict(missing).wrong()).map(line -> line.replaceAll("[(].*[)]", "(…)"))
                .containsExactly(
                        "WRONG round:2020-10 #0 (…): was sealed at place 7, and stands where place 6 would be",
                        "WRONG tiltak:1 #3 (…): 1 missing before it in its aggregate, from #2",
                        "WRONG round 2020-10, edition 1: the log before it is not the one that was published");
        assertThat(verdict(swapped).wrong()).anyMatch(line -> line.startsWith("WRONG tiltak:2 #0 (")
                && line.endsWith("): stands behind #1 of its aggregate"));
        assertThat(verdict(repeated).wrong().getFirst()).startsWith("WRONG tiltak:1 #4 (")
                .endsWith("): an event of that identifier stands before it");
        assertThat(verdict(unreadable).wrong()).contains("WRONG line 1 is no event: it is no JSON object");
    }

    @Test
    void a_deletion_at_the_end_is_found_by_whoever_kept_the_heads() throws Exception {
        String heads = verification(portfolio).get("heads").asString();
        List<String> lines = exported();
        lines.removeLast();

        assertThat(verdict(lines, heads).wrong())
                .containsExactly("WRONG published " + heads + ": no edition in this export bears it");
    }

    @Test
    void the_program_reads_json_in_every_spelling() throws Exception {
        List<String> lines = exported();
        lines.replaceAll(line -> changed(line, event -> event.put("extra", 1.5e3)).replace(",\"", " ,\t\"")
                .replace("å", "\\u00e5")
                .replace("/", "\\/"));

        Verdict verdict = verdict(lines, witness());

        assertThat(verdict.all()).endsWith("OK\n");
    }

    @Test
    void the_program_says_what_it_needs() throws Exception {
        assertThat(verdict(exported(), "abc").status()).isEqualTo(2);
        assertThat(verdict(exported(), "abc").all()).isEqualTo("A digest has 64 hexadecimal digits.\n");
    }

    @Test
    void the_same_events_have_the_same_digest_on_every_store() throws Exception {
        Path another = folder.resolve("another");
        try (RunningPortfolio other = TestDatabases.isPostgresql() ? RunningPortfolio.embedded(another)
                : RunningPortfolio.onPostgresql(another)) {
            for (String line : exported()) {
                JsonNode event = JSON.readTree(line);
                SmallLog.database(other)
                        .sql("""
                        insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                            type, time_stamp, payload_type, payload_revision, payload, meta_data)
                        values (?, ?, ?, 'any', ?, ?, ?, ?, ?)""")
                        .params(event.get("event").asString(), event.get("aggregate").asString(),
                                event.get("sequence").asLong(),
                                Instant.ofEpochMilli(event.get("timestamp").asLong()).toString(),
                                event.get("type").asString(), event.get("revision").asString(),
                                event.get("payload").asString().getBytes(StandardCharsets.UTF_8),
                                event.get("metadata").asString().getBytes(StandardCharsets.UTF_8))
                        .update();
            }

            assertThat(verification(other).get("heads")).isEqualTo(verification(portfolio).get("heads"));
            assertThat(verification(other).get("publications").get(0).get("state").asString()).isEqualTo("INTACT");
        }
    }

    @Test
    void neither_operation_takes_a_parameter_or_another_form() {
        HttpRequest asJson = HttpRequest.newBuilder(portfolio.uri("/api/audit/export"))
                .header("Accept", "application/json")
                .build();

        assertThat(portfolio.get("/api/audit/export?from=1").statusCode()).isEqualTo(400);
        assertThat(portfolio.get("/api/audit/verification?deep=true").statusCode()).isEqualTo(400);
        assertThat(portfolio.exchange(asJson).statusCode()).isEqualTo(406);
    }

    @Test
    void the_key_of_the_seals_is_for_its_owner_only() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("store").resolve("seal-key")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }
}
