package no.ehelse.portfolio.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
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

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    /** So close behind, what is left is read while those who write wait. */
    private static final long CLOSE = 200;

    private static final Duration BETWEEN_NOTES = Duration.ofMillis(300);

    private final JdbcTemplate jdbc;
    private final DataSource database;
    private final Serving serving;
    private final Progress live;
    private final PortfolioIndex index;
    private final Rebuilds rebuilds;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final PlatformTransactionManager transactions;
    private final Switching switching;
    private final Clock clock;
    private @Nullable RebuildTurn turn;
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
        this.database = Objects.requireNonNull(jdbc.getDataSource());
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
     * @return null: another one is under way, here or on another instance
     */
    public synchronized @Nullable Rebuild begin(String reason) {
        RebuildTurn taken = RebuildTurn.take(database, PORTFOLIO);
        if (taken == null) {
            return null;
        }
        boolean begun = false;
        try {
            rebuilds.interruptUnfinished(clock.instant());
            Rebuild rebuild = Rebuild.begun(UUID.randomUUID().toString(), PORTFOLIO, serving.look().other(), reason,
                    clock.instant());
            rebuilds.begin(rebuild);
            turn = taken;
            begun = true;
            return rebuild;
        } finally {
            if (!begun) {
                taken.close();
            }
        }
    }

    /** Notes that rebuilds which nobody runs any more were interrupted; what they began is never read. */
    public synchronized void noteInterrupted() {
        if (rebuilds.areUnfinished()) {
            try (RebuildTurn free = RebuildTurn.take(database, PORTFOLIO)) {
                if (free != null) {
                    rebuilds.interruptUnfinished(clock.instant());
                }
            }
        }
    }

    /** Does what was begun, to its end or to the event that stops it. */
    public Rebuild run(Rebuild begun) {
        try (RebuildTurn mine = takeOver()) {
            return run(new Run(begun, mine));
        }
    }

    private synchronized RebuildTurn takeOver() {
        RebuildTurn mine = Objects.requireNonNull(turn, "a rebuild has to begin first");
        turn = null;
        return mine;
    }

    private Rebuild run(Run run) {
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

        private final RebuildTurn turn;
        private final ReadTables target;
        private final SetOfTables tables;
        private final SetFilling filling;
        private Rebuild rebuild;

        Run(Rebuild begun, RebuildTurn turn) {
            TableSet set = begun.set();
            this.turn = turn;
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
            if (!next.state().isOver()) {
                if (stopping) {
                    throw new Stopped();
                }
                turn.keep();
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
