package no.ehelse.portfolio.eventstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database as a file.
 *
 * @param folder where it lies: the data folder
 */
public record EmbeddedStore(Path folder) {

    /** Whom it lets in, without a password: whoever may read the file. */
    public static final String USER = "sa";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);

    private static final String NAME = "portfolio";

    /** In bytes: several imports, and many times what the database writes to close itself, or to open again after a kill. */
    private static final long ROOM = 16 << 20;

    /** The file that everything is in. */
    public Path file() {
        return folder.resolve(NAME + ".mv.db");
    }

    /** Whether there is such a store already. */
    public boolean exists() {
        return Files.exists(file());
    }

    /**
     * How it is opened; made where it is missing.
     *
     * <p>WRITE_DELAY=0: a commit is answered only when it is written; the default loses the last half second with a killed
     * process. DB_CLOSE_ON_EXIT=FALSE: the service closes the pool, and with it the file, in its own order, not a hook of
     * the database in the middle of it. LOCK_TIMEOUT=1: whoever
     * meets a locked row waits outside of the database: {@link OneWriter}; 0 would mean its default of two seconds, in which
     * nobody else writes, not even who has the row. TRACE_LEVEL_FILE=0:
     * failures are in our log; the database's own one would take what room is left on a disk that is nearly full.
     */
    public String url() {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve(NAME)
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=1;TRACE_LEVEL_FILE=0";
    }

    /**
     * Whether there is room on its disk for what is recorded next. A database that meets the end of the disk closes itself,
     * and may not open again before there is room, not even to be read: so commands stop before that.
     */
    boolean hasRoom() {
        try {
            return Files.getFileStore(folder).getUsableSpace() >= ROOM;
        } catch (IOException e) {
            LOG.warn("The disk of {} cannot be asked for its free space", folder, e);
            return false;
        }
    }
}
