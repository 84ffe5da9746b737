package no.ehelse.portfolio.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How soon the delivered jar is ready, and what memory it takes, each in a process of its own: as it is, and from a cache
 * that a rehearsal made, by turns.
 */
final class Starts {

    private static final int RUNS = 7;

    private static final List<String> OPTIONS = List.of("@" + Path.of("docker", "java.options").toAbsolutePath());

    private final Path folder;
    private final Figures figures;
    private final Path jar = Path.of(Objects.requireNonNull(System.getProperty("portfolio.jar")));

    Starts(Path folder, Figures figures) {
        this.folder = folder;
        this.figures = figures;
    }

    void measure() throws IOException {
        if (!Files.exists(jar)) {
            throw new IllegalStateException("There is no " + jar + ": begin the command with `package`.");
        }
        Files.createDirectories(folder);
        Path extracted = folder.resolve("extracted");
        StartedJar.finish(folder, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination",
                extracted.toString());
        Path extractedJar = extracted.resolve(jar.getFileName());
        Path cache = folder.resolve("portfolio.aot");
        StartedJar.finish(folder, "-XX:AOTCacheOutput=" + cache, OPTIONS.getFirst(), "-jar", extractedJar.toString(),
                "--portfolio.rehearsal");

        List<String> plain = List.of(OPTIONS.getFirst(), "-jar", jar.toString());
        List<String> cached =
                List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on", OPTIONS.getFirst(), "-jar", extractedJar.toString());
        StartedJar first = StartedJar.start(folder, plain, "--portfolio.sample-data=true");
        double loading = first.residentMegabytes();
        first.stop();

        List<StartedJar> plains = new ArrayList<>();
        List<StartedJar> cacheds = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            plains.add(read(StartedJar.start(folder, plain)));
            cacheds.add(read(StartedJar.start(folder, cached)));
        }
        figures.heading("Starts of the jar, with the sample data in its store");
        times("java -jar", plains);
        times("with an AOT cache", cacheds);
        figures.amount("with an AOT cache, part of the plain start before it: ready", "ratio",
                ratios(plains, cacheds, true));
        figures.amount("with an AOT cache, part of the plain start before it: processors", "ratio",
                ratios(plains, cacheds, false));
        figures.amount("resident after loading the sample data into an empty store, peak", "MB", loading);
        figures.note("AOT cache of %,d bytes.", Files.size(cache));
    }

    /** What people read of it at first is in the memory that is measured. */
    private static StartedJar read(StartedJar service) throws IOException {
        for (String address : List.of("/api/portfolio", "/api/portfolio/counts?by=status", "/api/tiltak/125/history",
                "/api/rounds/2022-06/report", "/api/audit", "/v3/api-docs")) {
            service.read(address);
        }
        service.stop();
        return service;
    }

    private void times(String how, List<StartedJar> starts) {
        figures.time(how + ": ready after",
                starts.stream().mapToDouble(StartedJar::readyMilliseconds).toArray());
        figures.processorTime(how + ": processors until ready",
                starts.stream().mapToDouble(StartedJar::processorMilliseconds).toArray());
        figures.amount(how + ": resident after some reading, peak", "MB",
                starts.stream().mapToDouble(StartedJar::residentMegabytes).toArray());
    }

    private static double[] ratios(List<StartedJar> plains, List<StartedJar> cacheds, boolean ready) {
        double[] ratios = new double[plains.size()];
        for (int run = 0; run < ratios.length; run++) {
            StartedJar plain = plains.get(run);
            StartedJar cached = cacheds.get(run);
            ratios[run] = ready ? cached.readyMilliseconds() / plain.readyMilliseconds()
                    : cached.processorMilliseconds() / plain.processorMilliseconds();
        }
        return ratios;
    }
}
