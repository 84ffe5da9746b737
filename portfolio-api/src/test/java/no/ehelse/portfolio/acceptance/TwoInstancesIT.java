package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.ehelse.portfolio.PostgresqlOnly;
import no.ehelse.portfolio.TestDatabases;
import no.ehelse.portfolio.TestStores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** Two instances on one PostgreSQL: what one rebuilds, both serve; and one is killed under load. */
@PostgresqlOnly("The embedded store has one instance")
@Isolated("It takes the time until another instance reads on")
class TwoInstancesIT {

    private static final int TILTAK = 12;

    /** Which the reader of the survivor writes, and nobody else. */
    private static final int OWN = TILTAK + 1;

    private static final int WRITERS = 4;
    private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(15);
    private static final String REBUILDS = "/api/admin/read-models/portfolio/rebuilds";

    @TempDir
    private Path folder;

    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger ownReads = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    private Service launch(String name) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=postgresql",
                "--spring.datasource.url=" + TestDatabases.urlOf(folder),
                "--portfolio.evidence.seal-key-file=" + folder.resolve("seal-key")));
        arguments.addAll(TestStores.arguments(folder));
        return Service.launch(folder.resolve(name), arguments.toArray(String[]::new));
    }

    @Test
    void both_serve_what_one_rebuilds_and_the_survivor_loses_nothing_and_takes_over()
            throws IOException, InterruptedException, SQLException {
        try (Service first = launch("first")) {
            first.awaitReady();
            try (Service second = launch("second")) {
                second.awaitReady();
                for (int number = 1; number <= OWN; number++) {
                    first.command("/api/tiltak",
                            Map.of("number", number, "name", "Tiltak " + number, "effectiveFrom", "2020-01-01"));
                }
                rebuild(first, second);
                rebuild(second, first);
                kill(first, second);
            }
        }
    }

    /** A rebuild on one instance is seen on the other from its begin to its end; then both serve what it made. */
    private void rebuild(Service one, Service other) throws SQLException, InterruptedException {
        String before = serving(one);
        assertThat(serving(other)).isEqualTo(before);
        String address;
        try (Connection connection = TestDatabases.connect(folder);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Whoever has the row that says what serves keeps the rebuild from its end.
            assertThat(statement.execute("select * from read_model for update")).isTrue();
            Service.Answer begun = one.post(REBUILDS, Map.of(), Map.of());
            assertThat(begun.status()).as(begun.text()).isEqualTo(202);
            address = begun.header("Location");

            Service.Answer refused = other.post(REBUILDS, Map.of(), Map.of());
            assertThat(refused.status() + " " + refused.json().get("code").stringValue())
                    .isEqualTo("409 concurrent-change");
            assertThat(other.read(address).get("state").stringValue()).isIn("READING", "COMPARING");
            assertThat(other.read(REBUILDS).get("rebuilds").get(0).get("id")).isEqualTo(begun.json().get("id"));
            connection.rollback();
        }
        Load.await("the end of the rebuild, seen on the other instance",
                () -> other.read(address).get("state").stringValue().equals("DONE"));
        assertThat(other.read(address)).isEqualTo(one.read(address));
        assertThat(other.read(address).get("differences").intValue()).isZero();
        Load.await("that both serve the rebuilt tables",
                () -> !serving(one).equals(before) && !serving(other).equals(before));

        for (Service sender : List.of(one, other)) {
            long position = sender.command("/api/tiltak/1/name",
                    Map.of("name", "Etter " + keys.incrementAndGet(), "effectiveFrom", "2020-03-01"))
                    .get("position")
                    .longValue();
            String question = "/api/portfolio?at=2020-06-01&minPosition=" + position;
            assertThat(one.read(question).get("tiltak")).isEqualTo(other.read(question).get("tiltak"));
            assertThat(one.read(question).get("tiltak").get(0).get("name").stringValue()).isEqualTo("Etter " + keys);
        }
    }

    private static String serving(Service service) {
        return service.read("/api/admin/read-models").get("readModels").get(0).get("serving").stringValue();
    }

    private void kill(Service first, Service second) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Service service = writer % 2 == 0 ? first : second;
            boolean survives = service == second;
            threads.add(Thread.ofPlatform().start(() -> write(service, survives)));
        }
        threads.add(Thread.ofPlatform().start(() -> readOnly(second)));
        threads.add(Thread.ofPlatform().start(() -> readOwn(second)));
        int before = acknowledged.size();
        Load.await("load", () -> acknowledged.size() > before + 100 && ownReads.get() > 5);
        String rebuild = first.post(REBUILDS, Map.of(), Map.of()).header("Location");

        first.kill();
        long killed = System.nanoTime();
        int ownReadsBefore = ownReads.get();
        long takenOverAfter = awaitTakeover(second, killed);
        Load.await("reading goes on", () -> ownReads.get() > ownReadsBefore + 5);
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }

        System.out.printf("Acknowledged %d, taken over after %d ms, %d reads and %d of own commands meanwhile%n",
                acknowledged.size(), TimeUnit.NANOSECONDS.toMillis(takenOverAfter), reads.get(), ownReads.get());
        assertThat(failures).as("answered otherwise than 200 by the survivor").isEmpty();
        assertThat(Duration.ofNanos(takenOverAfter)).isLessThan(LONGEST_TAKEOVER);
        Map<String, Integer> effects = second.effects(0);
        assertThat(acknowledged).hasSizeGreaterThan(100).allMatch(effects::containsKey, "is there");
        assertThat(effects.values()).as("happened once").containsOnly(1);
        assertThat(second.read("/api/audit/verification").get("findings")).isEmpty();
        assertThat(second.read(rebuild).get("state").stringValue()).isIn("INTERRUPTED", "DONE");
        assertThat(second.rebuild().get("differences").intValue()).isZero();
    }

    /** How long it takes until the survivor shows what was recorded after the other one was killed, in nanoseconds. */
    private static long awaitTakeover(Service survivor, long killed) {
        long position = recorded(survivor, "/api/tiltak/1/name",
                Map.of("name", "Nytt", "effectiveFrom", "2020-04-01"), "first-after-the-kill").json()
                .get("position")
                .longValue();
        Service.Answer answer = survivor.get("/api/tiltak/1?minPosition=" + position);
        while (answer.status() == 503 && System.nanoTime() - killed < TimeUnit.MINUTES.toNanos(1)) {
            answer = survivor.get("/api/tiltak/1?minPosition=" + position);
        }
        assertThat(answer.json().get("name").stringValue()).isEqualTo("Nytt");
        return System.nanoTime() - killed;
    }

    /**
     * Sends a command. Over an Axon Server, one that was on its way to the instance that was killed is answered as an outage,
     * and sent again as everybody would.
     */
    private static Service.Answer recorded(Service service, String address, Map<String, Object> body, String key) {
        Service.Answer answer = service.post(address, body, Map.of("Idempotency-Key", key));
        while (answer.status() == 503 && TestStores.isAxonServer()) {
            answer = service.post(address, body, Map.of("Idempotency-Key", key));
        }
        return answer;
    }

    private void write(Service service, boolean survives) {
        while (!over.get()) {
            int number = keys.incrementAndGet();
            String key = "key-" + number;
            try {
                Service.Answer answer = recorded(service, "/api/tiltak/" + (1 + number % TILTAK) + "/status",
                        Map.of("effectiveFrom", "2020-02-01", "status", "GREEN", "comment", key), key);
                if (answer.status() == 200) {
                    acknowledged.add(key);
                } else {
                    failures.add(answer.text());
                }
            } catch (UncheckedIOException gone) {
                if (survives) {
                    failures.add(gone.toString());
                }
                return;
            }
        }
    }

    /** Asks without a pause what there is. */
    private void readOnly(Service survivor) {
        while (!over.get()) {
            for (String address : List.of("/api/portfolio?at=2020-06-01", "/api/portfolio/counts?by=status",
                    "/api/tiltak/2/history", "/api/audit?limit=10", "/actuator/health/readiness")) {
                if (is200(survivor, address) != null) {
                    reads.incrementAndGet();
                }
            }
        }
    }

    /** Records something on the survivor, and asks it at once for what it has recorded. */
    private void readOwn(Service survivor) {
        for (int time = 0; !over.get(); time++) {
            String name = "Eget " + time;
            JsonNode recorded = recorded(survivor, "/api/tiltak/" + OWN + "/name",
                    Map.of("name", name, "effectiveFrom", "2020-02-01"), "own-" + time).json();
            JsonNode seen = is200(survivor, "/api/tiltak/" + OWN + "?minPosition=" + recorded.get("position"));
            if (seen != null) {
                if (!seen.get("name").stringValue().equals(name)) {
                    failures.add(name + ", but read " + seen);
                }
                ownReads.incrementAndGet();
            }
        }
    }

    private @Nullable JsonNode is200(Service survivor, String address) {
        try {
            Service.Answer answer = survivor.get(address);
            if (answer.status() == 200) {
                return answer.json();
            }
            failures.add(address + ": " + answer.status() + " " + answer.text());
        } catch (UncheckedIOException failed) {
            failures.add(address + ": " + failed);
        }
        return null;
    }
}
