package no.ehelse.portfolio.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * The right to rebuild a read model, which one instance has at a time: a row of {@code read_model_rebuilder} that stays locked
 * on a connection of its own. An instance that is killed loses it with its connection, at once.
 */
final class RebuildTurn implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient jdbc;
    private final String name;

    private RebuildTurn(Connection connection, String name) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.name = name;
    }

    /**
     * Takes it.
     *
     * @return null: somebody has it
     */
    static @Nullable RebuildTurn take(DataSource database, String name) {
        RebuildTurn turn = new RebuildTurn(begin(database), name);
        boolean taken = false;
        try {
            taken = turn.isLocked();
            return taken ? turn : null;
        } finally {
            if (!taken) {
                turn.close();
            }
        }
    }

    private static Connection begin(DataSource database) {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failed) {
            throw new CannotGetJdbcConnectionException("No turn to rebuild", failed);
        }
    }

    /** Makes sure that it was not lost: where the database has given the connection up, somebody else may have it. */
    void keep() {
        if (!isLocked()) {
            throw new IllegalStateException("The turn to rebuild " + name + " is lost");
        }
    }

    private boolean isLocked() {
        return jdbc.sql("select name from read_model_rebuilder where name = ? for update skip locked")
                .param(name)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Gives it back. */
    @Override
    public void close() {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // Then the turn is gone, too.
        } finally {
            JdbcUtils.closeConnection(connection);
        }
    }
}
