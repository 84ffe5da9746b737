package no.ehelse.portfolio.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Function;
import java.util.function.Supplier;
import no.ehelse.portfolio.metrics.Metric;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How it stands with the event store. */
@Component
final class StoreMetrics implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(StoreMetrics.class);

    private final StoreWatch watch;
    private final StreamPositions positions;
    private final JdbcClient database;
    private final @Nullable EmbeddedStore embedded;
    private final StoredFigures figures;
    private Log counted = new Log(0, 0);

    /**
     * The log as a whole.
     *
     * @param position of its last event
     */
    private record Log(long events, long position) {}

    StoreMetrics(StoreWatch watch, StreamPositions positions, JdbcClient database,
            ObjectProvider<EmbeddedStore> embedded, StoredFigures figures) {
        this.watch = watch;
        this.positions = positions;
        this.database = database;
        this.embedded = embedded.getIfAvailable();
        this.figures = figures;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Metric.STORE_AVAILABLE.gauge(registry, () -> watch.isLikelyThere() ? 1 : 0);
        Supplier<@Nullable Log> log = figures.of(this::counted);
        Metric.STORE_EVENTS.gauge(registry, () -> of(log.get(), Log::events));
        Metric.STORE_POSITION.gauge(registry, () -> of(log.get(), Log::position));
        Supplier<@Nullable Long> size = figures.of(this::sizeOfDatabase);
        Metric.STORE_SIZE.gauge(registry, embedded == null ? size::get : () -> sizeOfFile(embedded));
    }

    private static @Nullable Number of(@Nullable Log log, Function<Log, Long> figure) {
        return log == null ? null : figure.apply(log);
    }

    /** Only what came since the last time is counted: events stay, and they come in the order of their positions. */
    private Log counted() {
        long head = positions.head();
        if (head != counted.position()) {
            long more = positions.countAfter(counted.position()) - positions.countAfter(head);
            counted = new Log(counted.events() + more, head);
        }
        return counted;
    }

    private static @Nullable Number sizeOfFile(EmbeddedStore store) {
        try {
            return Files.size(store.file());
        } catch (IOException e) {
            LOG.debug("The file of the store cannot be measured", e);
            return null;
        }
    }

    private long sizeOfDatabase() {
        return database.sql("select pg_database_size(current_database())").query(Long.class).single();
    }
}
