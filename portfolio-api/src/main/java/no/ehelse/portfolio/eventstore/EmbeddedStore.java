package no.ehelse.portfolio.eventstore;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The embedded database as a file.
 *
 * @param folder where it lies: the data folder
 */
public record EmbeddedStore(Path folder) {

    /** Whom it lets in, without a password: whoever may read the file. */
    public static final String USER = "sa";

    private static final String NAME = "portfolio";

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
     * the database in the middle of it. LOCK_TIMEOUT: longer than a whole import takes to append.
     */
    public String url() {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve(NAME)
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000";
    }
}
