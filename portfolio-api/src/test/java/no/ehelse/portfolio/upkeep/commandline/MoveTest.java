package no.ehelse.portfolio.upkeep.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.readmodel.RandomRounds;
import no.ehelse.portfolio.readmodel.ReadModelRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The log of one store, with gaps in its positions, moved to another one of each kind: nothing but positions differs. */
@LogInTablesOnly("It moves a log between tables")
class MoveTest {

    private static final Path PROGRAM = Path.of("..", "docs", "verify", "VerifyExport.java");
    private static final String POSITION = "\"position\":[0-9]+,";
    private static final String REPEATED = """
            {"status": "RED", "effectiveFrom": "2022-08-01"}""";

    @TempDir
    private static Path folder;

    private static Path export = Path.of(".");
    private static String heads = "";
    private static Seen source = Seen.NOTHING;

    /**
     * What readers see of a store.
     *
     * @param lines of the export, without positions
     * @param reports the bytes of every published edition, as text
     * @param rows of the read model, with every position replaced by its rank in the stream
     * @param repeated what the same command with the same key is answered, without the position
     */
    private record Seen(List<String> lines, Map<String, String> reports, Map<String, List<String>> rows,
            String heads, String repeated) {

        static final Seen NOTHING = new Seen(List.of(), Map.of(), Map.of(), "", "");
    }

    @BeforeAll
    static void record() throws IOException {
        Path data = folder.resolve("source");
        try (RunningPortfolio portfolio = RunningPortfolio.with(data, "--portfolio.sample-data=true")) {
            portfolio.bean(JdbcClient.class)
                    .sql("alter table domain_event_entry alter column global_index restart with 5000")
                    .update();
            for (int number = 1; number <= 12; number++) {
                portfolio.post("/api/tiltak", """
                        {"number": %d, "name": "Fra før", "effectiveFrom": "2019-01-01", "correction": true,
                         "comment": "Glemt"}""".formatted(number));
            }
            new RandomRounds(portfolio, 7).play(80);
            portfolio.post("/api/tiltak/125/status", REPEATED, "Idempotency-Key", "moved");
            source = seen(portfolio);
        }
        export = folder.resolve("log.ndjson.gz");
        Outcome outcome = StoreCommands.run("--portfolio.store.command=export", "--portfolio.data-dir=" + data,
                "--portfolio.store.file=" + export);
        assertThat(outcome.done()).as(outcome.text()).isTrue();
        heads = outcome.text().replaceAll(".*heads=([0-9a-f]{64}).*", "$1");
    }

    private static Seen seen(RunningPortfolio portfolio) {
        List<String> lines = portfolio.get("/api/audit/export").body().lines().toList();
        Map<Long, Long> ranks = new HashMap<>();
        for (String line : lines) {
            ranks.put(JsonMapper.shared().readTree(line).get("position").asLong(), ranks.size() + 1L);
        }
        long head = JsonMapper.shared().readTree(lines.getLast()).get("position").asLong();
        assertThat(portfolio.get("/api/portfolio?minPosition=" + head).statusCode()).isEqualTo(200);
        JsonNode rounds = JsonMapper.shared().readTree(portfolio.get("/api/rounds").body());
        Map<String, String> reports = new TreeMap<>();
        for (JsonNode round : rounds.get("rounds")) {
            for (int edition = 1; edition <= round.get("editions").size(); edition++) {
                String address = "/api/rounds/" + round.get("round").asString() + "/report?published=true&edition="
                        + edition;
                reports.put(address, portfolio.get(address).body());
            }
        }
        JsonNode verification = JsonMapper.shared().readTree(portfolio.get("/api/audit/verification").body());
        assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
        assertThat(verification.get("sealed").asLong()).isEqualTo(lines.size());
        return new Seen(lines.stream().map(line -> line.replaceFirst(POSITION, "")).toList(), reports,
                rows(portfolio, ranks), verification.get("heads").asString(),
                portfolio.post("/api/tiltak/125/status", REPEATED, "Idempotency-Key", "moved")
                        .body()
                        .replaceFirst(POSITION, ""));
    }

