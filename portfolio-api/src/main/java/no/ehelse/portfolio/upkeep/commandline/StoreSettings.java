package no.ehelse.portfolio.upkeep.commandline;

import java.nio.file.Path;
import no.ehelse.portfolio.evidence.SealKeyFile;
import no.ehelse.portfolio.upkeep.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The properties that a command on the store goes by, the same as the service's and some of its own.
 *
 * @param dataFolder where the embedded store lies, and what is kept outside the database
 * @param backupFolder where backups are written
 * @param sealKeyFile with the keys that seal events
 * @param embedded whether the store is the one in the data folder
 * @param inAxonServer whether the log is in an Axon Server
 * @param file what is read or written; null: none is named
 * @param heads the digest that a log must have; null: none is named
 * @param withoutSealKey whether it is accepted that seals cannot be checked
 */
record StoreSettings(Path dataFolder, Path backupFolder, Path sealKeyFile, boolean embedded, boolean inAxonServer,
        @Nullable Path file, @Nullable String heads, boolean withoutSealKey) {

    static final String FILE = "portfolio.store.file";
    static final String HEADS = "portfolio.store.heads";

    /** In the place of a digest: nobody knows it. */
    static final String UNKNOWN = "unknown";

    static StoreSettings of(Environment environment) {
        Path dataFolder = Path.of(environment.getProperty("portfolio.data-dir", "./data"));
        String backupFolder = environment.getProperty("portfolio.backup.dir", "");
        String file = environment.getProperty(FILE, "");
        return new StoreSettings(dataFolder,
                backupFolder.isBlank() ? dataFolder.resolve("backups") : Path.of(backupFolder),
                SealKeyFile.path(dataFolder, environment.getProperty("portfolio.evidence.seal-key-file", "")),
                !environment.containsProperty("spring.datasource.url") && !isInAxonServer(environment),
                isInAxonServer(environment), file.isBlank() ? null : Path.of(file),
                environment.getProperty(HEADS),
                environment.getProperty("portfolio.store.without-seal-key", Boolean.class, false));
    }

    private static boolean isInAxonServer(Environment environment) {
        return environment.getProperty("axon.axonserver.enabled", Boolean.class, false);
    }

    /** The file that must be named. */
    Path namedFile() {
        if (file == null) {
            throw new Refused("Name the file: --" + FILE + "=...");
        }
        return file;
    }

    /** The digest that must be named, or that it is unknown. */
    String expectedHeads() {
        if (heads == null || !heads.matches("[0-9a-f]{64}|" + UNKNOWN)) {
            throw new Refused("Name the digest that the whole log has, as its export or verification gave it: --"
                    + HEADS + "=... Where nobody knows it, say " + UNKNOWN
                    + ": then a log that lacks its last events cannot be told from a whole one.");
        }
        return heads;
    }
}
