package no.ehelse.portfolio.eventstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copies of the file of an embedded database, taken while others write to it. */
public final class OnlineCopy {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

    private final JdbcClient database;
    private final OneWriter writer;

    OnlineCopy(JdbcClient database, OneWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** Copies of a database that nobody else has open. */
    public static OnlineCopy ofUnused(JdbcClient database) {
        return new OnlineCopy(database, new OneWriter());
    }

    /** The database that is copied. */
    public JdbcClient database() {
        return database;
    }

    /**
     * Writes a zip archive of the file. The database first stores what it has in memory, and for that long nobody else
     * writes, so that no half of a transaction is stored; then it copies its pages while others append new ones.
     *
     * @param archive an empty file
     * @throws DataAccessException if the database cannot be copied
     * @throws IOException if the archive is gone
     */
    public void to(Path archive) throws IOException {
        CompletableFuture<Void> copying = begin(archive);
        try {
            copying.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof DataAccessException ofDatabase) {
                throw ofDatabase;
            }
            throw failed;
        }
    }

    private CompletableFuture<Void> begin(Path archive) throws IOException {
        OneWriter.Pause pause = paused();
        try {
            CompletableFuture<Void> copying = CompletableFuture.runAsync(
                    () -> database.sql("backup to ?").param(archive.toAbsolutePath().toString()).update(),
                    copy -> Thread.ofPlatform().daemon().name("database-copy").start(copy));
            while (!copying.isDone() && Files.size(archive) == 0) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return copying;
        } finally {
            pause.end();
        }
    }

    private OneWriter.Pause paused() {
        try {
            return writer.pause();
        } catch (SQLException busy) {
            throw new TransientDataAccessResourceException("Others kept writing", busy);
        }
    }
}
