package no.ehelse.portfolio.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Commands per second and the time that each takes; what they record is durable, and in the read model at the end. */
final class Commands {

    private static final int TILTAK = 1_000;
    private static final int RUNS = Integer.getInteger("benchmark.runs", 5);
    private static final int ONE_BY_ONE = Integer.getInteger("benchmark.count", 1_500);
    private static final int TOGETHER = 4 * ONE_BY_ONE;
    private static final int IN_FLIGHT = 16;
    private static final int WARM_UP = 4 * ONE_BY_ONE;

    private final Service service;
    private final Figures figures;
    private final Workload workload = new Workload(1);

    Commands(Service service, Figures figures) {
        this.service = service;
        this.figures = figures;
    }

    void measure() {
        new Sample(TILTAK, 1).register(service, workload);
        run(WARM_UP / 3, 1);
        run(WARM_UP, IN_FLIGHT);
        figures.heading("Commands on " + TILTAK + " tiltak, durable and projected");
        measure("one by one", ONE_BY_ONE, 1);
        measure(IN_FLIGHT + " in flight", TOGETHER, IN_FLIGHT);
    }

    /** Measures one run on tiltak that there are already, in a table that is begun already. */
    void measureOnce(int tiltak, int count, int inFlight) {
        run(tiltak, count, inFlight);
        long start = System.nanoTime();
        double[] each = run(tiltak, count, inFlight);
        figures.rate("commands, " + inFlight + " in flight", Stopwatch.rate(count, Stopwatch.millisecondsSince(start)));
        figures.latency("a command's answer, " + inFlight + " in flight", each);
    }

    private void measure(String how, int count, int inFlight) {
        double[] rates = new double[RUNS];
        double[] processor = new double[RUNS];
        double[] latencies = new double[RUNS * count];
        for (int run = 0; run < RUNS; run++) {
            double processors = Stopwatch.processorMilliseconds();
            long start = System.nanoTime();
            double[] each = run(count, inFlight);
            rates[run] = Stopwatch.rate(count, Stopwatch.millisecondsSince(start));
            processor[run] = (Stopwatch.processorMilliseconds() - processors) / count;
            System.arraycopy(each, 0, latencies, run * count, count);
        }
        figures.rate("commands, " + how, rates);
        figures.processorTime("a command with its projection, " + how, processor);
        figures.latency("a command's answer, " + how, latencies);
    }

    private double[] run(int count, int inFlight) {
        return run(TILTAK, count, inFlight);
    }

    private double[] run(int tiltak, int count, int inFlight) {
        List<Object> commands = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            commands.add(workload.fact(1 + workload.below(tiltak), workload.recentDay()));
        }
        double[] milliseconds = new Sender(service).send(commands, inFlight);
        service.catchUp();
        return milliseconds;
    }
}
