package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Backups while many write, {@code kill -9}, and each backup restored elsewhere: nothing that was answered before is lost. */
@EmbeddedStoreOnly("It backs up files of the embedded store")
class BackupUnderLoadIT {

    private static final int BACKUPS = 3;
    private static final int WRITERS = 8;
    private static final int TILTAK = 20;

    @TempDir
    private Path folder;

    private final AtomicInteger keys = new AtomicInteger();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** A backup, and what was answered before it was asked for. */
    private record Taken(JsonNode backup, Set<String> before) {}

    @Test
    void every_command_answered_before_a_backup_is_in_it_once_and_the_evidence_holds()
            throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Service source = Service.start(data);
        for (int number = 1; number <= TILTAK; number++) {
            source.command("/api/tiltak",
                    Map.of("number", number, "name", "Tiltak " + number, "effectiveFrom", "2020-01-01"));
        }
        AtomicBoolean killed = new AtomicBoolean();
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(Thread.ofPlatform().start(() -> write(source, killed)));
        }
        List<Taken> backups = new ArrayList<>();
        for (int backup = 0; backup < BACKUPS; backup++) {
            TimeUnit.MILLISECONDS.sleep(1500);
            Set<String> before = new TreeSet<>(acknowledged);
            backups.add(new Taken(source.command("/api/admin/backups", Map.of()), before));
        }
        int answered = acknowledged.size();
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(acknowledged.size()).as("writing went on").isGreaterThan(answered);
        killed.set(true);
        source.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        for (Taken taken : backups) {
            checkRestored(data, taken);
        }
    }

    private void write(Service service, AtomicBoolean killed) {
        while (!killed.get()) {
            int number = keys.incrementAndGet();
            String key = "key-" + number;
            sent.add(key);
            try {
                Service.Answer answer = service.post("/api/tiltak/" + (1 + number % TILTAK) + "/status",
                        Map.of("effectiveFrom", "2020-02-01", "status", "GREEN", "comment", key),
                        Map.of("Idempotency-Key", key));
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                acknowledged.add(key);
            } catch (UncheckedIOException noAnswer) {
                return;
            }
        }
    }

    private void checkRestored(Path source, Taken taken) throws IOException, InterruptedException {
        String name = taken.backup().get("name").stringValue();
        Path restored = folder.resolve("restored-" + name);
        restore(source, source.resolve("backups").resolve(name), restored);

        try (Service service = Service.start(restored,
                "--portfolio.evidence.seal-key-file=" + source.resolve("seal-key"))) {
            Map<String, Integer> effects = service.effects(0);
            assertThat(taken.before()).hasSizeGreaterThan(WRITERS);
            assertThat(effects.keySet()).containsAll(taken.before()).isSubsetOf(sent);
            assertThat(effects.values()).as("happened once").containsOnly(1);

            JsonNode verification = service.read("/api/audit/verification");
            assertThat(verification.get("intact").booleanValue()).as(verification.toString()).isTrue();
            assertThat(verification.get("events")).isEqualTo(taken.backup().get("events"));
            assertThat(verification.get("position")).isEqualTo(taken.backup().get("position"));
            assertThat(verification.get("heads")).isEqualTo(taken.backup().get("heads"));
            assertThat(rebuild(service).get("differences").intValue()).as("of the read model, and a rebuilt one")
                    .isZero();
        }
    }

    private static void restore(Path source, Path archive, Path target) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(UnpackedJar.command());
        command.addAll(List.of("--portfolio.store.command=restore", "--portfolio.store.file=" + archive,
                "--portfolio.data-dir=" + target,
                "--portfolio.evidence.seal-key-file=" + source.resolve("seal-key")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static JsonNode rebuild(Service service) throws InterruptedException {
        Service.Answer begun = service.post("/api/admin/read-models/portfolio/rebuilds", Map.of(), Map.of());
        JsonNode rebuild = begun.json();
        while (!rebuild.get("state").stringValue().matches("DONE|FAILED|INTERRUPTED")) {
            TimeUnit.MILLISECONDS.sleep(100);
            rebuild = service.read(begun.header("Location"));
        }
        assertThat(rebuild.get("state").stringValue()).as(rebuild.toString()).isEqualTo("DONE");
        assertThat(rebuild.get("compared").longValue()).isPositive();
        return rebuild;
    }
}
