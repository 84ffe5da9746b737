package no.ehelse.portfolio.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestDatabases;
import no.ehelse.portfolio.TestStores;
import no.ehelse.portfolio.readmodel.RandomRounds;
import no.ehelse.portfolio.upkeep.commandline.Outcome;
import no.ehelse.portfolio.upkeep.commandline.StoreCommands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A log from an embedded store to an Axon Server and back: nothing but positions differs. */
@ResourceLock("Axon Server")
@DisabledIfSystemProperty(named = TestDatabases.PROPERTY, matches = "postgresql",
        disabledReason = "It moves a log out of the embedded store; it runs where the tests run on that")
class MoveToAxonServerTest {

    @TempDir
    private static Path folder;

    private static Path export = Path.of(".");
    private static Seen source = new Seen(List.of(), Map.of(), "");

    /**
     * What is seen of a store.
     *
     * @param events of the export, without positions
     * @param reports the bytes of every published edition, as text
     */
    private record Seen(List<JsonNode> events, Map<String, String> reports, String heads) {}

    @BeforeAll
    static void record() throws IOException {
        Path data = folder.resolve("source");
        try (RunningPortfolio portfolio = RunningPortfolio.embedded(data, "--portfolio.sample-data=true")) {
            for (int number = 1; number <= 12; number++) {
                portfolio.post("/api/tiltak", """
                        {"number": %d, "name": "Fra før", "effectiveFrom": "2019-01-01", "correction": true,
                         "comment": "Glemt"}""".formatted(number));
            }
            new RandomRounds(portfolio, 7).play(40);
            source = seen(portfolio);
        }
        export = exported(data);
    }

    private static Seen seen(RunningPortfolio portfolio) {
        List<JsonNode> events = portfolio.get("/api/audit/export").body().lines().map(line -> {
            ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(line);
            event.set("metadata", JsonMapper.shared().readTree(event.get("metadata").asString()));
            return (JsonNode) event.without("position");
        }).toList();
        long head = portfolio.bean(no.ehelse.portfolio.eventstore.StreamPositions.class).head();
        assertThat(portfolio.get("/api/portfolio?minPosition=" + head).statusCode()).isEqualTo(200);
        Map<String, String> reports = new TreeMap<>();
        for (JsonNode round : json(portfolio, "/api/rounds").get("rounds")) {
            for (int edition = 1; edition <= round.get("editions").size(); edition++) {
                String address = "/api/rounds/" + round.get("round").asString() + "/report?published=true&edition="
                        + edition;
                reports.put(address, portfolio.get(address).body());
            }
        }
        JsonNode verification = json(portfolio, "/api/audit/verification");
        assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
        assertThat(verification.get("sealed").asLong()).isEqualTo(events.size());
        return new Seen(events, reports, verification.get("heads").asString());
    }

    private static JsonNode json(RunningPortfolio portfolio, String address) {
        return JsonMapper.shared().readTree(portfolio.get(address).body());
    }

    private static Path exported(Path data, String... further) {
        Path file = folder.resolve(data.getFileName() + ".ndjson.gz");
        Outcome outcome = command("export", data, file, further);
        assertThat(outcome.done()).as(outcome.text()).isTrue();
        assertThat(outcome.text()).contains(source.heads());
        return file;
    }

    private static Outcome command(String command, Path data, Path file, String... further) {
        List<String> arguments = new ArrayList<>(List.of("--portfolio.store.command=" + command,
                "--portfolio.data-dir=" + data, "--portfolio.store.file=" + file,
                "--portfolio.store.heads=" + source.heads()));
        arguments.addAll(List.of(further));
        return StoreCommands.run(arguments.toArray(String[]::new));
    }

    private static Path emptyWithKey(String name) throws IOException {
        Path data = folder.resolve(name);
        Files.createDirectories(data);
        Files.copy(folder.resolve("source").resolve("seal-key"), data.resolve("seal-key"));
        return data;
    }

    private static String[] onAxonServer(Path data) {
        return TestStores.onAxonServer(data).toArray(String[]::new);
    }

    @Test
    void the_log_is_the_same_there_and_back_again() throws IOException {
        Path there = emptyWithKey("there");
        Outcome imported = command("import", there, export, onAxonServer(there));
        assertThat(imported.done()).as(imported.text()).isTrue();
        try (RunningPortfolio portfolio = RunningPortfolio.embedded(there, onAxonServer(there))) {
            assertThat(seen(portfolio)).isEqualTo(source);
        }
        assertThat(command("import", there, export, onAxonServer(there)).text())
                .contains("Only an empty one takes a log over");

        Path back = emptyWithKey("back");
        Outcome returned = command("import", back, exported(there, onAxonServer(there)));
        assertThat(returned.done()).as(returned.text()).isTrue();
        try (RunningPortfolio portfolio = RunningPortfolio.embedded(back)) {
            assertThat(seen(portfolio)).isEqualTo(source);
            assertThat(portfolio.post("/api/tiltak/125/status", """
                    {"status": "GREEN", "effectiveFrom": "2022-08-02"}""").status()).isEqualTo(200);
            assertThat(json(portfolio, "/api/audit/verification").get("intact").asBoolean()).isTrue();
        }
    }

    @Test
    void a_broken_file_leaves_nothing_there() throws IOException {
        Path data = emptyWithKey("refused");
        Path broken = folder.resolve("broken.ndjson");
        List<String> lines = new ArrayList<>();
        try (RunningPortfolio portfolio = RunningPortfolio.embedded(folder.resolve("source"))) {
            lines.addAll(portfolio.get("/api/audit/export").body().lines().toList());
        }
        String last = lines.removeLast();
        lines.add(last.replace("\"sequence\":", "\"sequence\":9"));
        Files.writeString(broken, String.join("\n", lines) + "\n");

        Outcome refused = command("import", data, broken, onAxonServer(data));

        assertThat(refused.done()).isFalse();
        assertThat(refused.text()).startsWith("Line " + lines.size() + ", event ");
        assertThat(command("import", data, export, onAxonServer(data)).done()).isTrue();
    }
}
