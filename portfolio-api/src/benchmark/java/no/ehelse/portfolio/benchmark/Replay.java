package no.ehelse.portfolio.benchmark;

import no.ehelse.portfolio.evidence.verification.Verification;
import no.ehelse.portfolio.projectors.Projectors;
import no.ehelse.portfolio.projectors.SetOfTables;
import no.ehelse.portfolio.readmodel.ReadModelRebuilds;
import no.ehelse.portfolio.rebuild.Rebuild;
import no.ehelse.portfolio.rebuild.RebuildState;

/** How fast the real processor fills an empty read model from the log. */
final class Replay {

    private static final int RUNS = Integer.getInteger("benchmark.runs", 5);

    private final Service service;
    private final Figures figures;
    private final Sample sample;

    Replay(Service service, Figures figures, Sample sample) {
        this.service = service;
        this.figures = figures;
        this.sample = sample;
    }

    void measure() {
        long events = events();
        figures.heading("Replay of %,d events into an empty read model".formatted(events));
        String rows = Digest.ofRows(service.tables());
        String answers = new Queries(service, figures, sample).digest();
        replay();
        double[] rates = new double[RUNS];
        double[] processor = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            double processors = Stopwatch.processorMilliseconds();
            rates[run] = Stopwatch.rate(events, replay());
            processor[run] = (Stopwatch.processorMilliseconds() - processors) / events;
        }
        figures.rate("events", rates);
        figures.processorTime("an event", processor);
        figures.check("rows are those of the live projection", Digest.ofRows(service.tables()).equals(rows));
        figures.check("answers are those of the live projection",
                new Queries(service, figures, sample).digest().equals(answers));
        figures.note("Digest of the rows %s, of the answers %s.", rows, answers);
    }

    /** Measures one replay and one rebuild, in a table that is begun already. */
    void measureOnce() {
        long events = events();
        figures.rate("events replayed into an empty read model", Stopwatch.rate(events, replay()));
        Rebuilt rebuilt = rebuild();
        figures.rate("events of a rebuild while serving, until all were read",
                Stopwatch.rate(events, rebuilt.reading()));
        figures.time("the whole rebuild, with comparison and switch", rebuilt.whole());
    }

    /** The rebuild that an operator starts: the idle set filled, compared with the serving one, and switched to. */
    void measureRebuild() {
        long events = events();
        figures.heading("Rebuild of %,d events while serving".formatted(events));
        double[] rates = new double[RUNS];
        double[] processor = new double[RUNS];
        double[] whole = new double[RUNS];
        for (int run = -1; run < RUNS; run++) {
            double processors = Stopwatch.processorMilliseconds();
            Rebuilt rebuilt = rebuild();
            if (run >= 0) {
                rates[run] = Stopwatch.rate(events, rebuilt.reading());
                whole[run] = rebuilt.whole();
                processor[run] = (Stopwatch.processorMilliseconds() - processors) / events;
            }
        }
        figures.rate("events read, until all were", rates);
        figures.time("the whole, with comparison and switch", whole);
        figures.processorTime("an event, comparison included", processor);
    }

    /** How long a rebuild took, in milliseconds: until everything was read, and as a whole. */
    private record Rebuilt(double reading, double whole) {}

    private Rebuilt rebuild() {
        ReadModelRebuilds rebuilds = service.bean(ReadModelRebuilds.class);
        long start = System.nanoTime();
        String id = rebuilds.start("benchmark").orElseThrow().id();
        double reading = 0;
        Rebuild now = rebuilds.find(id).orElseThrow();
        while (!now.state().isOver()) {
            if (reading == 0 && now.state() != RebuildState.READING) {
                reading = Stopwatch.millisecondsSince(start);
            }
            pause();
            now = rebuilds.find(id).orElseThrow();
        }
        if (now.state() != RebuildState.DONE || now.differences() > 0) {
            throw new IllegalStateException("the rebuild went wrong: " + now);
        }
        return new Rebuilt(reading, Stopwatch.millisecondsSince(start));
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long events() {
        return service.bean(Verification.class).run().events();
    }

    private double replay() {
        service.processor().shutDown();
        for (String table : SetOfTables.NAMES) {
            service.tables().execute("truncate table " + table + "_a");
        }
        service.tables().update("delete from token_entry where processor_name = 'portfolio'");
        service.tables().update("update read_model_progress set position = 0, generation = generation + 1");
        service.bean(Projectors.class).forget();
        while (service.index().snapshot().position() > 0) {
            Thread.onSpinWait();
        }
        return Stopwatch.milliseconds(() -> {
            service.processor().start();
            service.catchUp();
        });
    }

}
