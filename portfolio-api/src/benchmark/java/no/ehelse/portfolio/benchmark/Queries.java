package no.ehelse.portfolio.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.counts.CountPortfolio;
import no.ehelse.portfolio.tiltak.view.counts.Counts;
import no.ehelse.portfolio.tiltak.view.history.FindHistory;
import no.ehelse.portfolio.tiltak.view.history.FoundHistory;
import no.ehelse.portfolio.tiltak.view.portfolio.Dimension;
import no.ehelse.portfolio.tiltak.view.portfolio.Filter;
import no.ehelse.portfolio.tiltak.view.portfolio.FindPortfolio;
import no.ehelse.portfolio.tiltak.view.portfolio.Portfolio;

/** How long questions about a random day take, through the query gateway. */
final class Queries {

    private static final int RUNS = 2_000;
    private static final int WARM_UP = 3_000;
    private static final Duration WHILE = Duration.ofSeconds(10);

    private final Service service;
    private final Figures figures;
    private final Sample sample;
    private final Workload workload = new Workload(2);

    /** A question about a point. */
    private interface Question {

        Object about(Point point);
    }

    Queries(Service service, Figures figures, Sample sample) {
        this.service = service;
        this.figures = figures;
        this.sample = sample;
    }

    void measure() {
        figures.heading("Questions about %,d tiltak of %d entries each".formatted(sample.tiltak(), sample.entries()));
        measureOnly();
    }

    /** Measures, in a table that is begun already. */
    void measureOnly() {
        measure("snapshot", this::snapshot);
        measure("counts by status and segment", this::counts);
        figures.latency("history of one tiltak", times(() -> history(anyTiltak(), Long.MAX_VALUE)));
    }

    private void measure(String what, Question question) {
        figures.latency(what + " of a random day", times(() -> question.about(nowKnown())));
        figures.latency(what + " of a random day as known at a random time", times(() -> question.about(onceKnown())));
    }

    /** So many, or what can be asked in a while, if that is less. */
    private static double[] times(Runnable question) {
        double[] unused = times(question, WARM_UP);
        return times(question, RUNS);
    }

    private static double[] times(Runnable question, int most) {
        long end = System.nanoTime() + WHILE.toNanos();
        double[] milliseconds = new double[most];
        int asked = 0;
        while (asked < most && System.nanoTime() < end) {
            milliseconds[asked++] = Stopwatch.milliseconds(question);
        }
        return Arrays.copyOf(milliseconds, asked);
    }

    /** A digest of answers to random questions: equal for equal answers. */
    String digest() {
        Digest digest = new Digest();
        for (int question = 0; question < RUNS / 10; question++) {
            digest.add(snapshot(nowKnown()));
            digest.add(snapshot(onceKnown()));
            digest.add(counts(nowKnown()));
            digest.add(counts(onceKnown()));
            digest.add(history(anyTiltak(), onceKnown().position()));
        }
        return digest.text();
    }

    private Point nowKnown() {
        return point(service.index().snapshot().position());
    }

    private Point onceKnown() {
        return point(1 + workload.below((int) service.index().snapshot().position()));
    }

    private Point point(long position) {
        return new Point(workload.day(), position, service.index().snapshot().recordedAt(position));
    }

    private TiltakNumber anyTiltak() {
        return new TiltakNumber(1 + workload.below(sample.tiltak()));
    }

    private Portfolio snapshot(Point point) {
        return service.queries().query(new FindPortfolio(point, Filter.ALL, List.of()), Portfolio.class).join();
    }

    private Counts counts(Point point) {
        return service.queries()
                .query(new CountPortfolio(point, List.of(Dimension.STATUS, Dimension.SEGMENT), Filter.ALL),
                        Counts.class)
                .join();
    }

    private FoundHistory history(TiltakNumber number, long position) {
        return service.queries().query(new FindHistory(number, position), FoundHistory.class).join();
    }
}
