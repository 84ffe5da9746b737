package no.ehelse.portfolio.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How many questions over HTTP are answered when several ask at once; those who ask share the processors. */
final class Readers {

    private static final long SECONDS = 4;
    private static final List<Integer> AT_ONCE = List.of(1, 16, 64);

    /** Answers of so many megabytes are asked for one by one. */
    private static final double LARGE = 10;

    private final Reader reader;
    private final Figures figures;
    private final Workload workload = new Workload(3);

    Readers(Service service, Figures figures) {
        this.reader = new Reader(service);
        this.figures = figures;
    }

    /** Measures, in a table that is begun already. */
    void measureOnly() {
        for (int readers : AT_ONCE) {
            measure("counts of a random day", readers,
                    () -> "/api/portfolio/counts?by=status&by=segment&at=" + workload.day());
        }
        double megabytes = reader.read("/api/portfolio?at=2022-06-30") / 1e6;
        figures.amount("the whole portfolio of a day as JSON", megabytes, "MB");
        for (int readers : megabytes > LARGE ? AT_ONCE.subList(0, 1) : AT_ONCE) {
            measure("the whole portfolio of a random day", readers, () -> "/api/portfolio?at=" + workload.day());
        }
    }

    private void measure(String what, int readers, Supplier<String> address) {
        ask(readers, address);
        long start = System.nanoTime();
        double[] each = ask(readers, address);
        String how = what + " over HTTP, " + readers + (readers == 1 ? " reader" : " readers");
        figures.rate(how, Stopwatch.rate(each.length, Stopwatch.millisecondsSince(start)));
        figures.latency("the same: an answer", each);
    }

    private double[] ask(int readers, Supplier<String> address) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int one = 0; one < readers; one++) {
            tasks.add(() -> {
                do {
                    String next = next(address);
                    times.add(Stopwatch.milliseconds(() -> reader.read(next)));
                } while (System.nanoTime() < end);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What is random follows from a seed, and is drawn by one at a time. */
    private synchronized String next(Supplier<String> address) {
        return address.get();
    }
}
