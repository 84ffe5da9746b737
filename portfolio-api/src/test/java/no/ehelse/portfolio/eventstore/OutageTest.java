package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import no.ehelse.portfolio.PostgresqlOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestStores;
import org.axonframework.common.jdbc.JdbcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A database that is away. */
@Timeout(120)
class OutageTest {

    @Test
    void senders_are_told_to_come_back_and_the_service_is_not_ready(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(portfolio.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            long position = register(portfolio, 1);
            assertThat(portfolio.get("/api/portfolio?minPosition=" + position).statusCode()).isEqualTo(200);
            List<String> fromMemory = List.of("/api/portfolio", "/api/portfolio?at=2020-04-01",
                    "/api/tiltak/1?at=2020-04-01", "/api/tiltak/1/history",
                    "/api/portfolio/counts?by=status&at=2020-04-01", "/actuator/health/reading",
                    "/actuator/health/liveness");
            List<String> upToEnd = List.of("/api/rounds", "/api/organisations",
                    "/api/portfolio/changes?from=2020-04-01&to=2020-05-01");
            assertThat(statuses(portfolio, fromMemory)).containsOnly(200);
            assertThat(statuses(portfolio, upToEnd)).containsOnly(200);
            ((HikariDataSource) portfolio.bean(DataSource.class)).close();

            HttpResponse<String> response = portfolio.send("/api/tiltak", """
                    {"number": 9001, "name": "x", "effectiveFrom": "2020-04-01"}""");

            assertThat(response.body()).isEqualTo("""
                    {"type":"urn:problem:portfolio:event-store-unavailable","title":"The event store is unavailable",\
                    "status":503,"detail":"Events can be neither stored nor read at the moment. Try again later, with \
                    the same idempotency key.","code":"event-store-unavailable"}""");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(portfolio.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(statuses(portfolio, fromMemory)).containsOnly(200);
            assertThat(statuses(portfolio, upToEnd)).as("only who has the log knows its end")
                    .containsOnly(TestStores.isAxonServer() ? 200 : 503);
            assertThat(portfolio.get("/api/audit").statusCode()).as("it is in tables").isEqualTo(503);
        }
    }

    private static List<Integer> statuses(RunningPortfolio portfolio, List<String> addresses) {
        return addresses.stream().map(address -> portfolio.get(address).statusCode()).toList();
    }

    @Test
    @PostgresqlOnly("It is about a server that waits for an instance whose machine is gone")
    void the_database_gives_an_instance_up_that_is_gone_without_a_word(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(Stream
                    .of("tcp_keepalives_idle", "tcp_keepalives_interval", "tcp_keepalives_count", "tcp_user_timeout")
                    .map(setting -> portfolio.bean(JdbcTemplate.class)
                            .queryForObject("select setting from pg_settings where name = ?", String.class, setting)))
                    .containsExactly("5", "2", "3", "15000");
        }
    }

    @Test
    @EmbeddedStoreOnly("It is about a database in the same process, which closes itself")
    void a_database_that_closed_itself_is_opened_again(@TempDir Path folder) throws InterruptedException {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            register(portfolio, 1);
            portfolio.bean(JdbcTemplate.class).execute("shutdown immediately");

            while (portfolio.get("/actuator/health/readiness").statusCode() != 200) {
                Thread.sleep(50);
            }

            long position = register(portfolio, 2);
            assertThat(portfolio.get("/api/portfolio?at=2020-04-01&minPosition=" + position).body())
                    .contains("\"total\":2");
            assertThat(portfolio.get("/api/audit/verification").body()).contains("\"intact\":true");
        }
    }

    @Test
    @EmbeddedStoreOnly("It is about a database in the same process, which closes itself")
    void a_commit_in_a_database_that_closed_itself_meanwhile_is_none(@TempDir Path folder) throws SQLException {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder);
                Connection connection = portfolio.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update append_order set publications = publications + 1");
            portfolio.bean(JdbcTemplate.class).execute("shutdown immediately");

            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @EmbeddedStoreOnly("It is about a database in the same process, which closes itself")
    void what_was_read_from_a_database_that_closed_itself_meanwhile_is_not_relied_upon(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            Durability durability = portfolio.bean(Durability.class);
            JdbcClient database = portfolio.bean(JdbcClient.class);
            TransactionTemplate transaction = new TransactionTemplate(
                    portfolio.bean(PlatformTransactionManager.class));

            transaction.executeWithoutResult(status -> {
                database.sql("select count(*) from domain_event_entry").query(Long.class).single();
                durability.confirm();
                CompletableFuture
                        .runAsync(() -> portfolio.bean(JdbcTemplate.class).execute("shutdown immediately"))
                        .join();

                assertThatThrownBy(durability::confirm).isInstanceOf(DataAccessException.class);
                status.setRollbackOnly();
            });
        } catch (TransactionSystemException deadConnection) {
            assertThat(deadConnection).hasMessageContaining("rollback");
        }
    }

    private static long register(RunningPortfolio portfolio, int number) {
        RunningPortfolio.Answer answer = portfolio.post("/api/tiltak", """
                {"number": %d, "name": "x", "effectiveFrom": "2020-04-01"}""".formatted(number));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).get("position").longValue();
    }

    @Test
    void what_happens_to_the_file_of_the_embedded_database_and_to_a_connection_is_an_outage() {
        SQLException commitFailed = new SQLException("General error", "HY000", 50000, new IllegalStateException(
                new IOException("No space left on device")));

        assertThat(Outage.causes(new UncategorizedSQLException("reading", "select 1", commitFailed))).isTrue();
        assertThat(Outage.causes(
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(Outage.causes(
                new JdbcException("Failed to create a SQL statement", new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(Outage.causes(new UncheckedIOException(new IOException("the sender is gone")))).isFalse();
        assertThat(Outage.causes(new SQLException("value too long", "22001", 22001))).isFalse();
    }
}
