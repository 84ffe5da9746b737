package no.ehelse.portfolio;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * On which database the tests run: on the embedded store, or, with the system property {@value #PROPERTY} set to
 * {@code postgresql}, on a real PostgreSQL that is started for all tests of this process. Each data folder has a database of
 * its own, so that a service that is started again on its folder finds what it left.
 */
public final class TestDatabases {

    /** The system property that chooses. */
    public static final String PROPERTY = "portfolio.test.database";

    private static final Map<Path, String> NAMES = new HashMap<>();
    private static @Nullable EmbeddedPostgres server;

    private TestDatabases() {}

    /** Whether it is PostgreSQL. */
    public static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty(PROPERTY));
    }

    /** The arguments with which a service on a data folder uses its database; none for the embedded store. */
    public static List<String> arguments(Path folder) {
        return isPostgresql() ? postgresql(folder) : List.of();
    }

    /** The arguments with which a service on a data folder uses PostgreSQL, whatever the other tests run on. */
    public static List<String> postgresql(Path folder) {
        return List.of("--spring.profiles.active=postgresql", "--spring.datasource.url=" + urlOf(folder));
    }

    /** Where the database of a folder is; made if it is missing. */
    public static synchronized String urlOf(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        if (!NAMES.containsKey(path)) {
            String name = make(path, "template0");
            execute(name, "create schema of_tests");
            execute(name, """
                    create function of_tests.utf8tostring(bytes bytea) returns text language sql immutable
                    as $$ select convert_from(bytes, 'UTF8') $$""");
            execute(name, """
                    create function of_tests.stringtoutf8(string text) returns bytea language sql immutable
                    as $$ select convert_to(string, 'UTF8') $$""");
        }
        return url(Objects.requireNonNull(NAMES.get(path)));
    }

    /** Copies the database of a folder, while nobody uses it, for a copy of the folder. */
    public static synchronized void copy(Path folder, Path copy) {
        if (isPostgresql()) {
            String unused = make(copy.toAbsolutePath().normalize(),
                    Objects.requireNonNull(NAMES.get(folder.toAbsolutePath().normalize()), "no database yet"));
        }
    }

    /** A connection to the database of a folder that no service is running on. */
    public static Connection connect(Path folder) throws SQLException {
        return isPostgresql() ? DriverManager.getConnection(urlOf(folder))
                : DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("portfolio"), "sa", "");
    }

    /** SQL of a test in the words of its database: bytes are written differently. */
    public static String worded(String sql) {
        return isPostgresql() ? sql.replaceAll("X'([0-9a-f]*)'", "decode('$1', 'hex')") : sql;
    }

    private static String make(Path path, String template) {
        String name = "portfolio_" + NAMES.size();
        execute("postgres", "create database " + name + " encoding 'UTF8' template " + template);
        execute("postgres", "alter database " + name + " set search_path = public, of_tests"); // no copy has it
        NAMES.put(path, name);
        return name;
    }

    private static void execute(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized String url(String database) {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        // Its machine never fails, and who kills a database has one of its own: nothing waits for a disk.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server.getJdbcUrl("postgres", database);
    }
}
