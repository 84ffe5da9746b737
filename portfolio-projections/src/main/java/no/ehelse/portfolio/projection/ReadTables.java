package no.ehelse.portfolio.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/**
 * SQL on the tables of one set, or of whichever set serves. A {@code #} before the name of a table stands for the set:
 * {@code from #tiltak_entry}.
 */
public final class ReadTables {

    private static final int ROWS_PER_BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final Supplier<TableSet> set;
    private final Map<Named, String> resolved = new ConcurrentHashMap<>();

    private record Named(TableSet set, String sql) {}

    /** Sets the parameters of one row. */
    public interface Binder<T> {

        /** Sets the parameters of one row. */
        void bind(Sql.Row row, T value) throws java.sql.SQLException;
    }

    /**
     * Reads and writes through a template.
     *
     * @param set asked for each statement
     */
    public ReadTables(JdbcTemplate jdbc, Supplier<TableSet> set) {
        this.jdbc = jdbc;
        this.set = set;
    }

    private String resolve(String sql) {
        return resolved.computeIfAbsent(new Named(set.get(), sql),
                named -> named.sql().replaceAll("#(\\w+)", "$1_" + named.set().letter()));
    }

    /** The rows of a query. */
    public <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) {
        return jdbc.query(resolve(sql), mapper, parameters);
    }

    /** Hands each row of a query to a handler. */
    public void each(String sql, RowCallbackHandler handler, Object... parameters) {
        jdbc.query(resolve(sql), handler, parameters);
    }

    /** Executes a statement. */
    public void update(String sql, Object... parameters) {
        jdbc.update(resolve(sql), parameters);
    }

    /** Executes a statement for every value, in JDBC batches. */
    public <T> void batch(String sql, Collection<T> values, Binder<T> binder) {
        if (!values.isEmpty()) {
            jdbc.batchUpdate(resolve(sql), values, ROWS_PER_BATCH,
                    (statement, value) -> binder.bind(new Sql.Row(statement), value));
        }
    }
}
