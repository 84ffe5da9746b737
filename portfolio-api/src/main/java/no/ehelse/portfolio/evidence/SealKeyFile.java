package no.ehelse.portfolio.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
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
        try {
            if (!Files.exists(file)) {
                make(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key that seals events cannot be made in " + file, e);
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
            return new SealKeys(Files.readAllLines(file)
                    .stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The key that seals events cannot be read from " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The seal key file " + file + " is no such file: " + e.getMessage(), e);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        byte[] line = (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (ByteChannel channel = Files.newByteChannel(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
            channel.write(ByteBuffer.wrap(line));
            LOG.info("A new key seals events from now on: {}. Keep a copy of it where the database is not.", file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Somebody else made the key at the same time", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
