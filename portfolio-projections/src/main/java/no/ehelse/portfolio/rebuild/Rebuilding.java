package no.ehelse.portfolio.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.projection.ReadTables;
import no.ehelse.portfolio.projection.Serving;
import no.ehelse.portfolio.projection.TableSet;
import no.ehelse.portfolio.projectors.Projectors;
import no.ehelse.portfolio.projectors.SetOfTables;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rebuilds the read model while it serves: fills the idle set of tables from the log, catches up, compares it with the
 * serving set as of one position, and switches in one transaction, which everybody who writes the serving set waits for.
 */
public final class Rebuilding {

    /** The name of the one read model. */
    public static final String PORTFOLIO = "portfolio";

    /** A rebuild that was not touched for so long is not run by anybody any more. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    /** So close behind, what is left is read while those who write wait. */
    private static final long CLOSE = 200;

    private static final Duration BETWEEN_NOTES = Duration.ofMillis(300);

    private final JdbcTemplate jdbc;
    private final Serving serving;
    private final Progress live;
    private final PortfolioIndex index;
    private final Rebuilds rebuilds;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final PlatformTransactionManager transactions;
    private final Switching switching;
    private final Clock clock;
    private volatile boolean stopping;

    /** The service ends. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Rebuilds.
     *
     * @param live how far the serving set has read
     * @param index told of the rebuilt set before it serves
     */
    public Rebuilding(JdbcTemplate jdbc, Serving serving, Progress live, PortfolioIndex index, Rebuilds rebuilds,
            StreamableMessageSource<TrackedEventMessage<?>> log, PlatformTransactionManager transactions,
            Switching switching, Clock clock) {
        this.jdbc = jdbc;
        this.serving = serving;
        this.live = live;
        this.index = index;
        this.rebuilds = rebuilds;
        this.log = log;
        this.transactions = transactions;
        this.switching = switching;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    /**
     * Notes that a rebuild begins; {@link #run} does it.
     *
     * @param reason why
     * @return null: another one is under way
     */
    public synchronized @Nullable Rebuild begin(String reason) {
        abandon(clock.instant().minus(LEASE));
        if (rebuilds.of(PORTFOLIO).stream().anyMatch(other -> !other.state().isOver())) {
            return null;
        }
        Rebuild rebuild = Rebuild.begun(UUID.randomUUID().toString(), PORTFOLIO, serving.look().other(), reason,
                clock.instant());
        rebuilds.begin(rebuild);
        return rebuild;
    }

    /** Notes that rebuilds which nobody has touched since an instant were interrupted; what they began is never read. */
    public void abandon(Instant untouchedSince) {
        rebuilds.interruptUntouched(untouchedSince, clock.instant());
    }

    /** Does what was begun, to its end or to the event that stops it. */
    public Rebuild run(Rebuild begun) {
        Run run = new Run(begun);
        try {
            run.fillAndSwitch();
            run.end(RebuildState.DONE, null);
        } catch (BrokenEvent broken) {
            LOG.error("The rebuild of the read model stopped at an event; what served before still does", broken);
            run.end(RebuildState.FAILED, broken.failure());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            run.end(RebuildState.INTERRUPTED, null);
        } catch (Stopped stopped) {
            run.end(RebuildState.INTERRUPTED, null);
        } catch (RuntimeException failed) {
            LOG.error("The rebuild of the read model failed; what served before still does", failed);
            run.end(RebuildState.FAILED,
                    new Rebuild.Failure(run.filling.position(), null, String.valueOf(failed.getMessage())));
        }
        return run.rebuild;
    }

    /** Asks the rebuild that is under way to end soon; what served before still does. */
    public void stop() {
        stopping = true;
    }

    /** One rebuild. */
    private final class Run {

        private final ReadTables target;
        private final SetOfTables tables;
        private final SetFilling filling;
        private Rebuild rebuild;

        Run(Rebuild begun) {
            TableSet set = begun.set();
            this.rebuild = begun;
            this.target = new ReadTables(jdbc, () -> set);
            this.tables = SetOfTables.of(target, new Progress(JdbcClient.create(jdbc), () -> set));
            this.filling = new SetFilling(log, tables, transactions);
        }

        void fillAndSwitch() throws InterruptedException {
            clear();
            readUntilClose();
            index.prepare(tables);
            compare();
            readUntilClose();
            switchOver();
            serving.look();
            index.refresh();
        }

        private void clear() {
            if (serving.look() == rebuild.set()) {
                throw new IllegalStateException("the set to rebuild serves");
            }
            SetOfTables.NAMES.forEach(name -> target.update("truncate table #" + name));
            tables.progress().moveTo(0);
            tables.progress().newGeneration();
            tables.progress().filledBy(0);
        }

        /** Up to where the serving set is; never beyond, or its writer would begin in the past of this one. */
        private long bound() {
            Long position = switching.livePosition();
            return position == null ? switching.head() : position;
        }

        private void readUntilClose() throws InterruptedException {
            do {
                filling.readUpTo(bound(), position -> note());
            } while (bound() - filling.position() > CLOSE);
            note();
        }

        private void note() {
            touch(rebuild.read(filling.position(), switching.head(), filling.events(), clock.instant()));
        }

        private void touch(Rebuild next) {
            rebuild = next;
            rebuilds.note(next);
            if (stopping && !next.state().isOver()) {
                throw new Stopped();
            }
        }

        private void compare() {
            ReadTables others = new ReadTables(jdbc, () -> rebuild.set().other());
            long position = Math.min(filling.position(), live.mark().position());
            touch(rebuild.compared(new SetComparison.Result(0, 0, java.util.List.of()), clock.instant()));
            touch(rebuild.compared(SetComparison.compare(others, target, position, this::touchNowAndThen),
                    clock.instant()));
        }

        private void touchNowAndThen() {
            if (rebuild.touchedAt().plus(BETWEEN_NOTES).isBefore(clock.instant())) {
                note();
            }
        }

        private void switchOver() throws InterruptedException {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                serving.hold();
                readTheRest();
                tables.progress().filledBy(Projectors.LOGIC);
                switching.takesOver(filling.token());
                serving.switchTo(rebuild.set());
            });
            note();
        }

        private void readTheRest() {
            try {
                filling.readUpTo(bound(), position -> {});
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        void end(RebuildState state, Rebuild.@Nullable Failure failure) {
            touch(rebuild.ended(state, failure, clock.instant()));
        }
    }
}
