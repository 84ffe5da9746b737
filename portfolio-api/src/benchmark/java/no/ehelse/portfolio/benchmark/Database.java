package no.ehelse.portfolio.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Where a service that is measured keeps everything: {@code benchmark.database} says which, {@code embedded} or
 * {@code postgresql}, and {@code benchmark.store=axonserver} that the events are elsewhere.
 */
interface Database {

    /** The one that is named; the embedded one if none is. */
    static Database named() {
        Database database = switch (System.getProperty("benchmark.database", "embedded")) {
            case "embedded" -> new Embedded();
            case "postgresql" -> Postgresql.started();
            default -> throw new IllegalArgumentException("benchmark.database is embedded or postgresql.");
        };
        return switch (System.getProperty("benchmark.store", "database")) {
            case "database" -> database;
            case "axonserver" -> OnAxonServer.named(database);
            default -> throw new IllegalArgumentException("benchmark.store is database or axonserver.");
        };
    }

    /** What it is called in a heading. */
    String label();

    /** The arguments of a service with its data in a folder. */
    List<String> arguments(Path folder);

    /** How many bytes it takes. */
    long size(Path folder);

    /** The embedded store. */
    record Embedded() implements Database {

        @Override
        public String label() {
            return "the embedded store";
        }

        @Override
        public List<String> arguments(Path folder) {
            return List.of();
        }

        @Override
        public long size(Path folder) {
            return Growth.sizeOf(folder);
        }
    }

    /** A PostgreSQL of its own with its own settings, but that it answers a commit when it is on disk; a database for each folder. */
    record Postgresql(EmbeddedPostgres server) implements Database {

        static Postgresql started() {
            try {
                return new Postgresql(EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String label() {
            return "PostgreSQL";
        }

        @Override
        public List<String> arguments(Path folder) {
            String name = name(folder);
            if (ask("postgres", "select count(*) from pg_database where datname = '" + name + "'") == 0) {
                execute("create database \"" + name + "\" encoding 'UTF8' template template0");
            }
            return List.of("--spring.profiles.active=postgresql",
                    "--spring.datasource.url=" + server.getJdbcUrl("postgres", name));
        }

        @Override
        public long size(Path folder) {
            return ask("postgres", "select pg_database_size('" + name(folder) + "')");
        }

        private static String name(Path folder) {
            return folder.getFileName().toString();
        }

        private void execute(String sql) {
            try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private long ask(String database, String sql) {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(server.getJdbcUrl("postgres", database));
        }
    }
}
