package no.ehelse.portfolio.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestDatabases;
import no.ehelse.portfolio.TestStores;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One process of the packaged application on a data folder. */
final class Service implements AutoCloseable {

    private static final String PASSWORD = "prøve-passord";
    private static final Duration START = Duration.ofMinutes(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final int port;
    private final Path log;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** An answer: status, headers, body. */
    record Answer(int status, HttpResponse<byte[]> response) {

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private Service(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it, and waits until it is ready. */
    static Service start(Path dataFolder, String... arguments) throws IOException, InterruptedException {
        Service service = launch(dataFolder, arguments);
        service.awaitReady();
        return service;
    }

    /** Starts it without waiting. */
    static Service launch(Path dataFolder, String... arguments) throws IOException, InterruptedException {
        int port = freePort();
        Path log = Files.createTempFile(dataFolder.toAbsolutePath().getParent(), "service", ".log");
        List<String> command = new ArrayList<>(UnpackedJar.command());
        command.addAll(List.of("--server.port=" + port, "--portfolio.data-dir=" + dataFolder,
                "--portfolio.security.office-password=" + PASSWORD));
        if (Stream.of(arguments).noneMatch(argument -> argument.startsWith("--spring.datasource.url="))) {
            command.addAll(TestDatabases.arguments(dataFolder));
        }
        if (Stream.of(arguments).noneMatch(argument -> argument.startsWith("--portfolio.store.log-name="))) {
            command.addAll(TestStores.arguments(dataFolder));
        }
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new Service(process, port, log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (get("/actuator/health/readiness").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                // It does not listen yet.
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("The service did not become ready:\n" + log());
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", RunningPortfolio.basic("office", PASSWORD));
    }

    /** A request of somebody who is not signed in. */
    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(60));
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    Answer get(String path) {
        return send(request(path).build());
    }

    /** The JSON of a read that must succeed. */
    JsonNode read(String path) {
        Answer answer = get(path);
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer.json();
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** The JSON of a command that must be accepted. */
    JsonNode command(String path, Object body) {
        Answer answer = post(path, body, Map.of());
        if (answer.status() != 200 && answer.status() != 201) {
            throw new AssertionError(path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer.json();
    }

    /** How often each status was reported, by its comment. */
    Map<String, Integer> effects(long minPosition) {
        Map<String, Integer> effects = new HashMap<>();
        long after = -1;
        JsonNode page;
        do {
            page = read("/api/audit?limit=5000&after=" + after + "&minPosition=" + minPosition);
            for (JsonNode entry : page.get("entries")) {
                if (entry.get("type").stringValue().equals("StatusReported")) {
                    effects.merge(entry.get("comment").stringValue(), 1, Integer::sum);
                }
            }
            after = page.get("nextAfter").longValue();
        } while (!page.get("entries").isEmpty());
        return effects;
    }

    /** Whether it says that commands are taken. */
    boolean isReady() {
        return get("/actuator/health/readiness").status() == 200;
    }

    /** Rebuilds the read model, and gives what came of it. */
    JsonNode rebuild() throws InterruptedException {
        Answer begun = post("/api/admin/read-models/portfolio/rebuilds", Map.of(), Map.of());
        JsonNode rebuild = begun.json();
        while (!rebuild.get("state").stringValue().matches("DONE|FAILED|INTERRUPTED")) {
            TimeUnit.MILLISECONDS.sleep(100);
            rebuild = read(begun.header("Location"));
        }
        if (!rebuild.get("state").stringValue().equals("DONE")) {
            throw new AssertionError(rebuild);
        }
        return rebuild;
    }

    /** Waits until it has worked a second of a processor's time from now on. */
    void awaitWork() throws InterruptedException {
        Duration before = process.info().totalCpuDuration().orElseThrow();
        while (process.info().totalCpuDuration().orElseThrow().minus(before).toMillis() < 1_000) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Asks it to end, and does not wait. */
    void terminate() {
        process.destroy();
    }

    /**
     * Waits for its end.
     *
     * @return its exit code
     */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end");
        }
        return process.exitValue();
    }

    /** Ends it as a power switch would end a program: without a chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
