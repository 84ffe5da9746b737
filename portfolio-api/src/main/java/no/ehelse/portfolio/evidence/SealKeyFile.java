package no.ehelse.portfolio.evidence;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import no.ehelse.portfolio.files.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file, outside the database, with the keys that events are sealed with: one a line, the present one last. */
public final class SealKeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(SealKeyFile.class);

    private static final int KEY_BYTES = 32;

    private SealKeyFile() {}

    /**
     * Where it is.
     *
     * @param folder the data folder
     * @param named the file that the configuration names; blank: none
     */
    public static Path path(Path folder, String named) {
        return named.isBlank() ? folder.resolve("seal-key") : Path.of(named);
    }

    /**
     * The keys of a file; where there is none, one with a new key is made, which only its owner can read.
     *
     * @throws UncheckedIOException if it can be neither read nor made
     * @throws IllegalArgumentException if it has something else than keys
     */
    static SealKeys open(Path file) {
        if (SecretFile.makeIfMissing(file, SealKeyFile::newKey)) {
            LOG.info("A new key seals events from now on: {}. Keep a copy of it where the database is not.", file);
        }
        return read(file);
    }

    /**
     * The keys of a file that exists.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it has something else than keys
     */
    public static SealKeys read(Path file) {
        try {
            return new SealKeys(SecretFile.lines(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The seal key file " + file + " is no such file: " + e.getMessage(), e);
        }
    }

    private static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
