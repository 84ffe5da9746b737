package no.ehelse.portfolio.eventstore;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time write to the embedded database: a statement that changes something, or a commit.
 *
 * <p>At every commit H2 stores a picture of its maps (rows, indexes, undo logs), taking one after the other while others write.
 * A row that is written in between is in the picture without the entry of the undo log that belongs to it. Where the process
 * is killed, or the file is copied, before the next picture, that row outlives its transaction: half of a transaction is
 * there for ever, or a row that nobody sees and everybody who writes the same key stumbles over. Seen with version 2.4.240.
 */
final class OneWriter {

    /** As long as anybody waits for another's write, or for a row that another transaction has locked. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** What H2 says at once where a row or table is locked: EmbeddedStore's LOCK_TIMEOUT. */
    private static final int LOCKED = 50200;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(1);

    private final ReentrantLock pen = new ReentrantLock();

    /** What writes. */
    interface Write {

        /** Writes, and gives what JDBC gives. */
        @Nullable Object write() throws Throwable;
    }

    /** Writes while nobody else does. */
    @Nullable Object alone(Write write) throws Throwable {
        take();
        try {
            return write.write();
        } finally {
            pen.unlock();
        }
    }

    /**
     * Writes while nobody else does. Where a row or table is locked by another transaction, that one is let on, and it is
     * tried again: whoever waited with the pen in hand would wait for somebody who waits for the pen.
     */
    @Nullable Object whenUnlocked(Write write) throws Throwable {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return alone(write);
            } catch (SQLException failed) {
                if (failed.getErrorCode() != LOCKED || System.nanoTime() >= end) {
                    throw failed;
                }
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new SQLTransientException("Interrupted while another transaction had the row");
            }
        }
    }

    /** Nobody writes until it ends. */
    interface Pause {

        /** By the thread that began it. */
        void end();
    }

    /** Waits until the write in progress, if there is one, is over, and lets nobody write. */
    Pause pause() throws SQLException {
        take();
        return pen::unlock;
    }

    /** Waits until the write in progress, if there is one, is over, and with it a commit that others can see already. */
    void settle() throws SQLException {
        take();
        pen.unlock();
    }

    private void take() throws SQLException {
        try {
            if (!pen.tryLock(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientException("Others kept writing");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLTransientException("Interrupted while others wrote", interrupted);
        }
    }
}
