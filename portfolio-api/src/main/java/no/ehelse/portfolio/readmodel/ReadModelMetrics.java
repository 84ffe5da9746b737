package no.ehelse.portfolio.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.ehelse.portfolio.eventstore.EventProcessors;
import no.ehelse.portfolio.eventstore.StoredFigures;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.metrics.Metric;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.rebuild.Rebuild;
import no.ehelse.portfolio.rebuild.RebuildState;
import no.ehelse.portfolio.rebuild.Rebuilding;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** How far the read model is behind the log, what it could not read, and how a rebuild of it goes. */
@Component
final class ReadModelMetrics implements MeterBinder {

    /** Which of the two that answers come from: the tables, or what this instance keeps of them in memory. */
    private static final String PART = "part";

    private static final double MILLISECONDS = 1000.0;

    private final StoredFigures figures;
    private final StreamPositions positions;
    private final Progress progress;
    private final PortfolioIndex index;
    private final ReadModelRebuilds rebuilds;
    private final DeadLetters deadLetters;
    private final EventProcessingConfiguration processors;
    private final Clock clock;

    ReadModelMetrics(StoredFigures figures, StreamPositions positions, Progress progress, PortfolioIndex index,
            ReadModelRebuilds rebuilds, DeadLetters deadLetters, @Lazy EventProcessingConfiguration processors,
            Clock clock) {
        this.figures = figures;
        this.positions = positions;
        this.progress = progress;
        this.index = index;
        this.rebuilds = rebuilds;
        this.deadLetters = deadLetters;
        this.processors = processors;
        this.clock = clock;
    }

    /**
     * How far something is behind the log.
     *
     * @param position up to which it has read
     * @param events how many it has not read
     * @param seconds for how long the first of them has been there
     */
    private record Behind(long position, long events, double seconds) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        lag(registry, "tables", figures.of(() -> behind(progress.mark().position())));
        lag(registry, "memory", figures.of(() -> behind(index.snapshot().position())));
        Metric.READ_MODEL_READER.gauge(registry, () -> isReading() ? 1 : 0);
        Supplier<@Nullable Long> parked = figures.of(deadLetters::count);
        Metric.DEAD_LETTERS.gauge(registry, parked::get);
        Supplier<@Nullable Optional<Rebuild>> latest =
                figures.of(() -> rebuilds.of(Rebuilding.PORTFOLIO).stream().findFirst());
        Metric.REBUILD_RUNNING.gauge(registry, () -> of(latest, rebuild -> rebuild.state().isOver() ? 0 : 1));
        Metric.REBUILD_FAILED.gauge(registry,
                () -> of(latest, rebuild -> rebuild.state() == RebuildState.FAILED ? 1 : 0));
        Metric.REBUILD_PROGRESS.gauge(registry, () -> of(latest, ReadModelMetrics::progress));
        Metric.REBUILD_RATE.gauge(registry, () -> of(latest, Rebuild::eventsPerSecond));
    }

    private static void lag(MeterRegistry registry, String part, Supplier<@Nullable Behind> behind) {
        Metric.READ_MODEL_POSITION.gauge(registry, () -> ofLag(behind, Behind::position), PART, part);
        Metric.READ_MODEL_LAG_EVENTS.gauge(registry, () -> ofLag(behind, Behind::events), PART, part);
        Metric.READ_MODEL_LAG.gauge(registry, () -> ofLag(behind, Behind::seconds), PART, part);
    }

    private static @Nullable Number ofLag(Supplier<@Nullable Behind> figure, Function<Behind, Number> said) {
        Behind behind = figure.get();
        return behind == null ? null : said.apply(behind);
    }

    private Behind behind(long position) {
        Optional<Instant> next = positions.firstRecordedAfter(position);
        if (next.isEmpty()) {
            return new Behind(position, 0, 0);
        }
        long waiting = Math.max(0, Duration.between(next.get(), clock.instant()).toMillis());
        return new Behind(position, positions.countAfter(position), waiting / MILLISECONDS);
    }

    /** Of the processor's own word: another instance may be the one that reads. */
    private boolean isReading() {
        Collection<EventTrackerStatus> segments = processors
                .eventProcessor(EventProcessors.PORTFOLIO, StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .values();
        return !segments.isEmpty() && segments.stream().noneMatch(EventTrackerStatus::isErrorState);
    }

    /** Nothing was rebuilt yet: nothing runs, has failed, or is fast. */
    private static @Nullable Number of(Supplier<@Nullable Optional<Rebuild>> latest,
            Function<Rebuild, @Nullable Number> said) {
        Optional<Rebuild> rebuild = latest.get();
        if (rebuild == null) {
            return null;
        }
        return rebuild.isPresent() ? said.apply(rebuild.get()) : Integer.valueOf(0);
    }

    private static Number progress(Rebuild rebuild) {
        return rebuild.state() == RebuildState.DONE ? 1
                : rebuild.head() == 0 ? 0
                : Math.min(1.0, (double) rebuild.position() / rebuild.head());
    }
}
