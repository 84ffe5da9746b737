package no.ehelse.portfolio.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import no.ehelse.portfolio.PostgresqlOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import no.ehelse.portfolio.TestDatabases;
import no.ehelse.portfolio.eventstore.EventProcessors;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.projectors.Projectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A read model that another version of the service filled, whose projecting code makes other rows of the same events. */
@Timeout(120)
class UpgradeTest {

    private static final String REBUILDS = "/api/admin/read-models/portfolio/rebuilds";

    private static final String DEAD_LETTERS = "/api/admin/dead-letters";

    @TempDir
    private Path folder;

    private static long register(RunningPortfolio portfolio, int number) {
        return position(portfolio.post("/api/tiltak", """
                {"number": %d, "name": "Språk %d", "effectiveFrom": "2020-03-01"}""".formatted(number, number)));
    }

    private static long report(RunningPortfolio portfolio, int number, String status) {
        return position(portfolio.post("/api/tiltak/" + number + "/status", """
                {"status": "%s", "effectiveFrom": "2020-05-01"}""".formatted(status)));
    }

    private static long position(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return JsonMapper.shared().readTree(answer.body()).get("position").asLong();
    }

    private static JsonNode read(RunningPortfolio portfolio, String address) {
        return JsonMapper.shared().readTree(portfolio.get(address).body());
    }

    private static String statusOf(RunningPortfolio portfolio, int number, long position) {
        return read(portfolio, "/api/tiltak/" + number + "?at=2020-06-01&minPosition=" + position).path("status")
                .asString("");
    }

    /** By that version more or less than this one. */
    private static void filledBy(RunningPortfolio portfolio, int difference) {
        portfolio.bean(JdbcTemplate.class)
                .update("update read_model_progress set logic = ?",
                        Projectors.LOGIC + difference);
    }

