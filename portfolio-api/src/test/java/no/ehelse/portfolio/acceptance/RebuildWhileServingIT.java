package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The read model is rebuilt while people read and write, and killed in the middle. {@code -Dportfolio.test.rounds=20} loads
 * 100,000 events instead of what the build has time for.
 */
@Order(1) // it takes longest: begun last, it would be alone at the end
class RebuildWhileServingIT {

    private static final int ROUNDS = Integer.getInteger("portfolio.test.rounds", 3);
    private static final int ROWS = 5_000;
    private static final int REBUILDS = 2;
    private static final int KILLS = 10;
    private static final String REBUILDS_ADDRESS = "/api/admin/read-models/portfolio/rebuilds";
    private static final List<String> COLOURS = List.of("GREEN", "YELLOW", "RED");
    private static final List<String> LABELS = List.of("Grønn", "Gul", "Rød");

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> mistakes = new ConcurrentLinkedQueue<>();
    private final AtomicLong reads = new AtomicLong();
    private final List<String> written = new ArrayList<>();
    private final List<Duration> took = new ArrayList<>();
    private long head;
    private int done;

    @Test
    void readers_and_writers_see_no_rebuild_and_a_killed_one_leaves_what_served()
            throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (Service service = Service.start(data)) {
            load(service);
            rebuildUnderTraffic(service);
        }
        killInTheMiddle(data);
        System.out.printf(
                "rebuilt up to position %d with %d rounds of reads and %d commands meanwhile, in %s; killed %d times, of which %d after the end%n",
                head, reads.get(), written.size(), took, KILLS, done);
    }

    private static void load(Service service) {
        service.command("/api/organisations", Map.of("name", "Virksomheten", "group", "OTHER"));
        for (int round = 0; round < ROUNDS; round++) {
            String id = round(round);
            service.command("/api/rounds", Map.of("round", id, "name", "Runde " + id, "cutOff", id + "-15"));
            Service.Answer answer = service.send(service
                    .request("/api/rounds/" + id + "/import?dryRun=false")
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(file(round).getBytes(StandardCharsets.UTF_8)))
                    .build());
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    private static String round(int round) {
        return "%d-%02d".formatted(2015 + round / 12, 1 + round % 12);
    }

    private static String file(int round) {
        StringBuilder csv = new StringBuilder(
                "Segment;ID;Aktør;Tiltaksnavn;Fase;Er prosjektet aktivt?;Status;Risiko;Innsatsområde\r\n");
        for (int number = 1; number <= ROWS; number++) {
            csv.append("Samstyre;%d;Virksomheten;Tiltak nr. %d på øya;Gjennomføre;Aktiv;%s;Gul;\r\n".formatted(number,
                    number, LABELS.get((number + round) % LABELS.size())));
        }
        return csv.toString();
    }

    private void rebuildUnderTraffic(Service service) throws InterruptedException {
        for (int rebuild = 0; rebuild < REBUILDS; rebuild++) {
            String before = serving(service);
            AtomicBoolean over = new AtomicBoolean();
            Thread reader = Thread.ofPlatform().start(() -> every(100, over, () -> read(service)));
            Thread writer = Thread.ofPlatform().start(() -> every(200, over, () -> write(service)));
            Service.Answer begun = service.post(REBUILDS_ADDRESS, Map.of(), Map.of());
            assertThat(begun.status()).isEqualTo(202);
            assertThat(service.post(REBUILDS_ADDRESS, Map.of(), Map.of()).json().get("code").stringValue())
                    .isEqualTo("concurrent-change");

            long start = System.nanoTime();
            JsonNode ended = awaitEnd(service, begun.header("Location"));
            took.add(Duration.ofNanos(System.nanoTime() - start));
            head = ended.get("head").longValue();
            TimeUnit.SECONDS.sleep(1);
            over.set(true);
            reader.join();
            writer.join();

            assertThat(mistakes).isEmpty();
            assertThat(ended.get("state").stringValue()).as(ended.toString()).isEqualTo("DONE");
            assertThat(ended.get("differences").intValue()).as(ended.toString()).isZero();
            assertThat(ended.get("compared").intValue()).isGreaterThan(ROUNDS * ROWS);
            assertThat(serving(service)).isNotEqualTo(before);
        }
        assertThat(reads.get()).isGreaterThan(10);
        assertThat(historyOf(service, 1)).isEqualTo(written);
    }

    private static String serving(Service service) {
        return service.read("/api/admin/read-models").get("readModels").get(0).get("serving").stringValue();
    }

    private void every(int milliseconds, AtomicBoolean over, Runnable task) {
        try {
            while (!over.get()) {
                task.run();
                TimeUnit.MILLISECONDS.sleep(milliseconds);
            }
        } catch (InterruptedException | RuntimeException | AssertionError failed) {
            mistakes.add(String.valueOf(failed));
        }
    }

    /** Whatever is rebuilt meanwhile: everything is there, from the first round on. */
    private void read(Service service) {
        for (int round : List.of(0, ROUNDS - 1)) {
            JsonNode counts = service.read("/api/portfolio/counts?by=status&at=" + round(round) + "-15");
            if (counts.get("total").intValue() != ROWS) {
                mistakes.add("a gap: " + counts);
            }
        }
        reads.incrementAndGet();
    }

    private void write(Service service) {
        String comment = "skrevet " + written.size();
        JsonNode answer = service.command("/api/tiltak/1/status", Map.of("effectiveFrom", round(ROUNDS) + "-01",
                "status", COLOURS.get(written.size() % COLOURS.size()), "comment", comment));
        written.add(comment);
        JsonNode seen = service.read("/api/tiltak/1?at=" + round(ROUNDS) + "-01&minPosition="
                + answer.get("position").longValue());
        if (!seen.get("comments").get("status").stringValue().equals(comment)) {
            mistakes.add("stale after minPosition: " + seen);
        }
    }

    private static List<String> historyOf(Service service, int number) {
        List<String> comments = new ArrayList<>();
        for (JsonNode entry : service.read("/api/tiltak/" + number + "/history").get("entries")) {
            if (entry.get("type").stringValue().equals("StatusReported")) {
                comments.add(entry.get("comment").stringValue());
            }
        }
        return comments;
    }

    private static JsonNode awaitEnd(Service service, String address) throws InterruptedException {
        JsonNode now = service.read(address);
        while (List.of("READING", "COMPARING").contains(now.get("state").stringValue())) {
            TimeUnit.MILLISECONDS.sleep(200);
            now = service.read(address);
        }
        return now;
    }

    private void killInTheMiddle(Path data) throws IOException, InterruptedException {
        Random random = new Random(20201009);
        long whole = Collections.max(took).toMillis();
        String expected = "";
        String last = "";
        for (int kill = 0; kill <= KILLS; kill++) {
            Service service = Service.start(data);
            try {
                String answers = answers(service);
                assertThat(expected.isEmpty() ? answers : expected).as("after %d kills", kill).isEqualTo(answers);
                expected = answers;
                if (!last.isEmpty()) {
                    String state = service.read(last).get("state").stringValue();
                    assertThat(state).isIn("INTERRUPTED", "DONE");
                    done += state.equals("DONE") ? 1 : 0;
                }
                Service.Answer begun = service.post(REBUILDS_ADDRESS, Map.of(), Map.of());
                assertThat(begun.status()).as(begun.text()).isEqualTo(202);
                last = begun.header("Location");
                if (kill == KILLS) {
                    JsonNode ended = awaitEnd(service, last);
                    assertThat(ended.get("state").stringValue()).as(ended.toString()).isEqualTo("DONE");
                    assertThat(ended.get("differences").intValue()).as(ended.toString()).isZero();
                    assertThat(answers(service)).isEqualTo(expected);
                } else {
                    TimeUnit.MILLISECONDS.sleep(random.nextLong(whole));
                }
            } finally {
                service.kill();
            }
        }
    }

    private static String answers(Service service) {
        StringBuilder answers = new StringBuilder();
        for (int round = 0; round <= ROUNDS; round++) {
            answers.append(service.read("/api/portfolio/counts?by=status&by=organisation&at=" + round(round) + "-15"))
                    .append('\n');
        }
        return answers.append(service.read("/api/tiltak/1/history"))
                .append(service.read("/api/tiltak/" + ROWS + "/history"))
                .toString();
    }
}
