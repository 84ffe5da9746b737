package no.ehelse.portfolio.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.ehelse.portfolio.evidence.verification.Verification;
import org.springframework.util.FileSystemUtils;

/**
 * What grows with the number of tiltak and of their entries, on the embedded store, on PostgreSQL or on an Axon Server: {@link Database}.
 *
 * <p>{@code benchmark.sizes} names the portfolios, each as tiltak × entries: {@code 100x10,1000x10}; with
 * {@code benchmark.rounds=true} it is also measured what grows with the number of rounds.
 */
final class Growth {

    private static final String SIZES = System.getProperty("benchmark.sizes", "100x10,1000x10,1000x100,10000x10");
    private static final int COMMANDS = 2_000;
    private static final List<Integer> IN_FLIGHT = List.of(1, 16, 64);
    private static final boolean ROUNDS = Boolean.getBoolean("benchmark.rounds");
    /** More are not replayed: it goes as fast as the loading, which is told. */
    private static final int REPLAYED = 200_000;
    private static final double MEGABYTE = 1_000_000;

    private final Path folder;
    private final Database database;
    private final Figures figures;

    /** Measures on a kind of database, in folders below one. */
    Growth(Path folder, Database database, Figures figures) {
        this.folder = folder;
        this.database = database;
        this.figures = figures;
    }

    void measure() {
        for (Sample sample : sizes()) {
            Path own = folder.resolve("growth-" + sample.tiltak() + "x" + sample.entries());
            measure(sample, own);
            delete(own);
        }
    }

    private static List<Sample> sizes() {
        return Arrays.stream(SIZES.split(","))
                .map(size -> size.split("x"))
                .map(size -> new Sample(Integer.parseInt(size[0]), Integer.parseInt(size[1])))
                .toList();
    }

    private void measure(Sample sample, Path own) {
        figures.heading("%,d tiltak of %d entries each, %,d events, on %s".formatted(sample.tiltak(),
                sample.entries(), sample.events(), database.label()));
        try (Service service = new Service(own, database)) {
            long start = System.nanoTime();
            sample.load(service, new Workload(sample.entries()));
            figures.rate("events loaded in transactions of 500, and projected",
                    Stopwatch.rate(sample.events(), Stopwatch.millisecondsSince(start)));
            new Queries(service, figures, sample).measureOnly();
            new Readers(service, figures).measureOnly();
            for (int inFlight : IN_FLIGHT) {
                new Commands(service, figures).measureOnce(sample.tiltak(), COMMANDS, inFlight);
            }
            figures.time("verification of the whole log",
                    Stopwatch.milliseconds(() -> service.bean(Verification.class).run()));
            if (ROUNDS) {
                new Rounds(service, figures).measureOnly();
            }
            figures.amount("memory in use, after a collection", usedMemory() / MEGABYTE, "MB");
            figures.amount("store", database.size(own) / MEGABYTE, "MB");
        }
        long start = System.nanoTime();
        try (Service service = new Service(own, database)) {
            service.catchUp();
            figures.time("start in a warm JVM, until everything can be asked", Stopwatch.millisecondsSince(start));
            if (sample.events() <= REPLAYED) {
                new Replay(service, figures, sample).measureOnce();
            }
        }
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void delete(Path own) {
        try {
            FileSystemUtils.deleteRecursively(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes the files in a folder have. */
    static long sizeOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
