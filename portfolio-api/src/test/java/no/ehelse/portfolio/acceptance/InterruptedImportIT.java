package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose service ends while it records: all of it is there, or nothing, and sent again it is all there once. */
class InterruptedImportIT {

    private static final int ROWS = 3_000;
    private static final String DAY = "2020-03-31";

    @TempDir
    private Path folder;

    @Test
    void a_kill_leaves_nothing_or_all_of_it_and_an_end_that_is_asked_for_waits() throws Exception {
        Path data = folder.resolve("data");
        Service killed = Service.start(data);
        killed.command("/api/rounds", Map.of("round", "2020-03", "name", "Mars", "cutOff", DAY));
        CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> isAnswered(killed));
        killed.awaitWork();
        killed.kill();
        boolean acknowledged = answered.join();

        Service ended = Service.start(data);
        int there = total(ended);
        System.out.printf("An import cut off by a kill: answered %s, %d of %d there%n", acknowledged, there, ROWS);
        assertThat(there).isIn(0, ROWS);
        assertThat(!acknowledged || there == ROWS).as("what was acknowledged is there").isTrue();
        CompletableFuture<Service.Answer> again = CompletableFuture.supplyAsync(() -> ended.send(request(ended)));
        if (there == 0) {
            ended.awaitWork();
        } else {
            again.join(); // there is nothing left to interrupt
        }
        ended.terminate();
        assertThat(again.join().status()).as(again.join().text()).isEqualTo(200);
        ended.awaitEnd();

        try (Service service = Service.start(data)) {
            assertThat(total(service)).isEqualTo(ROWS);
            assertThat(service.read("/api/audit/verification").get("findings")).isEmpty();
            assertThat(service.read("/api/audit/verification").get("events").intValue()).as("each recorded once")
                    .isEqualTo(ROWS + 1);
        }
    }

    private static boolean isAnswered(Service service) {
        try {
            return service.send(request(service)).status() == 200;
        } catch (UncheckedIOException cutOff) {
            return false;
        }
    }

    private static int total(Service service) {
        return service.read("/api/portfolio/counts?at=" + DAY).get("total").intValue();
    }

    private static HttpRequest request(Service service) {
        String file = IntStream.rangeClosed(1, ROWS)
                .mapToObj(number -> number + ";Tiltak på " + number + ";Rød\n")
                .collect(Collectors.joining("", "ID;Tiltaksnavn;Status\n", ""));
        return service.request("/api/rounds/2020-03/import?dryRun=false")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "fil-1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
