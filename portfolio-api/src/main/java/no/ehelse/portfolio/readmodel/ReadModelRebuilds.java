package no.ehelse.portfolio.readmodel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.projection.Serving;
import no.ehelse.portfolio.projectors.Projectors;
import no.ehelse.portfolio.rebuild.Rebuild;
import no.ehelse.portfolio.rebuild.RebuildState;
import no.ehelse.portfolio.rebuild.Rebuilding;
import no.ehelse.portfolio.rebuild.Rebuilds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Rebuilds of the read model: those that an operator starts, and the one after an upgrade, before anything is served. */
@Component
public class ReadModelRebuilds implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelRebuilds.class);
    private static final Duration BETWEEN_TURNS = Duration.ofMillis(500);
    private static final Duration ENDING = Duration.ofSeconds(20);

    private final Rebuilding rebuilding;
    private final Rebuilds rebuilds;
    private final Serving serving;
    private final Progress progress;
    private final StreamPositions positions;
    private final LiveReader live;
    private final ExecutorService runner = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("read-model-rebuild").factory());

    ReadModelRebuilds(Rebuilding rebuilding, Rebuilds rebuilds, Serving serving, Progress progress,
            StreamPositions positions, LiveReader live) {
        this.rebuilding = rebuilding;
        this.rebuilds = rebuilds;
        this.serving = serving;
        this.progress = progress;
        this.positions = positions;
        this.live = live;
    }

    @Override
    public void afterSingletonsInstantiated() {
        rebuilding.noteInterrupted();
        if (!isCurrent()) {
            upgrade();
        }
        live.starts();
    }

    private void upgrade() {
        if (positions.head() == 0) {
            progress.filledBy(Projectors.LOGIC);
            return;
        }
        if (progress.mark().logic() > Projectors.LOGIC) {
            LOG.error(
                    "The read model was filled by a newer version of this service, and is left to it. This instance answers "
                            + "from it, reads no events, and is not ready. To go back to this version, start a rebuild.");
            return;
        }
        LOG.info("The read model was filled by another version of this service: rebuilding it from the log");
        Rebuild begun = beginInTurn();
        if (begun == null) {
            LOG.info("Another instance has rebuilt the read model");
            return;
        }
        Rebuild ended = rebuilding.run(begun);
        if (ended.state() != RebuildState.DONE) {
            LOG.error(
                    "The read model cannot be rebuilt: {}. What served before still does, and the service is not ready.",
                    ended.failure());
            return;
        }
        LOG.info("The read model is rebuilt: {} events in {} ms", ended.events(),
                Duration.between(ended.startedAt(), ended.touchedAt()).toMillis());
    }

    /** Waits for another instance that is rebuilding; null: it did what was to be done. */
    private @Nullable Rebuild beginInTurn() {
        Rebuild begun = rebuilding.begin("another version of the service");
        if (begun == null) {
            LOG.info("Another instance is rebuilding the read model: waiting for it");
        }
        while (begun == null) {
            LockSupport.parkNanos(BETWEEN_TURNS.toNanos());
            if (Thread.interrupted()) {
                throw new IllegalStateException("The start was interrupted while another instance was rebuilding");
            }
            serving.look();
            if (isCurrent()) {
                return null;
            }
            begun = rebuilding.begin("another version of the service");
        }
        return begun;
    }

    /**
     * Starts a rebuild.
     *
     * @return empty: another one is under way
     */
    public Optional<Rebuild> start(String reason) {
        Rebuild begun = rebuilding.begin(reason);
        if (begun != null) {
            runner.execute(() -> rebuilding.run(begun));
        }
        return Optional.ofNullable(begun);
    }

    /** Whether the serving set was filled by this version of the service. */
    boolean isCurrent() {
        return progress.mark().logic() == Projectors.LOGIC;
    }

    /** The rebuilds of a read model, the latest first. */
    public List<Rebuild> of(String name) {
        rebuilding.noteInterrupted();
        return rebuilds.of(name);
    }

    /** The rebuild of that identity. */
    public Optional<Rebuild> find(String id) {
        rebuilding.noteInterrupted();
        return rebuilds.find(id);
    }

    /** A rebuild is asked to stop and waited for; interrupting it would close the file of the embedded database. */
    @Override
    public void destroy() throws InterruptedException {
        rebuilding.stop();
        runner.shutdown();
        if (!runner.awaitTermination(ENDING.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("The rebuild of the read model did not stop in time");
        }
    }
}
