package no.ehelse.portfolio.upkeep.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.upkeep.Refused;
import no.ehelse.portfolio.upkeep.move.LogImport;
import no.ehelse.portfolio.upkeep.move.TakenOver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A log that is not what was recorded is not taken over; each refusal names the line, and leaves the store empty. */
@LogInTablesOnly("It imports into tables")
class RefusedImportsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;
    private static List<String> lines = List.of();
    private static String heads = "";
    private static @Nullable ConfigurableApplicationContext target;

    /** Organisation (line 1), tiltak 1 (2, 3), round (4, 5, 6: published), tiltak 1 again (7). */
    @BeforeAll
    static void record() throws IOException {
        Path source = folder.resolve("source");
        try (RunningPortfolio portfolio = RunningPortfolio.on(source)) {
            send(portfolio, "/api/organisations", "{\"name\": \"KS\", \"group\": \"OTHER\"}");
            send(portfolio, "/api/tiltak", """
                    {"number": 1, "name": "Språk", "effectiveFrom": "2020-03-01"}""");
            send(portfolio, "/api/tiltak/1/status", "{\"status\": \"GREEN\", \"effectiveFrom\": \"2020-10-01\"}");
            send(portfolio, "/api/rounds", """
                    {"round": "2020-10", "name": "Oktober", "cutOff": "2020-10-09"}""");
            send(portfolio, "/api/rounds/2020-10/closing", "");
            send(portfolio, "/api/rounds/2020-10/publication", "");
            send(portfolio, "/api/tiltak/1/status", "{\"status\": \"RED\", \"effectiveFrom\": \"2020-12-01\"}");
            lines = portfolio.get("/api/audit/export").body().lines().toList();
            heads = JSON.readTree(portfolio.get("/api/audit/verification").body()).get("heads").asString();
        }
        Path data = folder.resolve("target");
        Files.createDirectories(data);
        Files.copy(source.resolve("seal-key"), data.resolve("seal-key"));
        target = open(data);
    }

    private static ConfigurableApplicationContext open(Path data) {
        return new SpringApplicationBuilder(ImportApplication.class).web(WebApplicationType.NONE)
                .run("--portfolio.data-dir=" + data, "--logging.level.root=warn",
                        "--management.endpoint.health.validate-group-membership=false");
    }

    private static void send(RunningPortfolio portfolio, String address, String body) {
        assertThat(portfolio.post(address, body).status()).isBetween(200, 201);
    }

    @AfterAll
    static void close() {
        target().close();
    }

    private static ConfigurableApplicationContext target() {
        return Objects.requireNonNull(target);
    }

    @AfterEach
    void the_store_is_empty() {
        JdbcClient database = target().getBean(JdbcClient.class);
        for (String table : List.of("domain_event_entry", "round_register", "organisation_register", "token_entry",
                "dead_letter_entry", "tiltak_entry", "round_entry", "organisation_entry")) {
            assertThat(database.sql("select count(*) from " + table).query(Long.class).single()).as(table).isZero();
        }
        assertThat(database.sql("select publications, last_recorded_at from append_order")
                .query()
                .singleRow()
                .values()
                .toString()).isEqualTo("[0, 0]");
    }

    private static TakenOver take(byte[] file) throws IOException {
        Path path = Files.createTempFile(folder, "log", ".ndjson");
        Files.write(path, file);
        return target().getBean(LogImport.class).run(path, heads, false);
    }

    private static byte[] bytes(List<String> some) {
        return (String.join("\n", some) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static void refused(byte[] file, String why) {
        assertThatThrownBy(() -> take(file)).isInstanceOf(Refused.class).hasMessage(why);
    }

    /** The log with another line in the place of one. */
    private static byte[] with(int line, String other) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(line - 1, other);
        return bytes(changed);
    }

    private static byte[] with(int line, String member, @Nullable Object value) {
        ObjectNode event = (ObjectNode) JSON.readTree(lines.get(line - 1));
        event.set(member, JSON.valueToTree(value));
        return with(line, event.toString());
    }

    private static byte[] without(int line) {
        List<String> changed = new ArrayList<>(lines);
        changed.remove(line - 1);
        return bytes(changed);
    }

    private static String text(int line, String member) {
        JsonNode value = JSON.readTree(lines.get(line - 1)).get(member);
        return value.asString();
    }

    private static String at(int line) {
        return "Line " + line + ", event " + text(line, "event") + ": ";
    }

    @Test
    void an_altered_payload() {
        refused(with(7, "payload", text(7, "payload").replace("RED", "GREEN")), at(7)
                + "It is not what was sealed: its identity, content, time, metadata or place was changed.");
    }

    @Test
    void altered_metadata_and_times() {
        String altered = "It is not what was sealed: its identity, content, time, metadata or place was changed.";
        refused(with(7, "metadata", text(7, "metadata").replace("\"api\"", "\"page\"")), at(7) + altered);
        refused(with(7, "timestamp", JSON.readTree(lines.get(6)).get("timestamp").asLong() + 1), at(7) + altered);
        refused(with(7, "timestamp", 1), at(7) + "It was recorded before the event that stands before it.");
        refused(with(7, "timestamp", "i dag"),
                at(7) + "The time of its recording is no instant of whole milliseconds.");
    }

    @Test
    void an_event_without_its_seal() {
        String metadata = text(7, "metadata").replaceFirst("\"seal\":\"[^\"]*\",?", "").replace(",}", "}");

        refused(with(7, "metadata", metadata), at(7) + "It has no seal that can be read, and events before it have.");
    }

    @Test
    void a_log_that_is_not_the_one_that_was_published() throws IOException {
        // Without seals, as a log from before there were any, only the witness of the edition is left.
        List<String> stripped = lines.stream().map(RefusedImportsTest::withoutSeal).toList();
        List<String> changed = new ArrayList<>(stripped);
        changed.set(2, changed.get(2).replace("GREEN", "YELLOW"));

        assertThatThrownBy(() -> take(bytes(changed))).isInstanceOf(Refused.class)
                .hasMessageMatching("\\Q" + at(6)
                        + "The log before edition 1 of round 2020-10 is not the one that was published: its digest is "
                        + "\\E[0-9a-f]{64}, not [0-9a-f]{64}\\.");
    }

    private static String withoutSeal(String line) {
        ObjectNode event = (ObjectNode) JSON.readTree(line);
        ObjectNode metadata = (ObjectNode) JSON.readTree(event.get("metadata").asString());
        metadata.remove("seal");
        return event.put("metadata", metadata.toString()).toString();
    }

    @Test
    void a_gap_and_a_repetition() {
        refused(without(2), at(3).replace("Line 3", "Line 2")
                + "It is number 1 of tiltak:1, and number 0 is missing before it.");
        refused(with(3, lines.get(1)), at(2).replace("Line 2", "Line 3")
                + "It is number 0 of tiltak:1, which was there before.");
        refused(without(1), at(2).replace("Line 2", "Line 1")
                + "It was recorded as event number 2, and is number 1 here: others are missing before it, or were put"
                + " there.");
    }

    @Test
    void events_in_another_order() {
        List<String> changed = new ArrayList<>(lines);
        changed.set(2, lines.get(3));
        changed.set(3, lines.get(2));

        refused(bytes(changed), at(4).replace("Line 4", "Line 3")
                + "It was recorded as event number 4, and is number 3 here: others are missing before it, or were put"
                + " there.");
        refused(with(3, "position", 2), at(3) + "Its position 2 is not behind 2.");
    }

    @Test
    void an_identifier_that_is_there_twice() {
        List<String> stripped = new ArrayList<>(lines.stream().map(RefusedImportsTest::withoutSeal).toList());
        stripped.set(2, stripped.get(2).replace(text(3, "event"), text(2, "event")));

        refused(bytes(stripped), at(2).replace("Line 2", "Line 3") + "An event of that identifier stands before it.");
    }

    @Test
    void an_event_that_this_version_does_not_know() {
        List<String> stripped = lines.stream().map(RefusedImportsTest::withoutSeal).toList();
        List<String> newer = new ArrayList<>(stripped);
        newer.set(2, newer.get(2).replace("\"revision\":\"1\"", "\"revision\":\"9\""));
        List<String> other = new ArrayList<>(stripped);
        other.set(2, other.get(2).replace("StatusReported", "MoodReported"));
        List<String> unreadable = new ArrayList<>(stripped);
        unreadable.set(2, unreadable.get(2).replace("GREEN", "PINK"));
        List<String> elsewhere = new ArrayList<>(stripped);
        elsewhere.set(2, elsewhere.get(2).replace("\\\"number\\\":1", "\\\"number\\\":2"));

        refused(bytes(newer), at(3) + "This version of the service knows no event "
                + "no.ehelse.portfolio.tiltak.TiltakEvent$StatusReported of revision 9.");
        refused(bytes(other), at(3) + "This version of the service knows no event "
                + "no.ehelse.portfolio.tiltak.TiltakEvent$MoodReported of revision 1.");
        refused(bytes(unreadable),
                at(3) + "Its payload is none of no.ehelse.portfolio.tiltak.TiltakEvent$StatusReported.");
        refused(bytes(elsewhere), at(3) + "It says that it happened to tiltak:2, and stands with tiltak:1.");
    }

    @Test
    void lines_that_are_no_events() {
        String broken = ": it is no event of an export.";
        refused(with(4, lines.get(3).substring(1)), "Line 4" + broken);
        refused(with(4, lines.get(3) + "{}"), "Line 4" + broken);
        refused(with(4, "sequence", "0"), "Line 4" + broken);
        refused(with(4, "sequence", 0.5), "Line 4" + broken);
        refused(with(4, "note", "a further member"), "Line 4" + broken);
        refused(with(4, "event", null), "Line 4" + broken);
        refused(with(4, lines.get(3).replace("Oktober", "half a character: \\ud800")), "Line 4" + broken);
        refused(with(4, ""), "Line 4" + broken);
        refused(new byte[0], "The file has no event.");
    }

    @Test
    void a_file_that_is_not_whole() throws IOException {
        byte[] whole = bytes(lines);

        refused(Arrays.copyOf(whole, whole.length - 1),
                "Line 7: the file ends in the middle of it. It is not whole.");
        refused(Arrays.copyOf(zipped(whole), zipped(whole).length - 4),
                "Line 8: the compressed file is damaged or not whole.");
        assertThatThrownBy(() -> take(without(7))).isInstanceOf(Refused.class)
                .hasMessageMatching("The log in the file is another one, or not all of it: its heads are "
                        + "[0-9a-f]{64}, not " + heads + "\\.");
    }

    @Test
    void a_store_that_is_not_empty_and_a_key_that_is_not_there() throws IOException {
        Path file = folder.resolve("whole.ndjson.gz");
        Files.write(file, zipped(bytes(lines)));
        Path other = folder.resolve("other");
        String[] arguments = {"--portfolio.store.command=import", "--portfolio.store.file=" + file,
                "--portfolio.data-dir=" + other, "--portfolio.store.heads=" + heads};

        assertThat(StoreCommands.run(arguments)).isEqualTo(new Outcome(false, "There is no file "
                + other.resolve("seal-key") + ". Put a copy of the key there that sealed the events, or, where it is"
                + " lost, accept with --portfolio.store.without-seal-key=true that no seal can be checked any more."));
        assertThat(StoreCommands.run(Arrays.copyOf(arguments, 3)).text()).startsWith("Name the digest");

        Files.createDirectories(other);
        Files.writeString(other.resolve("seal-key"), "0".repeat(64) + "\n");
        assertThat(StoreCommands.run(arguments).text()).matches("\\Q" + at(1)
                + "It is sealed with the key \\E[0-9a-f]{8}, which is not here\\.");

        String[] accepted = Arrays.copyOf(arguments, 5);
        accepted[4] = "--portfolio.store.without-seal-key=true";
        assertThat(StoreCommands.run(accepted).done()).isTrue();
        assertThat(StoreCommands.run(accepted)).isEqualTo(
                new Outcome(false, "The store has 7 events. Only an empty one takes a log over."));
    }
}
