package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} under load, again and again on the same store: nothing acknowledged is lost, nothing happens twice. */
@EmbeddedStoreOnly("It is about the file; on PostgreSQL, TwoInstancesIT kills an instance")
class KillUnderLoadIT {

    private static final int KILLS = 5;
    private static final int WRITERS = 8;
    private static final int TILTAK = 20;

    @TempDir
    private Path folder;

    private final AtomicInteger keys = new AtomicInteger();
    private final ConcurrentLinkedQueue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Sent> unanswered = new ConcurrentLinkedQueue<>();

    /** A command by its idempotency key, which is its comment as well, so that its event can be told. */
    private record Sent(int tiltak, String key) {}

    @Test
    void every_acknowledged_command_is_there_exactly_once() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (Service service = Service.start(data)) {
            for (int number = 1; number <= TILTAK; number++) {
                service.command("/api/tiltak", Map.of("number", number, "name", "Tiltak " + number, "effectiveFrom",
                        "2020-01-01"));
            }
        }
        for (int kill = 0; kill < KILLS; kill++) {
            Service service = Service.start(data);
            writeUntilKilled(service);
        }
        try (Service service = Service.start(data)) {
            assertThat(acknowledged.size()).isGreaterThan(KILLS * WRITERS);
            Map<String, Integer> effects = service.effects(0);
            assertThat(keys(acknowledged).stream().filter(key -> !effects.containsKey(key)))
                    .as("lost, or parked as in %s", service.read("/api/admin/dead-letters"))
                    .isEmpty();
            assertThat(twice(effects)).as("happened more than once").isEmpty();

            // Whoever got no answer sends the same again: it happens once, whether or not it had happened.
            long position = 0;
            for (Sent sent : unanswered) {
                Service.Answer answer = report(service, sent);
                assertThat(answer.status()).isEqualTo(200);
                position = Math.max(position, answer.json().get("position").longValue());
            }
            Map<String, Integer> after = service.effects(position);
            Set<String> expected = keys(acknowledged);
            expected.addAll(keys(unanswered));
            assertThat(after.keySet()).isEqualTo(expected);
            assertThat(twice(after)).as("happened more than once").isEmpty();
            assertThat(service.read("/api/audit/verification").get("findings")).as("no place was lost").isEmpty();
        }
    }

    private static Set<String> keys(Collection<Sent> commands) {
        return commands.stream().map(Sent::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> twice(Map<String, Integer> effects) {
        return effects.entrySet().stream().filter(effect -> effect.getValue() > 1).map(Map.Entry::getKey).toList();
    }

    private void writeUntilKilled(Service service) throws InterruptedException {
        AtomicBoolean killed = new AtomicBoolean();
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(Thread.ofPlatform().start(() -> write(service, killed)));
        }
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(800, 2500));
        service.kill();
        killed.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private void write(Service service, AtomicBoolean killed) {
        while (!killed.get()) {
            int key = keys.incrementAndGet();
            Sent sent = new Sent(1 + key % TILTAK, "key-" + key);
            try {
                Service.Answer answer = report(service, sent);
                if (answer.status() != 200) {
                    throw new AssertionError(answer.text());
                }
                acknowledged.add(sent);
            } catch (UncheckedIOException noAnswer) {
                unanswered.add(sent);
                return;
            }
        }
    }

    private static Service.Answer report(Service service, Sent sent) {
        return service.post("/api/tiltak/" + sent.tiltak() + "/status",
                Map.of("effectiveFrom", "2020-02-01", "status", "GREEN", "comment", sent.key()),
                Map.of("Idempotency-Key", sent.key()));
    }
}
