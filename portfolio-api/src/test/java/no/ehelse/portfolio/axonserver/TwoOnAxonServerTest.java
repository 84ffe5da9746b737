package no.ehelse.portfolio.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import no.ehelse.portfolio.TestStores;
import no.ehelse.portfolio.eventstore.StreamPositions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two instances with one Axon Server and one database; one of them goes. */
@ResourceLock("Axon Server")
class TwoOnAxonServerTest {

    private static final int TILTAK = 8;
    private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private RunningPortfolio start(String name) {
        List<String> properties = new ArrayList<>(TestStores.onAxonServer(folder));
        properties.add("--spring.datasource.url=jdbc:h2:mem:two;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        properties.add("--spring.datasource.username=sa");
        properties.add("--portfolio.evidence.seal-key-file=" + folder.resolve("seal-key"));
        return RunningPortfolio.with(folder.resolve(name), properties.toArray(String[]::new));
    }

    @Test
    void both_take_commands_and_answer_and_one_goes_on_alone() throws InterruptedException, ExecutionException {
        try (RunningPortfolio second = start("second")) {
            try (RunningPortfolio first = start("first")) {
                List<Answer> answers = atOnce(first, second);
                assertThat(answers).extracting(Answer::status).containsOnly(201);
                for (int number = 1; number <= TILTAK; number++) {
                    assertThat(second.post("/api/tiltak/" + number + "/status", status("GREEN")).status())
                            .isEqualTo(200);
                    Answer changed = first.post("/api/tiltak/" + number + "/status", status("RED"));
                    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
                    assertThat(awaitRead(second, number, changed)).isEqualTo("RED");
                }
            }
            Answer alone = second.post("/api/tiltak/1/status", status("YELLOW"));
            assertThat(alone.status()).as(alone.body()).isEqualTo(200);
            assertThat(awaitRead(second, 1, alone)).isEqualTo("YELLOW");

            JsonNode verification = json(second.get("/api/audit/verification").body());
            assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
            assertThat(verification.get("sealed").asLong()).isEqualTo(3L * TILTAK + 1);
            assertThat(second.stored().stream().map(event -> event.milliseconds().orElseThrow())).isSorted();
            assertThat(second.stored().getLast().position()).isEqualTo(second.bean(StreamPositions.class).head());
        }
    }

    private static String status(String status) {
        return """
                {"status": "%s", "effectiveFrom": "2020-02-01"}""".formatted(status);
    }

    private static List<Answer> atOnce(RunningPortfolio first, RunningPortfolio second)
            throws InterruptedException, ExecutionException {
        List<Callable<Answer>> registrations = new ArrayList<>();
        for (int number = 1; number <= TILTAK; number++) {
            RunningPortfolio portfolio = number % 2 == 0 ? first : second;
            String body = """
                    {"number": %d, "name": "Tiltak", "effectiveFrom": "2020-01-01"}""".formatted(number);
            registrations.add(() -> portfolio.post("/api/tiltak", body));
        }
        try (ExecutorService senders = Executors.newFixedThreadPool(TILTAK)) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : senders.invokeAll(registrations)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static String awaitRead(RunningPortfolio portfolio, int number, Answer recorded) {
        String address = "/api/tiltak/" + number + "?at=2020-03-01&minPosition="
                + json(recorded.body()).get("position").asLong();
        long end = System.nanoTime() + LONGEST_TAKEOVER.toNanos();
        while (portfolio.get(address).statusCode() == 503 && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return json(portfolio.get(address).body()).get("status").asString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
