package no.ehelse.portfolio.upkeep.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestDatabases;
import no.ehelse.portfolio.readmodel.RandomRounds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The log of one store, with gaps in its positions, moved to another one of each kind: nothing but positions differs. */
@LogInTablesOnly("It moves a log between tables")
class MoveTest {

    private static final Path PROGRAM = Path.of("..", "docs", "verify", "VerifyExport.java");

    @TempDir
    private static Path folder;

    private static Path export = Path.of(".");
    private static String heads = "";
    private static WhatReadersSee source = WhatReadersSee.NOTHING;

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
            source = WhatReadersSee.of(portfolio);
        }
        export = folder.resolve("log.ndjson.gz");
        Outcome outcome = StoreCommands.run(Stream.concat(
                Stream.of("--portfolio.store.command=export", "--portfolio.data-dir=" + data,
                        "--portfolio.store.file=" + export),
                TestDatabases.arguments(data).stream()).toArray(String[]::new));
        assertThat(outcome.done()).as(outcome.text()).isTrue();
        heads = outcome.text().replaceAll(".*heads=([0-9a-f]{64}).*", "$1");
    }

    private static Outcome moveTo(Path data, List<String> further) throws IOException {
        Files.createDirectories(data);
        Files.copy(folder.resolve("source").resolve("seal-key"), data.resolve("seal-key"));
        List<String> arguments = new ArrayList<>(List.of("--portfolio.store.command=import",
                "--portfolio.data-dir=" + data, "--portfolio.store.file=" + export,
                "--portfolio.store.heads=" + heads));
        arguments.addAll(further);
        return StoreCommands.run(arguments.toArray(String[]::new));
    }

    private static void checkProgram(RunningPortfolio portfolio) throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "moved", ".ndjson");
        Files.writeString(file, portfolio.get("/api/audit/export").body());
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", PROGRAM.toString(), file.toString(), heads).redirectErrorStream(true)
                .start();
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
            assertThat(lines.lines().map(WhatReadersSee::withoutPosition).toList()).isEqualTo(source.lines());
        }
        assertThat(source.heads()).isEqualTo(heads);
        assertThat(source.reports()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(source.rows().values()).noneMatch(List::isEmpty);
        assertThat(source.repeated()).contains("\"number\":125");
    }

    @Test
    void the_log_is_the_same_in_another_embedded_store() throws Exception {
        Path data = folder.resolve("embedded");
        Outcome outcome = moveTo(data, List.of());

        assertThat(outcome).isEqualTo(new Outcome(true, "Imported " + export + ": " + source.lines().size()
                + " events with " + source.reports().size() + " published editions, heads " + heads
                + ". The read model is filled when the service starts."));
        try (RunningPortfolio portfolio = RunningPortfolio.embedded(data)) {
            assertThat(WhatReadersSee.of(portfolio)).isEqualTo(source);
            checkProgram(portfolio);
            checkGoesOn(portfolio);
        }
    }

    @Test
    void the_log_is_the_same_on_postgresql() throws Exception {
        Path data = folder.resolve("postgresql");
        List<String> database = TestDatabases.postgresql(data);
        try (RunningPortfolio running =
                RunningPortfolio.with(folder.resolve("running"), database.toArray(String[]::new))) {
            assertThat(running.post("/api/admin/backups", "").status()).isEqualTo(404);
            assertThat(moveTo(data, database)).isEqualTo(
                    new Outcome(false, "A service is running on this store. Stop it first."));
        }
        Files.delete(data.resolve("seal-key"));
        Outcome outcome = moveTo(data, database);

        assertThat(outcome.done()).as(outcome.text()).isTrue();
        try (RunningPortfolio portfolio = RunningPortfolio.onPostgresql(data)) {
            assertThat(WhatReadersSee.of(portfolio)).isEqualTo(source);
            checkProgram(portfolio);
            checkGoesOn(portfolio);
        }
        assertThat(StoreCommands.run("--portfolio.store.command=backup", "--portfolio.data-dir=" + data,
                database.getLast()))
                .isEqualTo(new Outcome(false,
                        "The store is not the embedded one: back it up with the tools of its database."));
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
        try (RunningPortfolio portfolio = RunningPortfolio.embedded(data)) {
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
