package no.ehelse.portfolio.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Connections to the embedded database whose commits are true.
 *
 * <p>A database that closes itself because its file cannot be written (a full disk) can let a commit that it did not write
 * return as if it had. So each commit asks the database afterwards whether it is still open: if it is not, the commit fails,
 * and nothing is acknowledged that may be gone.
 */
final class TrueCommits {

    private TrueCommits() {}

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(TrueCommits.class.getClassLoader(),
                new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (method.getName().equals("commit")) {
                            requireOpen(connection);
                        }
                        return result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static void requireOpen(Connection connection) throws SQLException {
        try (Statement anything = connection.createStatement()) {
            anything.execute("select 1");
        }
    }
}
