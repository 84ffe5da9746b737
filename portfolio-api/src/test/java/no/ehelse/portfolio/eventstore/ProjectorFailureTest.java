package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import no.ehelse.portfolio.tiltak.TiltakEvent.RiskAssessed;
import no.ehelse.portfolio.tiltak.TiltakEvent.StatusReported;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to events that a projector cannot handle. */
class ProjectorFailureTest {

    private static final List<TiltakEvent> HANDLED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger OUTAGES = new AtomicInteger();

    @Configuration(proxyBeanMethods = false)
    static class WithProjector {

        @Bean
        Projector projector() {
            return new Projector();
        }
    }

    @ProcessingGroup(EventProcessors.PORTFOLIO)
    static class Projector {

        @EventHandler
        void on(TiltakEvent event) {
            if (event instanceof RiskAssessed) {
                throw new IllegalStateException("this projector knows no risk");
            }
            if (event instanceof StatusReported && OUTAGES.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("away");
            }
            HANDLED.add(event);
        }
    }

    @BeforeEach
    void forget() {
        HANDLED.clear();
        OUTAGES.set(0);
    }

    private static void eventually(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean() && Instant.now().isBefore(deadline)) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static long parked(RunningPortfolio portfolio) {
        return portfolio.bean(JdbcClient.class)
                .sql("select count(*) from dead_letter_entry")
                .query(Long.class)
                .single();
    }

    private static void report(RunningPortfolio portfolio, int number, String attribute, String value) {
        assertThat(portfolio.post("/api/tiltak/" + number + "/" + attribute, """
                {"%s": "%s", "effectiveFrom": "2020-05-01"}""".formatted(attribute, value)).status()).isEqualTo(200);
    }

    @Test
    void an_event_that_cannot_be_handled_is_parked_and_turns_its_own_health_group_down(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder, WithProjector.class)) {
            for (int number : List.of(9001, 9002)) {
                portfolio.post("/api/tiltak", """
                        {"number": %d, "name": "x", "effectiveFrom": "2020-04-01"}""".formatted(number));
            }
            report(portfolio, 9001, "risk", "RED");
            report(portfolio, 9001, "status", "RED");
            report(portfolio, 9002, "status", "GREEN");

            // What follows the parked event of the same tiltak waits behind it; other tiltak go on.
            eventually(() -> parked(portfolio) == 2 && HANDLED.size() == 3);
            assertThat(portfolio.get("/actuator/health/dead-letters").statusCode()).isEqualTo(503);
            assertThat(portfolio.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void an_event_that_met_an_absent_database_is_handled_later_and_never_parked_or_skipped(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder, WithProjector.class)) {
            portfolio.post("/api/tiltak", """
                    {"number": 9001, "name": "x", "effectiveFrom": "2020-04-01"}""");
            eventually(() -> HANDLED.size() == 1);
            OUTAGES.set(2);
            report(portfolio, 9001, "status", "RED");

            eventually(() -> HANDLED.size() == 2);
            assertThat(parked(portfolio)).isZero();
            assertThat(portfolio.get("/actuator/health/dead-letters").statusCode()).isEqualTo(200);
        }
    }
}
