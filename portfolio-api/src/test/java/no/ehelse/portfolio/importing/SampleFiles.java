package no.ehelse.portfolio.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The bytes of the bundled files. */
final class SampleFiles {

    private SampleFiles() {}

    static byte[] read(String name) {
        try (InputStream file = Objects.requireNonNull(SampleFiles.class.getResourceAsStream("/sample-data/" + name))) {
            return file.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
