package no.ehelse.portfolio.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import no.ehelse.portfolio.files.OwnFiles;
import org.jspecify.annotations.Nullable;

/** The folder in which this process, and no other, keeps what must survive it. */
public final class DataFolder implements AutoCloseable {

    /** Far behind the text of the lock file, which stays readable for others also where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if it is missing, and takes it for this process.
     *
     * @throws DataFolderInUse if another process has it
     * @throws UncheckedIOException if it cannot be made or written
     */
    public static DataFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            OwnFiles.makeFolder(path);
            Path lockFile = path.resolve("lock");
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lockIn(channel) == null) {
                channel.close();
                throw new DataFolderInUse(path, Files.readString(lockFile).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(("process " + ProcessHandle.current().pid() + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path + " cannot be used", e);
        }
    }

    private static @Nullable FileLock lockIn(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The folder's absolute path. */
    public Path path() {
        return path;
    }

    /** Gives the folder free. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
