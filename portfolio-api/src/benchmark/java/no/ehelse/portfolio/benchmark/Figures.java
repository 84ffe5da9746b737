package no.ehelse.portfolio.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** Prints what was measured as rows of a Markdown table, each as soon as it is known. */
final class Figures {

    /** Starts a table. */
    void heading(String title) {
        System.out.printf("%n### %s%n%n", title);
        print("what", "median", "best", "spread", "runs", "unit");
        print("---", "---:", "---:", "---:", "---:", "---");
    }

    /** A rate, of which more is better: one sample a run. */
    void rate(String what, double... perSecond) {
        double[] sorted = sorted(perSecond);
        row(what, sorted, sorted[sorted.length - 1], "per second");
    }

    /** Something of which less is better, in a unit: one sample a run. */
    void amount(String what, String unit, double... amounts) {
        double[] sorted = sorted(amounts);
        row(what, sorted, sorted[0], unit);
    }

    /** How much time of processors something takes: one sample a run, in milliseconds. */
    void processorTime(String what, double... milliseconds) {
        double[] sorted = sorted(milliseconds);
        row(what, sorted, sorted[0], "ms of a CPU");
    }

    /** A time, of which less is better: one sample a run, in milliseconds. */
    void time(String what, double... milliseconds) {
        double[] sorted = sorted(milliseconds);
        row(what, sorted, sorted[0], "ms");
    }

    /** Something that was measured once. */
    void amount(String what, double value, String unit) {
        print(what, text(value), "", "", "1", unit);
    }

    /** A time of many runs, in milliseconds; the spread is from the first to the 99th percentile. */
    void latency(String what, double... milliseconds) {
        double[] sorted = sorted(milliseconds);
        print(what, text(percentile(sorted, 0.5)), text(sorted[0]),
                text(percentile(sorted, 0.01)) + "–" + text(percentile(sorted, 0.99)), String.valueOf(sorted.length),
                "ms (p1–p99)");
    }

    /** Something that either holds or not. */
    void check(String what, boolean holds) {
        print(what, holds ? "yes" : "NO", "", "", "", "");
    }

    /** A line under the table. */
    void note(String text, Object... arguments) {
        System.out.printf(Locale.ROOT, "%n" + text + "%n", arguments);
    }

    private void row(String what, double[] sorted, double best, String unit) {
        print(what, text(percentile(sorted, 0.5)), text(best), text(sorted[0]) + "–" + text(sorted[sorted.length - 1]),
                String.valueOf(sorted.length), unit);
    }

    private static void print(String... cells) {
        System.out.printf("| %-64s | %9s | %9s | %21s | %6s | %-14s |%n", (Object[]) cells);
    }

    private static double[] sorted(double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double percentile(double[] sorted, double part) {
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    private static String text(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value)
                : value >= 10 ? String.format(Locale.ROOT, "%.1f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
