package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A disk that takes its time: what is on it is there when its commit returns, and not before. */
@Timeout(180)
class SlowDiskTest {

    private static final int SENDERS = 16;

    /** How long each commit takes, and the next one of a request on top of that; in milliseconds. */
    private static final AtomicLong EACH = new AtomicLong();
    private static final AtomicLong NEXT = new AtomicLong();

    @Configuration(proxyBeanMethods = false)
    static class OnSlowDisk {

        @Bean
        static BeanPostProcessor slowDisk() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (bean instanceof HikariDataSource pool) {
                        pool.setDataSource(new SlowCommits(fast(pool)));
                    }
                    return bean;
                }
            };
        }
    }

    /** The embedded store's own, or that of an address. */
    private static DataSource fast(HikariDataSource pool) {
        return pool.getDataSource() == null
                ? new DriverManagerDataSource(pool.getJdbcUrl(), pool.getDataSourceProperties())
                : pool.getDataSource();
    }

    /** Connections that wait before they commit. */
    private static final class SlowCommits extends DelegatingDataSource {

        SlowCommits(DataSource fast) {
            super(fast);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection fast = super.getConnection();
            return (Connection) Proxy.newProxyInstance(SlowDiskTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("commit")) {
                            boolean ofRequest = Thread.currentThread().getName().contains("exec");
                            TimeUnit.MILLISECONDS.sleep(EACH.get() + (ofRequest ? NEXT.getAndSet(0) : 0));
                        }
                        try {
                            return method.invoke(fast, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }

    @BeforeEach
    void fast() {
        EACH.set(0);
        NEXT.set(0);
    }

    @Test
    void commands_take_longer_and_reading_does_not(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder, OnSlowDisk.class)) {
            register(portfolio);
            EACH.set(150);
            List<CompletableFuture<HttpResponse<String>>> sent = report(portfolio);

            long before = System.nanoTime();
            assertThat(portfolio.get("/api/portfolio?at=2020-05-01").statusCode()).isEqualTo(200);
            assertThat(portfolio.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isLessThan(SENDERS * EACH.get());

            assertThat(sent).allMatch(answer -> answer.join().statusCode() == 200);
            assertThat(portfolio.events()).isEqualTo(2 * SENDERS);
        }
    }

    @Test
    @LogInTablesOnly("It is about the commit of events")
    void a_commit_that_hangs_lets_others_be_told_to_come_back_and_none_is_half_done(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder, OnSlowDisk.class)) {
            register(portfolio);
            NEXT.set(22_000);
            List<CompletableFuture<HttpResponse<String>>> sent = report(portfolio);

            List<Integer> statuses = sent.stream().map(answer -> answer.join().statusCode()).toList();
            long acknowledged = statuses.stream().filter(status -> status == 200).count();
            assertThat(statuses).allMatch(status -> status == 200 || status == 503).contains(503);
            for (CompletableFuture<HttpResponse<String>> answer : sent) {
                assertThat(answer.join().headers().firstValue("Retry-After").isPresent())
                        .isEqualTo(answer.join().statusCode() == 503);
            }
            assertThat(portfolio.events()).isEqualTo(SENDERS + acknowledged);

            assertThat(report(portfolio)).as("sent again").allMatch(answer -> answer.join().statusCode() == 200);
            assertThat(portfolio.events()).isEqualTo(2 * SENDERS);
        }
    }

    private static void register(RunningPortfolio portfolio) {
        for (int number = 1; number <= SENDERS; number++) {
            assertThat(portfolio.post("/api/tiltak", """
                    {"number": %d, "name": "x", "effectiveFrom": "2020-04-01"}""".formatted(number)).status())
                    .isEqualTo(201);
        }
        while (portfolio.get("/actuator/health/readiness").statusCode() != 200) {
            Thread.onSpinWait();
        }
    }

    /** Each of as many senders about a tiltak of its own, all at once, the same each time. */
    private static List<CompletableFuture<HttpResponse<String>>> report(RunningPortfolio portfolio) {
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int number = 1; number <= SENDERS; number++) {
            String address = "/api/tiltak/" + number + "/status";
            answers.add(CompletableFuture.supplyAsync(() -> portfolio.send(address, """
                    {"status": "RED", "effectiveFrom": "2020-05-01"}""", "Idempotency-Key", "once"), senders));
        }
        return answers;
    }
}
