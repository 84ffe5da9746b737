package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What appending one transaction at a time is for. */
@LogInTablesOnly("It is about the table that appends are serialised by")
@Isolated("It sets the clock that stamps events, of which a process has one")
class AppendOrderTest {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);

    @Configuration(proxyBeanMethods = false)
    static class SetByHand {

        @Bean
        @Primary
        Clock clockSetByHand() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return NOW.get();
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(NOW.get(), zone);
                }
            };
        }
    }

    @Test
    void recorded_time_never_decreases_where_the_clock_runs_backwards(@TempDir Path folder) {
        NOW.set(Instant.parse("2021-03-01T10:00:00.123456Z"));
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder, SetByHand.class)) {
            portfolio.post("/api/tiltak", """
                    {"number": 9001, "name": "Språk", "effectiveFrom": "2020-03-01"}""");
            NOW.set(Instant.parse("2021-03-01T09:00:00.500Z"));
            portfolio.post("/api/tiltak/9001/status", """
                    {"status": "RED", "effectiveFrom": "2020-03-01"}""");
            NOW.set(Instant.parse("2021-03-01T10:00:00.124Z"));
            portfolio.post("/api/tiltak/9001/status", """
                    {"status": "GREEN", "effectiveFrom": "2020-03-01"}""");

            assertThat(recorded(portfolio)).containsExactly("2021-03-01T10:00:00.123Z", "2021-03-01T10:00:00.123Z",
                    "2021-03-01T10:00:00.124Z");
        }

        NOW.set(Instant.parse("2021-02-01T00:00:00Z"));
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder, SetByHand.class)) {
            portfolio.post("/api/tiltak/9001/status", """
                    {"status": "YELLOW", "effectiveFrom": "2020-03-01"}""");

            assertThat(recorded(portfolio)).endsWith("2021-03-01T10:00:00.124Z", "2021-03-01T10:00:00.124Z");
        }
    }

    private static List<String> recorded(RunningPortfolio portfolio) {
        return portfolio.bean(JdbcClient.class)
                .sql("select time_stamp from domain_event_entry order by global_index")
                .query((row, index) -> row.getString(1))
                .list();
    }

    @Test
    void a_fact_that_was_decided_before_a_publication_is_decided_again_after_it(@TempDir Path folder) throws Exception {
        NOW.set(Instant.parse("2021-03-01T10:00:00Z"));
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder, SetByHand.class);
                ExecutorService senders = Executors.newCachedThreadPool()) {
            portfolio.post("/api/rounds", """
                    {"round": "2020-10", "name": "Oktober", "cutOff": "2020-10-09"}""");
            portfolio.post("/api/rounds/2020-10/closing", "");
            portfolio.post("/api/tiltak", """
                    {"number": 9001, "name": "Språk", "effectiveFrom": "2020-03-01"}""");
            TransactionTemplate transaction = new TransactionTemplate(portfolio.bean(PlatformTransactionManager.class));
            AppendOrder order = portfolio.bean(AppendOrder.class);
            JdbcClient database = portfolio.bean(JdbcClient.class);
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch decided = new CountDownLatch(1);

            // Whoever appends waits; what follows is decided, and stands in the queue behind the publication.
            Future<?> publication = senders.submit(() -> transaction.executeWithoutResult(status -> {
                order.lock();
                held.countDown();
                await(decided);
                database.sql("update round_register set state = 'PUBLISHED'").update();
                order.published();
            }));
            await(held);
            Future<Answer> fact = senders.submit(() -> portfolio.post("/api/tiltak/9001/status", """
                    {"status": "RED", "effectiveFrom": "2020-10-09"}"""));
            Thread.sleep(1500);
            decided.countDown();
            publication.get(20, TimeUnit.SECONDS);

            assertThat(fact.get(20, TimeUnit.SECONDS)).isEqualTo(new Answer(422, """
                    {"type":"urn:problem:portfolio:round-published","title":"The round is published","status":422,\
                    "detail":"What holds from 2020-10-09 is in published rounds (2020-10); record it as a correction, \
                    with a comment.","code":"round-published","rounds":["2020-10"]}"""));
            assertThat(portfolio.events()).isEqualTo(3);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
