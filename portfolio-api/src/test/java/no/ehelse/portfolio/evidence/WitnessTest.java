package no.ehelse.portfolio.evidence;

import static no.ehelse.portfolio.evidence.SmallLog.verification;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nothing comes between the digest that an edition carries and the edition. */
class WitnessTest {

    private static final int WRITERS = 4;
    private static final int EDITIONS = 8;

    @Test
    void editions_that_are_published_while_others_record_are_witnessed_exactly(@TempDir Path folder) throws Exception {
        List<Integer> witnessed = new ArrayList<>();
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            SmallLog.record(portfolio);
            AtomicBoolean published = new AtomicBoolean();
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = 1 + writer % 3;
                writing.add(writers.submit(() -> {
                    while (!published.get()) {
                        SmallLog.laterStatus(portfolio, number, "GREEN");
                    }
                }));
            }
            for (int edition = 2; edition <= EDITIONS; edition++) {
                assertThat(portfolio.post("/api/rounds/2020-10/publication", "{\"comment\": \"igjen\"}").status())
                        .isEqualTo(200);
            }
            published.set(true);
            for (Future<?> each : writing) {
                each.get(20, TimeUnit.SECONDS);
            }

            JsonNode verified = verification(portfolio);
            for (JsonNode publication : verified.get("publications")) {
                assertThat(publication.get("state").asString()).as(publication.toString()).isEqualTo("INTACT");
                witnessed.add(publication.get("edition").asInt());
            }
            assertThat(verified.get("intact").asBoolean()).isTrue();
            assertThat(verified.get("events").asLong()).isGreaterThan(SmallLog.EVENTS + EDITIONS);
        }
        assertThat(witnessed).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void an_edition_after_a_restart_is_witnessed_by_the_whole_log(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            SmallLog.record(portfolio);
        }
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            String heads = verification(portfolio).get("heads").asString();

            portfolio.post("/api/rounds/2020-10/publication", "{\"comment\": \"igjen\"}");

            JsonNode edition = verification(portfolio).get("publications").get(1);
            assertThat(edition.get("witness").asString()).isEqualTo(heads);
            assertThat(edition.get("state").asString()).isEqualTo("INTACT");
        }
    }
}
