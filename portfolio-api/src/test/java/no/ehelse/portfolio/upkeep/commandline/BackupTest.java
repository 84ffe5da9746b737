package no.ehelse.portfolio.upkeep.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Backups of a running and of a stopped store, and what is refused where one is restored. */
@EmbeddedStoreOnly("It backs up files of the embedded store")
class BackupTest {

    private static final String BACKUPS = "/api/admin/backups";
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;
    private static Path data = Path.of(".");
    private static Path archive = Path.of(".");
    private static JsonNode backup = JSON.nullNode();
    private static String heads = "";

    @TempDir
    private Path own;

    @BeforeAll
    static void back_up() {
        data = folder.resolve("data");
        try (RunningPortfolio portfolio = RunningPortfolio.on(data)) {
            for (int number = 1; number <= 3; number++) {
                portfolio.post("/api/tiltak", """
                        {"number": %d, "name": "Språk", "effectiveFrom": "2020-03-01"}""".formatted(number));
            }
            heads = JSON.readTree(portfolio.get("/api/audit/verification").body()).get("heads").asString();
            backup = JSON.readTree(portfolio.post(BACKUPS, "").body());
            archive = data.resolve("backups").resolve(backup.get("name").asString());
            // It is not in the backup.
            portfolio.post("/api/tiltak/1/status", "{\"status\": \"RED\", \"effectiveFrom\": \"2020-12-01\"}");
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static Outcome restore(Path from, Path to, String... further) {
        List<String> arguments = new ArrayList<>(List.of("--portfolio.store.command=restore",
                "--portfolio.store.file=" + from, "--portfolio.data-dir=" + to,
                "--portfolio.evidence.seal-key-file=" + data.resolve("seal-key")));
        arguments.addAll(List.of(further));
        return StoreCommands.run(arguments.toArray(String[]::new));
    }

    private static void refused(Outcome outcome, String why) {
        assertThat(outcome).isEqualTo(new Outcome(false, why));
    }

    /** A copy of the archive with something else in it, and no digest beside it. */
    private Path changed(UnaryOperator<ObjectNode> change) throws IOException {
        Path copy = own.resolve("changed.zip");
        try (ZipFile zip = new ZipFile(archive.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    out.write(entry.getName().equals("manifest.json")
                            ? change.apply((ObjectNode) JSON.readTree(bytes))
                                    .toString()
                                    .getBytes(StandardCharsets.UTF_8)
                            : bytes);
                }
            }
        }
        return copy;
    }

    private static List<String> names(Path in) throws IOException {
        if (!Files.exists(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_backup_says_how_far_it_reaches_and_what_is_not_in_it() throws Exception {
        String name = backup.get("name").asString();
        String madeAt = backup.get("madeAt").asString();

        assertThat(name).isEqualTo("portfolio-" + madeAt.replaceAll("[-:.]", "") + "-3.zip");
        assertThat(backup).isEqualTo(JSON.readTree("""
                {"name": "%s", "madeAt": "%s", "position": 3, "events": 3, "size": %d, "sha256": "%s", "heads": "%s",
                 "sealKeys": ["%s"], "sealKeysIncluded": false}""".formatted(name, madeAt, Files.size(archive),
                sha256(archive), heads, backup.get("sealKeys").get(0).asString())));
        assertThat(Files.readString(archive.resolveSibling(name + ".sha256")))
                .isEqualTo(sha256(archive) + "  " + name + "\n");
        assertThat(Files.getPosixFilePermissions(archive)).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(names(data.resolve("backups"))).containsExactly(name, name + ".sha256");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("manifest.json", "portfolio.mv.db");
        }
    }

    @Test
    void backups_are_listed_the_latest_first_and_one_is_made_at_a_time() throws Exception {
        Path backups = own.resolve("backups");
        try (RunningPortfolio portfolio = RunningPortfolio.with(own.resolve("data"),
                "--portfolio.backup.dir=" + backups);
                ExecutorService senders = Executors.newFixedThreadPool(6)) {
            assertThat(portfolio.get(BACKUPS).body()).isEqualTo("{\"backups\":[]}");
            List<Callable<Answer>> requests = Stream.generate(
                    () -> (Callable<Answer>) () -> portfolio.post(BACKUPS, "")).limit(6).toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : senders.invokeAll(requests)) {
                answers.add(answer.get());
            }
            portfolio.post("/api/tiltak", """
                    {"number": 1, "name": "Språk", "effectiveFrom": "2020-03-01"}""");
            Answer last = portfolio.post(BACKUPS, "");

            assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201, 409);
            assertThat(answers.stream().filter(answer -> answer.status() == 409)).allSatisfy(
                    answer -> assertThat(answer.body()).contains("\"code\":\"concurrent-change\""));
            JsonNode listed = JSON.readTree(portfolio.get(BACKUPS).body()).get("backups");
            assertThat(listed.get(0)).isEqualTo(JSON.readTree(last.body()));
            assertThat(listed).hasSize(1 + (int) answers.stream().filter(answer -> answer.status() == 201).count());
            assertThat(portfolio.get(BACKUPS + "/" + listed.get(0).get("name").asString()).body())
                    .isEqualTo(last.body());
            assertThat(portfolio.get(BACKUPS + "/..%2Fdata").statusCode()).isBetween(400, 404);
            assertThat(portfolio.get(BACKUPS + "/lock").statusCode()).isEqualTo(404);
            assertThat(portfolio.post(BACKUPS + "?to=/tmp", "").status()).isEqualTo(400);
            assertThat(names(backups)).hasSize(2 * listed.size());
        }
    }

    @Test
    void a_backup_that_cannot_be_written_leaves_nothing_and_says_so() throws Exception {
        Path taken = Files.createFile(own.resolve("no-folder"));
        try (RunningPortfolio portfolio = RunningPortfolio.with(own.resolve("data"),
                "--portfolio.backup.dir=" + taken)) {
            Answer answer = portfolio.post(BACKUPS, "");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"event-store-unavailable\"",
                    "The backup could not be made, and nothing is left of it");
            assertThat(portfolio.post("/api/tiltak", """
                    {"number": 1, "name": "Språk", "effectiveFrom": "2020-03-01"}""").status()).isEqualTo(201);
        }
    }

