package no.ehelse.portfolio.upkeep.move;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import no.ehelse.portfolio.evidence.ExportedEvent;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.upkeep.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The events of an exported log, line by line, from a file that may be compressed with gzip. */
final class ExportReader implements AutoCloseable {

    /** Twice what an event can be in the store, every character of it escaped. */
    private static final int LONGEST_LINE = 25_000_000;
    private static final int BUFFER = 256 * 1024;
    private static final int GZIP = 0x1f8b;

    private static final ObjectReader LINES = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build()
            .readerFor(ExportedEvent.class);

    private final InputStream in;
    private long line;

    private ExportReader(InputStream in) {
        this.in = in;
    }

    /**
     * Opens a file.
     *
     * @throws Refused if it is no file
     */
    static ExportReader open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused("There is no file " + file + ".");
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        bytes.mark(2);
        boolean zipped = (bytes.read() << Byte.SIZE | bytes.read()) == GZIP;
        bytes.reset();
        return new ExportReader(zipped ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER) : bytes);
    }

    /** The number of the line that was read last, from 1. */
    long line() {
        return line;
    }

    /**
     * The next event.
     *
     * @return null: there is none
     * @throws Refused if the line is none, or the file ends in the middle of it
     */
    @Nullable StoredEvent next() throws IOException {
        byte[] bytes = nextLine();
        if (bytes == null) {
            return null;
        }
        try {
            return LINES.<ExportedEvent>readValue(bytes).stored();
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new Refused("Line " + line + ": it is no event of an export.", broken);
        }
    }

    private byte @Nullable [] nextLine() throws IOException {
        line++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = read();
        if (next < 0) {
            return null;
        }
        for (; next != '\n'; next = read()) {
            if (next < 0) {
                throw new Refused("Line " + line + ": the file ends in the middle of it. It is not whole.");
            }
            if (bytes.size() == LONGEST_LINE) {
                throw new Refused("Line " + line + ": it is longer than any event.");
            }
            bytes.write(next);
        }
        return bytes.toByteArray();
    }

    private int read() throws IOException {
        try {
            return in.read();
        } catch (EOFException | ZipException damaged) {
            throw new Refused("Line " + line + ": the compressed file is damaged or not whole.", damaged);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
