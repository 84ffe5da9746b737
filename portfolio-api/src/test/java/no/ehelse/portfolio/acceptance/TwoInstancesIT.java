package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.ehelse.portfolio.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one PostgreSQL, one of which is killed under load. */
class TwoInstancesIT {

    private static final int TILTAK = 12;
    private static final int WRITERS = 4;
    private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    private Service start(String name) throws IOException, InterruptedException {
        return Service.start(folder.resolve(name), "--spring.profiles.active=postgresql",
                "--spring.datasource.url=" + TestDatabases.urlOf(folder),
                "--portfolio.evidence.seal-key-file=" + folder.resolve("seal-key"));
    }

    @Test
    void the_survivor_loses_nothing_and_takes_over() throws IOException, InterruptedException {
        try (Service first = start("first"); Service second = start("second")) {
            for (int number = 1; number <= TILTAK; number++) {
                first.command("/api/tiltak",
                        Map.of("number", number, "name", "Tiltak " + number, "effectiveFrom", "2020-01-01"));
            }
            List<Thread> threads = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Service service = writer % 2 == 0 ? first : second;
                threads.add(Thread.ofPlatform().start(() -> write(service)));
            }
            threads.add(Thread.ofPlatform().start(() -> read(second)));
            TimeUnit.SECONDS.sleep(4);

            first.kill();
            long killed = System.nanoTime();
            long takenOverAfter = awaitTakeover(second, killed);
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }

            System.out.printf("Acknowledged %d, taken over after %d ms%n", acknowledged.size(),
                    TimeUnit.NANOSECONDS.toMillis(takenOverAfter));
            assertThat(failures).isEmpty();
            assertThat(Duration.ofNanos(takenOverAfter)).isLessThan(LONGEST_TAKEOVER);
            Map<String, Integer> effects = second.effects(0);
            assertThat(acknowledged).hasSizeGreaterThan(50).allMatch(effects::containsKey, "is there");
            assertThat(effects.values()).as("happened once").containsOnly(1);
            assertThat(second.read("/api/audit/verification").get("findings")).isEmpty();
        }
    }

    /** How long it takes until the survivor shows what was recorded after the other one was killed, in nanoseconds. */
    private static long awaitTakeover(Service survivor, long killed) {
        long position = survivor.command("/api/tiltak/1/name", Map.of("name", "Nytt", "effectiveFrom", "2020-03-01"))
                .get("position")
                .longValue();
        Service.Answer answer = survivor.get("/api/tiltak/1?minPosition=" + position);
        while (answer.status() == 503 && System.nanoTime() - killed < TimeUnit.MINUTES.toNanos(1)) {
            answer = survivor.get("/api/tiltak/1?minPosition=" + position);
        }
        assertThat(answer.json().get("name").stringValue()).isEqualTo("Nytt");
        return System.nanoTime() - killed;
    }

    private void write(Service service) {
        while (!over.get()) {
            int number = keys.incrementAndGet();
            String key = "key-" + number;
            try {
                Service.Answer answer = service.post("/api/tiltak/" + (1 + number % TILTAK) + "/status",
                        Map.of("effectiveFrom", "2020-02-01", "status", "GREEN", "comment", key),
                        Map.of("Idempotency-Key", key));
                if (answer.status() == 200) {
                    acknowledged.add(key);
                } else {
                    failures.add(answer.text());
                }
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }

    private void read(Service survivor) {
        while (!over.get()) {
            for (String address : List.of("/api/portfolio?at=2020-06-01", "/api/tiltak/2/history",
                    "/api/audit?limit=10")) {
                Service.Answer answer = survivor.get(address);
                if (answer.status() != 200) {
                    failures.add(address + ": " + answer.text());
                }
            }
        }
    }
}