    private static Map<String, List<String>> rows(RunningPortfolio portfolio, Map<Long, Long> ranks) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : Stream.concat(ReadModelRows.tables().stream(),
                Stream.of("round_register", "organisation_register", "request_register")).toList()) {
            tables.put(table,
                    portfolio.bean(JdbcTemplate.class)
                            .queryForList("select * from " + table)
                            .stream()
                            .map(row -> row(row, ranks))
                            .sorted()
                            .toList());
        }
        return tables;
    }

    private static String row(Map<String, ?> row, Map<Long, Long> ranks) {
        Map<String, String> texts = new TreeMap<>();
        row.forEach((column, value) -> {
            String name = column.toLowerCase(Locale.ROOT);
            boolean position = name.endsWith("position") || name.startsWith("known_");
            texts.put(name, switch (value) {
                case Long place when position && place != Long.MAX_VALUE ->
                    "#" + Objects.requireNonNull(ranks.get(place));
                case OffsetDateTime instant -> instant.toInstant().toString();
                case Timestamp instant -> instant.toInstant().toString();
                case null -> "null";
                default -> value.toString();
            });
        });
        return texts.toString();
    }

    private static Outcome moveTo(Path data, String... further) throws IOException {
        Files.createDirectories(data);
        Files.copy(folder.resolve("source").resolve("seal-key"), data.resolve("seal-key"));
        List<String> arguments = new ArrayList<>(List.of("--portfolio.store.command=import",
                "--portfolio.data-dir=" + data, "--portfolio.store.file=" + export,
                "--portfolio.store.heads=" + heads));
        arguments.addAll(List.of(further));
        return StoreCommands.run(arguments.toArray(String[]::new));
    }

    private static void checkProgram(RunningPortfolio portfolio) throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "moved", ".ndjson");
        Files.writeString(file, portfolio.get("/api/audit/export").body());
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                PROGRAM.toString(), file.toString(), heads).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static void checkGoesOn(RunningPortfolio portfolio) {
        assertThat(portfolio.post("/api/tiltak/125/status", """
                {"status": "GREEN", "effectiveFrom": "2022-08-02"}""").status()).isEqualTo(200);
        JsonNode verification = JsonMapper.shared().readTree(portfolio.get("/api/audit/verification").body());
        assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
        assertThat(portfolio.events()).isEqualTo(source.lines().size() + 1L);
    }

    @Test
    void the_source_has_all_that_matters() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(export)), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().map(line -> line.replaceFirst(POSITION, "")).toList()).isEqualTo(source.lines());
        }
        assertThat(source.heads()).isEqualTo(heads);
        assertThat(source.reports()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(source.rows().values()).noneMatch(List::isEmpty);
        assertThat(source.repeated()).contains("\"number\":125");
    }

    @Test
    void the_log_is_the_same_in_another_embedded_store() throws Exception {
        Path data = folder.resolve("embedded");
        Outcome outcome = moveTo(data);

        assertThat(outcome).isEqualTo(new Outcome(true, "Imported " + export + ": " + source.lines().size()
                + " events with " + source.reports().size() + " published editions, heads " + heads
                + ". The read model is filled when the service starts."));
        try (RunningPortfolio portfolio = RunningPortfolio.on(data)) {
            assertThat(seen(portfolio)).isEqualTo(source);
            checkProgram(portfolio);
            checkGoesOn(portfolio);
        }
    }

    @Test
    void the_log_is_the_same_on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres");
            Path data = folder.resolve("postgresql");
            try (RunningPortfolio running = RunningPortfolio.with(folder.resolve("running"), url)) {
                assertThat(running.post("/api/admin/backups", "").status()).isEqualTo(404);
                assertThat(moveTo(data, url)).isEqualTo(
                        new Outcome(false, "A service is running on this store. Stop it first."));
            }
            Files.delete(data.resolve("seal-key"));
            Outcome outcome = moveTo(data, url);

            assertThat(outcome.done()).as(outcome.text()).isTrue();
            try (RunningPortfolio portfolio = RunningPortfolio.with(data, url)) {
                assertThat(seen(portfolio)).isEqualTo(source);
                checkProgram(portfolio);
                checkGoesOn(portfolio);
            }
            assertThat(StoreCommands.run("--portfolio.store.command=backup", "--portfolio.data-dir=" + data, url))
                    .isEqualTo(new Outcome(false,
                            "The store is not the embedded one: back it up with the tools of its database."));
        }
    }

    @Test
    void a_log_from_before_there_were_seals_is_taken_over_and_sealed_from_there_on() throws Exception {
        Path file = folder.resolve("unsealed.ndjson");
        Files.writeString(file, String.join("\n", unsealed()) + "\n");
        Path data = folder.resolve("unsealed");
        Files.createDirectories(data);
        Files.copy(folder.resolve("source").resolve("seal-key"), data.resolve("seal-key"));

        Outcome outcome = StoreCommands.run("--portfolio.store.command=import", "--portfolio.data-dir=" + data,
                "--portfolio.store.file=" + file, "--portfolio.store.heads=" + heads);

        assertThat(outcome.done()).as(outcome.text()).isTrue();
        try (RunningPortfolio portfolio = RunningPortfolio.on(data)) {
            checkGoesOn(portfolio);
            JsonNode verification = JsonMapper.shared().readTree(portfolio.get("/api/audit/verification").body());
            assertThat(verification.get("unsealed").asLong()).isEqualTo(source.lines().size());
            assertThat(verification.get("sealed").asLong()).isEqualTo(1);
        }
    }

    private static List<String> unsealed() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(export)), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> {
                ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(line);
                ObjectNode metadata = (ObjectNode) JsonMapper.shared().readTree(event.get("metadata").asString());
                metadata.remove("seal");
                return event.put("metadata", metadata.toString()).toString();
            }).toList();
        }
    }
}
