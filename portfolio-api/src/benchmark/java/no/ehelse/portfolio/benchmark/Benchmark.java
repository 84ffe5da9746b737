package no.ehelse.portfolio.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the service on an embedded store in a folder of its own, in this process but for starts, and prints tables.
 *
 * <p>Arguments name what to measure: {@code commands}, {@code import}, {@code queries}, {@code replay},
 * {@code verification}, {@code ten-times}, {@code start}; without any, all of these. {@code growth} is measured only where
 * it is named: {@link Growth}. With {@code benchmark.keep=true} what is loaded stays, and the next run takes it as it is.
 */
public final class Benchmark {

    private static final Sample PORTFOLIO = new Sample(1_000, 50);
    private static final Sample TWICE = new Sample(1_000, 100);
    private static final Sample TEN_TIMES = new Sample(1_000, 500);

    private static final boolean KEEPS = Boolean.getBoolean("benchmark.keep");

    private final Path folder;
    private final Figures figures = new Figures();

    private Benchmark(Path folder) {
        this.folder = folder;
    }

    /** Measures what the arguments name. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        List<String> wanted = List.of(arguments);
        Path folder = Path.of("portfolio-api", "target", "benchmark").toAbsolutePath();
        forget(folder);
        Benchmark benchmark = new Benchmark(folder);
        printMachine();
        benchmark.measure(wanted);
        forget(folder);
        System.exit(0);
    }

    private static void forget(Path folder) throws IOException {
        if (!KEEPS) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void measure(List<String> wanted) throws IOException {
        if (isWanted(wanted, "commands")) {
            try (Service service = new Service(folder.resolve("commands"))) {
                new Commands(service, figures).measure();
            }
        }
        if (isWanted(wanted, "import")) {
            try (Service service = new Service(folder.resolve("import"))) {
                new Imports(service, figures).measure();
            }
        }
        if (isWanted(wanted, "queries") || isWanted(wanted, "replay")) {
            try (Service service = loaded(PORTFOLIO)) {
                if (isWanted(wanted, "queries")) {
                    new Queries(service, figures, PORTFOLIO).measure();
                }
                if (isWanted(wanted, "replay")) {
                    Replay replay = new Replay(service, figures, PORTFOLIO);
                    replay.measure();
                    replay.measureRebuild();
                }
            }
        }
        if (isWanted(wanted, "verification")) {
            try (Service service = loaded(TWICE)) {
                new Verifications(service, figures).measure();
            }
        }
        if (wanted.contains("growth")) {
            new Growth(folder, Database.named(), figures).measure();
        }
        if (isWanted(wanted, "start")) {
            new Starts(folder.resolve("start"), figures).measure();
        }
        if (isWanted(wanted, "ten-times")) {
            try (Service service = loaded(TEN_TIMES)) {
                new Queries(service, figures, TEN_TIMES).measure();
            }
        }
    }

    private static boolean isWanted(List<String> wanted, String one) {
        return wanted.isEmpty() || wanted.contains(one);
    }

    private Service loaded(Sample sample) {
        Service service = new Service(folder.resolve("entries-" + sample.entries()));
        long start = System.nanoTime();
        if (service.index().snapshot().position() > 0) {
            return service; // loaded by an earlier run
        }
        sample.load(service, new Workload(sample.entries()));
        figures.note("Loaded %,d events in %.1f s.", sample.events(), Stopwatch.millisecondsSince(start) / 1000);
        return service;
    }

    private static void printMachine() {
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "%n%s %s, %s, %d processors, %.1f GB of heap at most, load %.1f at the start%n",
                System.getProperty("os.name"), System.getProperty("os.version"), processor(),
                runtime.availableProcessors(), runtime.maxMemory() / 1e9,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf("%s %s%n", System.getProperty("java.vm.name"), System.getProperty("java.runtime.version"));
    }

    private static String processor() {
        Path description = Path.of("/proc/cpuinfo");
        try {
            return Files.exists(description)
                    ? Files.readAllLines(description)
                            .stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse(System.getProperty("os.arch"))
                    : System.getProperty("os.arch");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