    @Test
    void a_stopped_store_is_backed_up_by_command_and_restored_as_it_was() throws Exception {
        Path backups = own.resolve("backups");
        Outcome outcome = StoreCommands.run("--portfolio.store.command=backup", "--portfolio.data-dir=" + data,
                "--portfolio.backup.dir=" + backups);
        Path made = backups.resolve(names(backups).getFirst());

        assertThat(outcome.text()).matches("Backed up to \\Q" + made + "\\E, SHA-256 " + sha256(made)
                + ": 4 events up to position 4, heads [0-9a-f]{64}\\. The keys that seal events are not in it: keep a"
                + " copy of \\Q" + data.resolve("seal-key") + "\\E elsewhere\\.");
        assertThat(outcome.done()).isTrue();
        assertThat(restore(made, own.resolve("restored")).done()).isTrue();
        try (RunningPortfolio portfolio = RunningPortfolio.with(own.resolve("restored"),
                "--portfolio.evidence.seal-key-file=" + data.resolve("seal-key"))) {
            assertThat(portfolio.events()).isEqualTo(4);
            assertThat(portfolio.get("/api/audit/verification").body()).startsWith("{\"intact\":true,\"events\":4,");
        }
    }

    @Test
    void a_restored_store_is_that_of_the_backup_and_goes_on() throws Exception {
        Path restored = own.resolve("restored");

        assertThat(restore(archive, restored)).isEqualTo(new Outcome(true, "Restored "
                + backup.get("name").asString() + " of " + backup.get("madeAt").asString() + " to " + restored
                + ": 3 events up to position 3, heads " + heads + "."));
        assertThat(names(restored)).containsExactly("lock", "portfolio.mv.db");
        assertThat(Files.getPosixFilePermissions(restored.resolve("portfolio.mv.db")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
        try (RunningPortfolio portfolio = RunningPortfolio.with(restored,
                "--portfolio.evidence.seal-key-file=" + data.resolve("seal-key"))) {
            assertThat(portfolio.post("/api/tiltak/2/status", """
                    {"status": "RED", "effectiveFrom": "2020-12-01"}""").status()).isEqualTo(200);
            assertThat(portfolio.get("/api/audit/verification").body())
                    .startsWith("{\"intact\":true,\"events\":4,\"sealed\":4,");
            refused(restore(archive, restored), "The data folder " + restored + " is in use by another process "
                    + ProcessHandle.current().pid() + " of this service. Stop it first.");
        }
        refused(restore(archive, restored),
                "There is a store in " + restored + " already. Restore into another folder.");
    }

    @Test
    void what_a_lost_store_is_remembered_to_have_had_is_not_passed_over() throws Exception {
        Path lost = own.resolve("lost");
        Files.createDirectories(lost);
        Files.copy(data.resolve("log-head"), lost.resolve("log-head"));

        refused(restore(archive, lost), "There was a store in " + lost + ", and its file log-head remembers how many"
                + " events it had. Restore into another folder, or move that file away to accept that what is not in"
                + " the backup is lost.");
        assertThat(names(lost)).containsExactly("lock", "log-head");
    }

    @Test
    void a_backup_without_its_key_is_restored_only_if_that_is_accepted_and_then_every_seal_is_a_strangers()
            throws Exception {
        Path elsewhere = own.resolve("elsewhere");
        String withoutKey = "--portfolio.evidence.seal-key-file=" + elsewhere.resolve("seal-key");
        String[] arguments = {"--portfolio.store.command=restore", "--portfolio.store.file=" + archive,
                "--portfolio.data-dir=" + elsewhere};

        refused(StoreCommands.run(arguments), "The events are sealed with ["
                + backup.get("sealKeys").get(0).asString() + "], which " + elsewhere.resolve("seal-key")
                + " does not have. Put the keys there, which are kept apart from backups, or, where they are lost,"
                + " accept with --portfolio.store.without-seal-key=true that no seal can be checked any more.");
        assertThat(names(elsewhere)).isEmpty();

        Outcome accepted = StoreCommands.run(Stream.concat(Stream.of(arguments),
                Stream.of("--portfolio.store.without-seal-key=true")).toArray(String[]::new));
        assertThat(accepted.done()).as(accepted.text()).isTrue();
        try (RunningPortfolio portfolio = RunningPortfolio.with(elsewhere, withoutKey)) {
            JsonNode verification = JSON.readTree(portfolio.get("/api/audit/verification").body());
            assertThat(verification.get("intact").asBoolean()).isFalse();
            assertThat(verification.get("heads").asString()).isEqualTo(heads);
            assertThat(verification.get("findings")).filteredOn(
                    finding -> finding.get("kind").asString().equals("FOREIGN")).hasSize(3);
        }
    }

    @Test
    void what_is_no_whole_backup_of_this_service_is_refused() throws Exception {
        Path target = own.resolve("target");
        byte[] whole = Files.readAllBytes(archive);
        Path damaged = own.resolve("damaged.zip");
        whole[whole.length / 2] ^= 1;
        Files.write(damaged, whole);
        Path digest = own.resolve("damaged.zip.sha256");
        Files.copy(archive.resolveSibling(archive.getFileName() + ".sha256"), digest);

        refused(restore(damaged, target), damaged + " is damaged: its SHA-256 is " + sha256(damaged) + ", and was "
                + backup.get("sha256").asString() + ".");
        Files.delete(digest);
        assertThat(restore(damaged, target).text()).startsWith(damaged + " is damaged: ");
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(archive), whole.length - 30));
        assertThat(restore(damaged, target).text()).startsWith(damaged + " is no whole archive: ");
        refused(restore(changed(manifest -> manifest.put("service", "another")), target),
                own.resolve("changed.zip") + " is no backup of this service.");
        refused(restore(changed(manifest -> manifest.put("format", 2)), target), own.resolve("changed.zip")
                + " is a backup of format 2, which this version cannot read.");
        refused(restore(changed(manifest -> manifest.put("sha256", "00")), target), own.resolve("changed.zip")
                + " is damaged: the SHA-256 of its database is " + databaseDigest() + ", not 00.");
        refused(restore(own.resolve("none.zip"), target), "There is no file " + own.resolve("none.zip") + ".");
        assertThat(names(target)).isEmpty();
    }

