package no.ehelse.portfolio.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** A text file with a secret that the service makes for itself, once. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Makes the file, unless there is one.
     *
     * @param secret its only line; asked only where it is needed
     * @return whether it was made now
     * @throws UncheckedIOException if it cannot be made
     */
    public static boolean makeIfMissing(Path file, Supplier<String> secret) {
        if (Files.exists(file)) {
            return false;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = OwnFiles.write(file)) {
                out.write((secret.get() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return true;
        } catch (FileAlreadyExistsException somebodyElse) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("A secret cannot be made in " + file, e);
        }
    }

    /**
     * Its lines, but for blank ones.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret cannot be read from " + file, e);
        }
    }
}
