package no.ehelse.portfolio.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the embedded database whose writes are there whole or not at all, whatever ends the process.
 *
 * <p>Each is made by {@link OneWriter}. And each commit asks the database afterwards whether it is still open: one that
 * closes itself because its file cannot be written (a full disk) can let a commit that it did not write return as if it had.
 */
final class WholeWrites {

    /** What only reads, or what reads the file for as long as it is large while others write: {@code BACKUP TO}. */
    private static final Pattern WRITES_NOTHING = Pattern.compile("\\s*(select\\b(?!.*\\bfor update\\b)|backup\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Connection connection;
    private final OneWriter writer;

    private WholeWrites(Connection connection, OneWriter writer) {
        this.connection = connection;
        this.writer = writer;
    }

    static Connection of(Connection connection, OneWriter writer) {
        return proxy(Connection.class, new WholeWrites(connection, writer)::onConnection);
    }

    private @Nullable Object onConnection(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "commit" -> writer.alone(() -> {
                Object result = invoke(connection, method, arguments);
                requireOpen();
                return result;
            });
            // Each of them may end a transaction, or undo a part of one.
            case "rollback", "setAutoCommit", "close", "abort" -> writer.alone(
                    () -> invoke(connection, method, arguments));
            case "createStatement" -> statement(Statement.class, proxy, "", method, arguments);
            case "prepareStatement" -> statement(PreparedStatement.class, proxy, text(arguments), method, arguments);
            default -> invoke(connection, method, arguments);
        };
    }

    private void requireOpen() throws SQLException {
        try (Statement anything = connection.createStatement()) {
            anything.execute("select 1");
        }
    }

    private <S extends Statement> S statement(Class<S> type, Object of, String prepared, Method method,
            Object @Nullable [] arguments) throws Throwable {
        Object statement = Objects.requireNonNull(invoke(connection, method, arguments));
        boolean readsOnly = WRITES_NOTHING.matcher(prepared).matches();
        return proxy(type, (proxy, called, values) -> {
            String name = called.getName();
            if (name.equals("getConnection")) {
                return of;
            }
            if (!name.startsWith("execute")
                    || (prepared.isEmpty() ? WRITES_NOTHING.matcher(text(values)).matches() : readsOnly)) {
                return invoke(statement, called, values);
            }
            // A batch is not repeated: what of it was written before a locked row would be written twice.
            return name.toLowerCase(Locale.ROOT).endsWith("batch")
                    ? writer.alone(() -> invoke(statement, called, values))
                    : writer.whenUnlocked(() -> invoke(statement, called, values));
        });
    }

    /** The statement among the arguments of a call. */
    private static String text(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : "";
    }

    private interface Handler {
        @Nullable Object handle(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(WholeWrites.class.getClassLoader(), new Class<?>[] {type},
                handler::handle));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
