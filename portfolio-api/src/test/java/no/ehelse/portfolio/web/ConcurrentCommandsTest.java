package no.ehelse.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Several senders at the same time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrentCommandsTest {

    private final RunningPortfolio portfolio;

    ConcurrentCommandsTest(@TempDir Path folder) {
        portfolio = RunningPortfolio.on(folder);
    }

    @BeforeAll
    void openRound() {
        portfolio.post("/api/rounds", """
                {"round": "2020-10", "name": "Oktober", "cutOff": "2020-10-09"}""");
    }

    @AfterAll
    void stop() {
        portfolio.close();
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(tasks.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : senders.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }

    @Test
    void of_two_registrations_of_one_number_one_is_recorded_and_the_other_refused() throws Exception {
        long before = portfolio.events();
        Callable<Answer> registration = () -> portfolio.post("/api/tiltak", """
                {"number": 9100, "name": "Språk", "effectiveFrom": "2020-03-01"}""");

        List<Answer> answers = atOnce(List.of(registration, registration));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers).extracting(Answer::body)
                .contains(
                        """
                {"type":"urn:problem:portfolio:number-taken","title":"The number is taken","status":409,"detail":"Tiltak \
                9100 is registered from 2020-03-01; only an earlier registration can be added.","code":"number-taken"}""");
        assertThat(portfolio.events() - before).isEqualTo(1);
    }

    @Test
    void of_two_organisations_that_claim_one_name_one_is_refused() throws Exception {
        List<Callable<Answer>> claims = IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(index -> () -> portfolio.post("/api/organisations", """
                        {"name": "Etat %d", "group": "OTHER", "aliases": ["Felles navn"]}""".formatted(index)))
                .toList();

        List<Answer> answers = atOnce(claims);

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 409).map(Answer::body))
                .allMatch(body -> body.contains("\"code\":\"organisation-exists\""));
    }

    @Test
    void the_stream_stays_in_commit_order_and_complete_under_load() throws Exception {
        List<Callable<Answer>> registrations = IntStream.range(0, 60)
                .<Callable<Answer>>mapToObj(index -> () -> portfolio.post("/api/tiltak", """
                        {"number": %d, "name": "Tiltak", "effectiveFrom": "2020-03-01", "round": "2020-10"}"""
                        .formatted(9200 + index % 30)))
                .toList();

        List<Answer> answers = atOnce(registrations);

        // The second of two equal registrations in a round is a repeated report: accepted, and nothing new.
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(portfolio.stored().stream().filter(event -> event.aggregate().startsWith("tiltak:92"))).hasSize(30);
        assertThat(portfolio.stored().stream().map(event -> event.milliseconds().orElseThrow())).isSorted();
    }
}
