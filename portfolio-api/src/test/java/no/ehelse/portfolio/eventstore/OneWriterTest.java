package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writers of one embedded database, on its file. */
@Timeout(60)
@EmbeddedStoreOnly("It is about those who write to the embedded database")
class OneWriterTest {

    @TempDir
    private Path folder;

    private final OneWriter writer = new OneWriter();
    private ReopenedDatabase database;
    private Connection first;
    private Connection second;

    @BeforeEach
    void open() throws SQLException {
        database = new ReopenedDatabase(new EmbeddedStore(folder), writer);
        first = connection();
        second = connection();
        try (Statement statement = first.createStatement()) {
            statement.execute("create table counted (id int primary key, n int)");
            statement.execute("insert into counted values (1, 0), (2, 0)");
        }
        first.commit();
    }

    private Connection connection() throws SQLException {
        Connection connection = database.source().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothing_is_written_and_nothing_committed_while_another_writes() throws Exception {
        count(second, 2);
        OneWriter.Pause another = writer.pause();
        CompletableFuture<Void> counting = later(() -> count(first, 1));
        CompletableFuture<Void> prepared = later(() -> countPrepared(connection(), 3));
        CompletableFuture<Void> committing = later(second::commit);

        assertWaits(counting);
        assertWaits(prepared);
        assertWaits(committing);
        assertThat(counted(connection(), 2)).as("of what is not committed").isZero();

        another.end();
        counting.get(10, TimeUnit.SECONDS);
        prepared.get(10, TimeUnit.SECONDS);
        committing.get(10, TimeUnit.SECONDS);
        assertThat(counted(connection(), 2)).isEqualTo(1);
    }

    @Test
    void whoever_waits_for_a_row_lets_its_owner_write_and_commit() throws Exception {
        count(first, 1);
        CompletableFuture<Void> waiting = later(() -> count(second, 1));
        assertWaits(waiting);

        count(first, 2);
        first.commit();

        waiting.get(10, TimeUnit.SECONDS);
        second.commit();
        assertThat(counted(first, 1)).isEqualTo(2);
        assertThat(counted(first, 2)).isEqualTo(1);
    }

    @Test
    void whoever_waits_for_a_row_lets_everybody_else_write_much_meanwhile() throws Exception {
        count(first, 1);
        CompletableFuture<Void> waiting = later(() -> count(second, 1));
        assertWaits(waiting);

        Connection third = connection();
        for (int times = 1; times <= 100; times++) {
            count(third, 2);
            third.commit();
        }
        assertThat(waiting).as("longer than anybody waits for a row").isNotDone();
        first.commit();

        waiting.get(10, TimeUnit.SECONDS);
        second.commit();
        assertThat(counted(first, 1)).isEqualTo(2);
        assertThat(counted(first, 2)).isEqualTo(100);
    }

    @Test
    void what_is_wrong_with_a_statement_is_told_at_once() {
        assertThatThrownBy(() -> {
            try (Statement statement = first.createStatement()) {
                statement.executeUpdate("insert into counted values (1, 0)");
            }
        }).isInstanceOfSatisfying(SQLException.class, wrong -> assertThat(wrong.getSQLState()).isEqualTo("23505"));
    }

    @Test
    void a_statement_belongs_to_the_guarded_connection() throws SQLException {
        try (Statement statement = first.createStatement();
                PreparedStatement prepared = first.prepareStatement("select n from counted")) {
            assertThat(statement.getConnection()).isSameAs(first);
            assertThat(prepared.getConnection()).isSameAs(first);
        }
    }

    private static void count(Connection connection, int id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update counted set n = n + 1 where id = " + id);
        }
    }

    private static void countPrepared(Connection connection, int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into counted values (?, 0)")) {
            statement.setInt(1, id);
            statement.addBatch();
            statement.executeBatch();
        }
    }

    private static int counted(Connection connection, int id) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select n from counted where id = " + id)) {
            row.next();
            return row.getInt(1);
        }
    }

    private interface Step {
        void take() throws SQLException;
    }

    private static CompletableFuture<Void> later(Step step) {
        return CompletableFuture.runAsync(() -> {
            try {
                step.take();
            } catch (SQLException failed) {
                throw new AssertionError(failed);
            }
        }, command -> Thread.ofPlatform().daemon().start(command));
    }

    private static void assertWaits(CompletableFuture<Void> step) {
        assertThatThrownBy(() -> step.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }
}
