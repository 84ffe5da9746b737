package no.ehelse.portfolio.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log's head as it is remembered in a file outside the database, a moment after each commit: a database that was put
 * back to an earlier state, head and all, has less events than this.
 */
public final class HeadMemory implements AutoCloseable {

    /** The name of the file in the data folder. */
    public static final String FILE = "log-head";

    private static final Logger LOG = LoggerFactory.getLogger(HeadMemory.class);

    private static final long EVERY_MILLISECONDS = 250;

    private final SealKeys keys;
    private final Path file;
    private final AtomicReference<@Nullable LogHead> head = new AtomicReference<>();
    private final Thread writer = Thread.ofPlatform().daemon().name("log-head").unstarted(this::keepWriting);
    private @Nullable LogHead written;
    private @Nullable LogHead failed;

    /** Reads what is remembered in a file, and goes on remembering there. */
    HeadMemory(SealKeys keys, Path file) {
        this.keys = keys;
        this.file = file;
        this.written = read();
        this.head.set(written);
        writer.start();
    }

    private @Nullable LogHead read() {
        try {
            if (!Files.exists(file)) {
                return null;
            }
            LogHead remembered = keys.head(Files.readString(file).strip());
            if (remembered == null) {
                LOG.error("{} was not written by this service, or with another key; it is not heeded", file);
            }
            return remembered;
        } catch (IOException e) {
            throw new UncheckedIOException("The head of the log cannot be read from " + file, e);
        }
    }

    /** The last head that is remembered; null: none ever was. */
    public @Nullable LogHead head() {
        return head.get();
    }

    /** Remembers a head of committed events. */
    public void remember(LogHead committed) {
        head.accumulateAndGet(committed, (known, more) -> known == null || more == null
                || more.events() > known.events() ? more : known);
    }

    private void keepWriting() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLISECONDS);
                write();
            }
        } catch (InterruptedException closed) {
            LOG.debug("Nothing is to be remembered any more", closed);
        }
    }

    private synchronized void write() {
        LogHead present = head.get();
        if (present == null || present.equals(written)) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(whole, keys.sealed(present) + "\n");
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            written = present;
        } catch (IOException e) {
            // Tried again in a moment, and complained about once for each.
            if (!present.equals(failed)) {
                failed = present;
                LOG.warn("The head of the log cannot be written to {}", file, e);
            }
        }
    }

    /** Writes the last head. */
    @Override
    public void close() {
        writer.interrupt();
        write();
    }
}
