package no.ehelse.portfolio.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The delivered jar in a process of its own, and what its start took. */
final class StartedJar {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final double KILOBYTES = 1024 / 1e6;

    private final Process process;
    private final String address;
    private final Path log;
    private double readyMilliseconds;
    private double processorMilliseconds;
    private double residentMegabytes;

    private StartedJar(Process process, int port, Path log) {
        this.process = process;
        this.address = "http://127.0.0.1:" + port;
        this.log = log;
    }

    /** Starts the service on the store of a folder, and waits until it is ready. */
    static StartedJar start(Path folder, List<String> java, String... arguments) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(arguments));
        command.addAll(List.of("--portfolio.data-dir=" + folder.resolve("data"), "--server.port=" + port));
        long start = System.nanoTime();
        Path log = folder.resolve("log");
        StartedJar service = new StartedJar(java(log, command), port, log);
        service.awaitReady(start);
        return service;
    }

    /** Runs Java to its end. */
    static void finish(Path folder, String... arguments) throws IOException {
        Path log = folder.resolve("log");
        Process process = java(log, List.of(arguments));
        await(process);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static Process java(Path log, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + process.info());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady(long start) throws IOException {
        while (!isReady()) {
            if (!process.isAlive() || Stopwatch.millisecondsSince(start) > PATIENCE.toMillis()) {
                process.destroyForcibly();
                throw new IllegalStateException(Files.readString(log));
            }
            try {
                // Longer than a request takes, and short beside a start.
                Thread.sleep(Duration.ofMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        readyMilliseconds = Stopwatch.millisecondsSince(start);
        processorMilliseconds = process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
        residentMegabytes = resident();
    }

    private boolean isReady() {
        try {
            return status("/actuator/health/readiness") == HttpURLConnection.HTTP_OK;
        } catch (IOException notListening) {
            return false;
        }
    }

    private int status(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection(Proxy.NO_PROXY);
        int status = connection.getResponseCode();
        if (status == HttpURLConnection.HTTP_OK) {
            connection.getInputStream().readAllBytes();
        }
        return status;
    }

    /** Reads something that must be there. */
    void read(String path) throws IOException {
        int status = status(path);
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(path + " is answered with " + status);
        }
        residentMegabytes = resident();
    }

    /** The most that was resident so far, in millions of bytes; Linux only. */
    private double resident() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status)
                        .stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KILOBYTES)
                        .findFirst()
                        .orElse(Double.NaN)
                : Double.NaN;
    }

    void stop() {
        process.destroy();
        await(process);
    }

    double readyMilliseconds() {
        return readyMilliseconds;
    }

    double processorMilliseconds() {
        return processorMilliseconds;
    }

    double residentMegabytes() {
        return residentMegabytes;
    }
}
