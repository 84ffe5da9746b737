package no.ehelse.portfolio.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether events can be stored: no longer when somebody met an outage and a trial commit fails as well, or the embedded
 * store's disk is nearly full, and again as soon as a trial commit succeeds.
 *
 * <p>Meanwhile commands are refused at once, where each would wait for a connection and keep others from being answered.
 */
@Component
public final class StoreWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(1);

    private final AppendOrder order;
    private final TransactionTemplate transaction;
    private final @Nullable EmbeddedStore embedded;
    private final EventReading reading;
    private final @Nullable LogElsewhere elsewhere;
    private final Clock clock;
    private final ExecutorService watcher = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("event-store-watch").factory());
    private final AtomicBoolean watching = new AtomicBoolean();
    private volatile @Nullable Instant awaySince;
    private volatile boolean running;

    StoreWatch(AppendOrder order, PlatformTransactionManager transactions, ObjectProvider<EmbeddedStore> embedded,
            EventReading reading, ObjectProvider<LogElsewhere> elsewhere, Clock clock) {
        this.order = order;
        this.transaction = new TransactionTemplate(transactions);
        this.embedded = embedded.getIfAvailable();
        this.reading = reading;
        this.elsewhere = elsewhere.getIfAvailable();
        this.clock = clock;
    }

    /**
     * Lets those pass who want to store events: whatever was recorded before can be looked up then.
     *
     * @throws StoreAway if that is known to be in vain
     */
    public void pass() {
        check();
        if (elsewhere != null && !CurrentUnitOfWork.isStarted()) {
            elsewhere.catchUp();
        }
    }

    /**
     * As {@link #pass()}, of commands that somebody else will handle.
     *
     * @throws StoreAway if that is known to be in vain
     */
    public void check() {
        if (!isLikelyThere()) {
            throw new StoreAway();
        }
    }

    /** Whether there is room, and no outage is known of. */
    boolean isLikelyThere() {
        if (isAway() || !hasRoom()) {
            suspect();
            return false;
        }
        return true;
    }

    /** Whether an outage is known of. */
    public boolean isAway() {
        return awaySince != null;
    }

    private boolean hasRoom() {
        return embedded == null || embedded.hasRoom();
    }

    /** Somebody met an outage. It may have been a passing one: a trial will tell. */
    public void suspect() {
        if (running && watching.compareAndSet(false, true)) {
            watcher.execute(this::watch);
        }
    }

    private void watch() {
        try {
            while (running && !takesEvents()) {
                if (awaySince == null) {
                    awaySince = clock.instant();
                    LOG.error("The event store is away: no commands are taken");
                }
                Thread.sleep(BETWEEN_TRIALS);
            }
            Instant since = awaySince;
            if (running && since != null) {
                awaySince = null;
                LOG.info("The event store is back after {} ms: commands are taken",
                        Duration.between(since, clock.instant()).toMillis());
                reading.goOn();
            }
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        } finally {
            watching.set(false);
        }
    }

    private boolean takesEvents() {
        if (!hasRoom()) {
            if (!isAway()) {
                LOG.error("There is no room left in the data folder");
            }
            return false;
        }
        try {
            transaction.executeWithoutResult(status -> order.tryOut());
            if (elsewhere != null) {
                elsewhere.ask();
            }
            return true;
        } catch (DataAccessException | TransactionException | LogAway failed) {
            if (!isAway()) {
                LOG.error("A trial commit failed: {}", failed.toString());
            }
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before anything else stops: nobody is started again meanwhile. */
    @Override
    public void stop() {
        running = false;
        watcher.shutdown();
        try {
            if (!watcher.awaitTermination(BETWEEN_TRIALS.toMillis() * 10, TimeUnit.MILLISECONDS)) {
                LOG.warn("The event store did not answer before the end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
