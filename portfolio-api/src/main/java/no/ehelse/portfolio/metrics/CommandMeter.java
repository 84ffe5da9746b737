package no.ehelse.portfolio.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Counts what becomes of commands. */
@Component
public final class CommandMeter {

    /** Accepted, and some value differs from what held before. */
    public static final String CHANGED = "changed";
    /** Accepted, and everything held already. */
    public static final String UNCHANGED = "unchanged";
    /** Accepted, and then taken back with the whole that it was part of: an import that was tried, or refused. */
    public static final String TAKEN_BACK = "taken-back";
    /** Refused by a rule; the code says by which. */
    public static final String REJECTED = "rejected";
    /** Somebody else was faster; the service decides it again. */
    public static final String CONFLICT = "conflict";
    /** The event store was away. */
    public static final String UNAVAILABLE = "unavailable";
    /** It failed for a reason that is ours. */
    public static final String FAILED = "failed";

    private static final String NO_CODE = "none";

    private final MeterRegistry registry;

    CommandMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A command of which nothing is known yet. That none failed is said from the start: of a series that begins with the
     * first one, an alert would not see it rise.
     *
     * @param command what it is: {@code ReportStatus}
     */
    public void expect(String command) {
        counter(command, FAILED, NO_CODE).increment(0);
    }

    /**
     * Counts a command that was not rejected.
     *
     * @param command what it is: {@code ReportStatus}
     * @param outcome one of the above
     */
    public void count(String command, String outcome) {
        count(command, outcome, NO_CODE);
    }

    /**
     * Counts a command that a rule refused.
     *
     * @param command what it is: {@code ReportStatus}
     * @param code of the problem that its sender is told
     */
    public void rejected(String command, String code) {
        count(command, REJECTED, code);
    }

    private void count(String command, String outcome, String code) {
        counter(command, outcome, code).increment();
    }

    private Counter counter(String command, String outcome, String code) {
        return Metric.COMMANDS.counter(registry, "command", command, "outcome", outcome, "code", code);
    }

    /** Takes down how long a command took. */
    public void took(String command, long nanoseconds) {
        Metric.COMMAND_DURATION.timer(registry, "command", command).record(nanoseconds, TimeUnit.NANOSECONDS);
    }
}
