package no.ehelse.portfolio.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Takes times. */
final class Stopwatch {

    private static final double NANOSECONDS = 1e6;

    private Stopwatch() {}

    /** How long something takes, in milliseconds. */
    static double milliseconds(Runnable something) {
        long start = System.nanoTime();
        something.run();
        return millisecondsSince(start);
    }

    /**
     * How long ago something was, in milliseconds.
     *
     * @param start what {@link System#nanoTime()} was then
     */
    static double millisecondsSince(long start) {
        return (System.nanoTime() - start) / NANOSECONDS;
    }

    /** How much time of processors this process has taken, in milliseconds. */
    static double processorMilliseconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / NANOSECONDS
                : Double.NaN;
    }

    /** How many a second. */
    static double rate(long count, double milliseconds) {
        return count * 1000 / milliseconds;
    }
}