    private static @Nullable String databaseDigest() throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry("manifest.json")))) {
            return JSON.readTree(in).get("sha256").asString();
        }
    }

    @Test
    void a_backup_of_a_later_version_is_refused() throws Exception {
        Path target = own.resolve("target");

        assertThat(restore(changed(manifest -> manifest.put("schema", 999)), target).text()).matches("\\Q"
                + own.resolve("changed.zip")
                + "\\E is from a later version of this service: its database is at migration"
                + " 999, and this version knows those up to [0-9]+\\.");
        refused(restore(changed(manifest -> {
            ((ObjectNode) manifest.get("types").get(0)).put("revision", "99");
            return manifest;
        }), target), own.resolve("changed.zip") + " is from a later version of this service: it has events"
                + " no.ehelse.portfolio.tiltak.TiltakEvent$TiltakRegistered of revision 99, which this version does not"
                + " know.");
        assertThat(names(target)).isEmpty();
    }

    @Test
    void commands_say_what_they_need() {
        refused(StoreCommands.run("--portfolio.store.command=rewind"),
                "--portfolio.store.command is one of backup, restore, export, import.");
        refused(StoreCommands.run("--portfolio.store.command=restore"),
                "Name the file: --portfolio.store.file=...");
        refused(StoreCommands.run("--portfolio.store.command=backup", "--portfolio.data-dir=" + own),
                "There is no store in " + own + ".");
        refused(StoreCommands.run("--portfolio.store.command=export", "--portfolio.data-dir=" + own,
                "--portfolio.store.file=" + own.resolve("log.ndjson")), "There is no store in " + own + ".");
        refused(StoreCommands.run("--portfolio.store.command=export", "--portfolio.data-dir=" + data,
                "--portfolio.store.file=" + archive), "There is a file " + archive + " already.");
        assertThat(StoreCommands.isAsked("--server.port=1")).isFalse();
        assertThat(StoreCommands.isAsked("--portfolio.store.command=backup")).isTrue();
    }
}
