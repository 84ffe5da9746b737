package no.ehelse.portfolio.secrets;

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
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A text file with a secret, which is made once, and which only its owner can read (mode 600). */
public final class SecretFile {

    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);

    private SecretFile() {}

    /**
     * The lines of a file but the blank ones; where there is no such file, it is made.
     *
     * @param secret the first line of a file that is made; asked only then
     * @param made what is done after a file was made
     * @throws UncheckedIOException if it can be neither read nor made
     */
    public static List<String> lines(Path file, Supplier<String> secret, Runnable made) {
        try {
            if (!Files.exists(file) && make(file, secret.get())) {
                made.run();
            }
            return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret cannot be read from " + file, e);
        }
    }

    private static boolean make(Path file, String secret) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (ByteChannel channel = Files.newByteChannel(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
            channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Somebody else made it at the same time", e);
            return false;
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
