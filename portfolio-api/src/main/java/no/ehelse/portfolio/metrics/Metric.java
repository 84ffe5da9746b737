package no.ehelse.portfolio.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the service measures beside what its frameworks do. What a tag can say is known beforehand: never a number
 * of a tiltak, and never a user.
 */
public enum Metric {
    /** How many commands came to which end. */
    COMMANDS("portfolio.commands", null, "Commands, by what became of them"),
    /** How long a command took, its commit included. */
    COMMAND_DURATION("portfolio.command.duration", null, "From the taking up of a command to the end of its commit"),
    /** Requests that a limit refused. */
    REQUESTS_LIMITED("portfolio.requests.limited", null, "Requests that were refused because there were too many"),
    /** Requests with a password or a token that is not valid. */
    LOGINS_FAILED("portfolio.logins.failed", null, "Requests whose password or token was not accepted"),
    /** Whether requests should be sent here. */
    READY("portfolio.ready", null, "1 while /actuator/health/readiness is up"),
    /** Whether events can be stored. */
    STORE_AVAILABLE("portfolio.store.available", null, "1 while commands are taken, 0 while the event store is away"),
    /** How many events there are. */
    STORE_EVENTS("portfolio.store.events", "events", "Events in the log"),
    /** Where the log ends. */
    STORE_POSITION("portfolio.store.position", null, "Position of the last event of the log"),
    /** How large the database is. */
    STORE_SIZE("portfolio.store.size", "bytes", "Size of the embedded store's file, or of the database"),
    /** Up to where the read model has read. */
    READ_MODEL_POSITION("portfolio.readmodel.position", null, "Position up to which the read model has read the log"),
    /** How many events the read model does not have yet. */
    READ_MODEL_LAG_EVENTS("portfolio.readmodel.lag.events", "events", "Events that the read model has not read yet"),
    /** For how long the oldest of them has been waiting. */
    READ_MODEL_LAG("portfolio.readmodel.lag", "seconds",
            "Age of the oldest event that the read model has not read yet"),
    /** Whether this instance reads the log into the read model. */
    READ_MODEL_READER("portfolio.readmodel.reader", null,
            "1 while this instance reads the log into the read model without fault"),
    /** How many events this instance has read into the read model. */
    READ_MODEL_EVENTS("portfolio.readmodel.read", "events", "Events that this instance read into the read model"),
    /** How many events are parked. */
    DEAD_LETTERS("portfolio.deadletters", "events", "Events that could not be read into the read model"),
    /** Whether a rebuild is under way. */
    REBUILD_RUNNING("portfolio.rebuild.running", null, "1 while a rebuild of the read model is under way"),
    /** How far the latest rebuild has come. */
    REBUILD_PROGRESS("portfolio.rebuild.progress", "ratio", "How much of the log the latest rebuild has read, 0 to 1"),
    /** How fast the latest rebuild is. */
    REBUILD_RATE("portfolio.rebuild.events.per.second", null, "Events per second of the latest rebuild, on average"),
    /** Whether the latest rebuild failed. */
    REBUILD_FAILED("portfolio.rebuild.failed", null, "1 if the latest rebuild stopped at an event or failed otherwise"),
    /** When the latest backup was made. */
    BACKUP_TIME("portfolio.backup.time", "seconds", "When the latest backup was begun, since 1970; 0: there is none");

    /** Commands take a millisecond or so; an import or a wait for others may take seconds. */
    private static final Duration[] BUCKETS = {Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5),
            Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100),
            Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5),
            Duration.ofSeconds(20)};

    private final String meter;
    private final @Nullable String unit;
    private final String description;

    Metric(String meter, @Nullable String unit, String description) {
        this.meter = meter;
        this.unit = unit;
        this.description = description;
    }

    /** The counter of it with these tags: names and values in turn. */
    public Counter counter(MeterRegistry registry, String... tags) {
        return Counter.builder(meter).description(description).baseUnit(unit).tags(tags).register(registry);
    }

    /** The timer of it, in buckets, with these tags: names and values in turn. */
    public Timer timer(MeterRegistry registry, String... tags) {
        return Timer.builder(meter)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /**
     * Tells it whenever somebody looks.
     *
     * @param value what it is now; null: not known
     * @param tags names and values in turn
     */
    public void gauge(MeterRegistry registry, Supplier<@Nullable Number> value, String... tags) {
        Gauge.builder(meter, value, Metric::known)
                .description(description)
                .baseUnit(unit)
                .tags(Tags.of(tags))
                .strongReference(true)
                .register(registry);
    }

    private static double known(Supplier<@Nullable Number> value) {
        Number now = value.get();
        return now == null ? Double.NaN : now.doubleValue();
    }
}
