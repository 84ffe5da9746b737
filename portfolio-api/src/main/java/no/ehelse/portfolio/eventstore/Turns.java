package no.ehelse.portfolio.eventstore;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One transaction of this process at a time, from when it takes its turn until it ends, in the order in which they came.
 *
 * <p>In front of a row that all of them lock: whoever waits for a row of a database that closes itself meanwhile is never
 * woken, and keeps it from being opened again until the wait is over.
 */
final class Turns {

    /** As long as the embedded database lets one wait for a row. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Waits for the turn of the present transaction, unless it has it.
     *
     * @throws QueryTimeoutException if it does not come
     */
    void take() {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.hasResource(this)) {
            await();
            TransactionSynchronizationManager.bindResource(this, this);
            TransactionSynchronizationManager.registerSynchronization(new GivenBack());
        }
    }

    private void await() {
        try {
            if (!turn.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new QueryTimeoutException("Others kept appending");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("Interrupted before its turn came", interrupted);
        }
    }

    /** The end of the transaction, whichever. */
    private final class GivenBack implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Turns.this);
            turn.release();
        }
    }
}
