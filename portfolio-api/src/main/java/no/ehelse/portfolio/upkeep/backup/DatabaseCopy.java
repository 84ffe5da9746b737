package no.ehelse.portfolio.upkeep.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import no.ehelse.portfolio.eventstore.EmbeddedStore;
import no.ehelse.portfolio.eventstore.LogInTables;
import no.ehelse.portfolio.eventstore.OnlineCopy;
import no.ehelse.portfolio.evidence.LogTally;
import no.ehelse.portfolio.files.OwnFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A copy of the embedded database, taken while others write, that was opened, rid of what was not committed, and read.
 *
 * @param file a database that was closed as it should be
 * @param log what is in it
 * @param schema the number of its last migration
 */
record DatabaseCopy(Path file, LogTally log, int schema) {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCopy.class);

    private static final int TRIES = 3;

    /**
     * Copies a database.
     *
     * @param folder an empty one, in which the copy is made
     * @throws DataAccessException if it cannot be copied
     * @throws IOException if no copy can be written, or opened and read
     */
    static DatabaseCopy of(OnlineCopy source, Path folder) throws IOException {
        EmbeddedStore copy = new EmbeddedStore(folder);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long committed = new LogInTables(source.database()).end();
            copy(source, copy);
            DatabaseCopy read = read(copy);
            if (read != null && read.log().position() >= committed) {
                return read;
            }
            LOG.warn("The copy of the database lacks something that was committed before; it is taken once more");
            Files.deleteIfExists(copy.file());
        }
        throw new IOException("No copy of the database is whole");
    }

    /** What is not committed is copied, too. */
    private static void copy(OnlineCopy source, EmbeddedStore copy) throws IOException {
        Path packed = copy.folder().resolve("copy.zip");
        OwnFiles.write(packed).close();
        source.to(packed);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packed));
                OutputStream file = OwnFiles.write(copy.file())) {
            if (zip.getNextEntry() == null) {
                throw new IOException("The database wrote an empty copy");
            }
            zip.transferTo(file);
        }
        Files.delete(packed);
    }

    private static @Nullable DatabaseCopy read(EmbeddedStore copy) {
        SingleConnectionDataSource connection = new SingleConnectionDataSource(copy.url() + ";IFEXISTS=TRUE",
                EmbeddedStore.USER, "", true);
        try {
            JdbcClient database = JdbcClient.create(connection);
            DatabaseCopy read = new DatabaseCopy(copy.file(), LogTally.of(new LogInTables(database)),
                    SchemaVersion.of(database));
            database.sql("shutdown compact").update();
            return read;
        } catch (DataAccessException damaged) {
            LOG.warn("The copy of the database cannot be read", damaged);
            return null;
        } finally {
            connection.destroy();
        }
    }
}