    /** It tries again from time to time, and may read for that moment. */
    private static void assertIsGivenUp(RunningPortfolio portfolio) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!readers(portfolio).isEmpty()) {
            assertThat(Instant.now()).as("it goes on holding %s", readers(portfolio)).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<@Nullable String> readers(RunningPortfolio portfolio) {
        return portfolio.bean(JdbcTemplate.class)
                .queryForList("select owner from token_entry where owner is not null", String.class);
    }

    private static StreamingEventProcessor reader(RunningPortfolio portfolio) {
        return portfolio.bean(EventProcessingConfiguration.class)
                .eventProcessor(EventProcessors.PORTFOLIO, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private static int readiness(RunningPortfolio portfolio) {
        return portfolio.get("/actuator/health/readiness").statusCode();
    }

    private static void awaitReadiness(RunningPortfolio portfolio) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (readiness(portfolio) != 200) {
            assertThat(Instant.now()).as("it does not become ready").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static JsonNode rebuilt(RunningPortfolio portfolio) {
        JsonNode latest = JsonMapper.shared().readTree(portfolio.post(REBUILDS, "{}").body());
        while (latest.get("finishedAt").isNull()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            latest = read(portfolio, REBUILDS + "/" + latest.get("id").asString());
        }
        return latest;
    }

    @Test
    void what_an_earlier_version_filled_is_rebuilt_before_the_service_is_ready_also_where_it_had_not_read_everything() {
        long last;
        try (RunningPortfolio earlier = RunningPortfolio.on(folder)) {
            assertThat(statusOf(earlier, 1, register(earlier, 1))).isEmpty();
            reader(earlier).shutDown();
            report(earlier, 1, "GREEN");
            last = register(earlier, 2);
            filledBy(earlier, -1);
        }
        try (RunningPortfolio later = RunningPortfolio.on(folder)) {
            awaitReadiness(later);
            assertThat(later.bean(Progress.class).mark().position()).isEqualTo(last);
            assertThat(read(later, REBUILDS).get("rebuilds")).singleElement().satisfies(rebuild -> {
                assertThat(rebuild.get("state").asString()).isEqualTo("DONE");
                assertThat(rebuild.get("reason").asString()).isEqualTo("another version of the service");
                assertThat(rebuild.get("events").asInt()).as("no further than its reader, who goes on").isEqualTo(1);
            });
            long red = report(later, 2, "RED");
            assertThat(statusOf(later, 1, red)).isEqualTo("GREEN");
            assertThat(statusOf(later, 2, red)).isEqualTo("RED");
            assertThat(read(later, DEAD_LETTERS).get("deadLetters")).isEmpty();
            assertThat(rebuilt(later).get("differences").asInt()).isZero();
        }
    }

    @Test
    void tables_that_are_ahead_of_their_reader_are_moved_on_by_what_it_reads() throws Exception {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(statusOf(portfolio, 1, register(portfolio, 1))).isEmpty();
            reader(portfolio).shutDown();
            long ahead = report(portfolio, 1, "GREEN");
            long last = report(portfolio, 1, "YELLOW");
            portfolio.bean(Progress.class).moveTo(ahead);
            reader(portfolio).start();

            assertThat(statusOf(portfolio, 1, last)).isEqualTo("YELLOW");
            assertThat(portfolio.bean(Progress.class).mark().position()).isEqualTo(last);
            assertThat(statusOf(portfolio, 1, report(portfolio, 1, "RED"))).isEqualTo("RED");
            assertThat(rebuilt(portfolio).get("differences").asInt()).isZero();
        }
    }

    @Test
    void an_instance_of_an_earlier_version_leaves_what_a_later_one_filled_alone_while_it_runs() throws Exception {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            long first = register(portfolio, 1);
            assertThat(statusOf(portfolio, 1, first)).isEmpty();
            assertThat(readiness(portfolio)).isEqualTo(200);
            filledBy(portfolio, 1);

            long second = report(portfolio, 1, "GREEN");
            TimeUnit.SECONDS.sleep(3);

            assertThat(portfolio.bean(Progress.class).mark().position()).isEqualTo(first);
            assertThat(read(portfolio, DEAD_LETTERS).get("deadLetters")).isEmpty();
            assertThat(readiness(portfolio)).as("others would be left without anybody who answers").isEqualTo(200);
            assertIsGivenUp(portfolio);

            filledBy(portfolio, 0);
            Instant deadline = Instant.now().plusSeconds(60);
            while (portfolio.bean(Progress.class).mark().position() < second) {
                assertThat(Instant.now()).as("it does not try again").isBefore(deadline);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(statusOf(portfolio, 1, second)).isEqualTo("GREEN");
        }
    }

    @Test
    void an_earlier_version_that_starts_leaves_it_alone_and_goes_back_when_it_is_told_to() throws Exception {
        try (RunningPortfolio later = RunningPortfolio.on(folder)) {
            assertThat(statusOf(later, 1, register(later, 1))).isEmpty();
            filledBy(later, 1);
        }
        try (RunningPortfolio earlier = RunningPortfolio.on(folder)) {
            assertThat(readiness(earlier)).isEqualTo(503);
            assertThat(read(earlier, REBUILDS).get("rebuilds")).isEmpty();
            assertThat(read(earlier, "/api/tiltak/1?at=2020-06-01").get("name").asString()).isEqualTo("Språk 1");

            assertThat(rebuilt(earlier).get("state").asString()).isEqualTo("DONE");

            assertThat(statusOf(earlier, 1, report(earlier, 1, "YELLOW"))).isEqualTo("YELLOW");
            assertThat(readiness(earlier)).isEqualTo(200);
            assertThat(read(earlier, DEAD_LETTERS).get("deadLetters")).isEmpty();
        }
    }

    @Test
    @PostgresqlOnly("The embedded store has one instance")
    void an_instance_waits_for_another_one_that_is_rebuilding() throws Exception {
        try (RunningPortfolio earlier = RunningPortfolio.on(folder)) {
            assertThat(statusOf(earlier, 1, register(earlier, 1))).isEmpty();
            filledBy(earlier, -1);
        }
        try (ExecutorService starting = Executors.newSingleThreadExecutor();
                Connection other = TestDatabases.connect(folder);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select name from read_model_rebuilder for update").close();

            Future<RunningPortfolio> later = starting.submit(() -> RunningPortfolio.on(folder));
            assertThatThrownBy(() -> later.get(15, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            other.rollback();

            try (RunningPortfolio portfolio = later.get(60, TimeUnit.SECONDS)) {
                assertThat(readiness(portfolio)).isEqualTo(200);
                assertThat(statusOf(portfolio, 1, report(portfolio, 1, "RED"))).isEqualTo("RED");
            }
        }
    }
}
