package no.ehelse.portfolio.eventstore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The embedded database, opened again where it has closed itself.
 *
 * <p>After a failure of its file (a full disk, an interrupted thread) H2 closes the database for good, and every connection
 * to it is dead, though it calls itself valid. A dead one that is used once more takes a database that was opened meanwhile
 * off the list of open ones, and the next to come finds its file locked. So all are closed before the first is opened anew.
 */
final class ReopenedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReopenedDatabase.class);

    private final EmbeddedStore store;
    private final OneWriter writer;
    private final List<Connection> connections = new ArrayList<>();

    /** Used for nothing else than to see whether the database is still open. */
    private @Nullable Connection witness;

    ReopenedDatabase(EmbeddedStore store, OneWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /** Gives connections, each to be closed by whoever has it. */
    DataSource source() {
        return new Source();
    }

    /** What the pool takes its connections from. */
    private final class Source extends AbstractDataSource {

        /** In seconds; the pool waits as long at its end for whoever opens a connection. */
        private static final int LOGIN_TIMEOUT = 5;

        @Override
        public int getLoginTimeout() {
            return LOGIN_TIMEOUT;
        }

        @Override
        public void setLoginTimeout(int seconds) {
            LOG.debug("Opening a file knows no timeout");
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return connection();
        }
    }

    private synchronized Connection connection() throws SQLException {
        if (witness != null && isClosed(witness)) {
            LOG.warn("The database has closed itself; it is opened again");
            closeAll();
        }
        if (witness == null) {
            witness = open();
        }
        connections.removeIf(ReopenedDatabase::isReturned);
        Connection connection = open();
        connections.add(connection);
        return WholeWrites.of(connection, writer);
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(store.url(), EmbeddedStore.USER, "");
    }

    private static boolean isClosed(Connection witness) {
        try (Statement anything = witness.createStatement()) {
            anything.execute("select 1");
            return false;
        } catch (SQLException closed) {
            LOG.debug("The database is closed", closed);
            return true;
        }
    }

    private static boolean isReturned(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException unknown) {
            LOG.debug("A connection cannot say whether it is closed", unknown);
            return false;
        }
    }

    private void closeAll() {
        connections.forEach(ReopenedDatabase::close);
        connections.clear();
        if (witness != null) {
            close(witness);
            witness = null;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException dead) {
            LOG.debug("A connection complains while it is closed", dead);
        }
    }

    /** Closes the database, and with it the file. */
    @Override
    public synchronized void close() {
        closeAll();
    }
}
