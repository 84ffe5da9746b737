package no.ehelse.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The very jar that is delivered. */
@EmbeddedStoreOnly("It runs as it is delivered")
class PackagedServiceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();

    private Process start(int port, Path log) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                Objects.requireNonNull(System.getProperty("portfolio.jar")), "--server.port=" + port,
                "--portfolio.data-dir=" + folder.resolve("data")).redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(int port) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            try {
                if (client.send(HttpRequest.newBuilder(uri(port, "/actuator/health/readiness")).build(),
                        BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(200);
        }
        throw new AssertionError("not ready");
    }

    /** With the password that the service made for itself. */
    private String authorisation() throws IOException {
        return RunningPortfolio.basic("office",
                Files.readString(folder.resolve("data").resolve("office-password")).strip());
    }

    private static URI uri(int port, String address) {
        return URI.create("http://localhost:" + port + address);
    }

    @Test
    void it_runs_on_its_own_refuses_a_second_one_and_keeps_what_it_acknowledged_when_it_is_killed() throws Exception {
        int port = freePort();
        Path log = folder.resolve("log");
        Process service = start(port, log);
        try {
            awaitReady(port);
            HttpResponse<String> registration = client.send(HttpRequest.newBuilder(uri(port, "/api/tiltak"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", authorisation())
                    .header("Idempotency-Key", "k")
                    .POST(BodyPublishers.ofString("""
                            {"number": 9001, "name": "Ærlig", "effectiveFrom": "2020-04-01"}"""))
                    .build(), BodyHandlers.ofString());
            assertThat(registration.body()).isEqualTo("""
                    {"number":9001,"version":0,"position":1,"changed":true}""");

            Path refusal = folder.resolve("refusal");
            Process second = start(freePort(), refusal);
            assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isNotZero();
            assertThat(Files.readString(refusal))
                    .contains("The data folder " + folder.resolve("data") + " is in use by another process "
                            + service.pid() + " of this service.")
                    .doesNotContain("\tat ");

            service.destroyForcibly().waitFor();
            service = start(port, log);
            awaitReady(port);
            HttpResponse<String> conflict = client.send(HttpRequest.newBuilder(uri(port, "/api/tiltak"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", authorisation())
                    .POST(BodyPublishers.ofString("""
                            {"number": 9001, "name": "Ærlig", "effectiveFrom": "2020-04-01"}"""))
                    .build(), BodyHandlers.ofString());
            assertThat(conflict.body()).contains("\"code\":\"number-taken\"");

            service.destroy();
            assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(log)).doesNotContain("ERROR");
        } finally {
            service.destroyForcibly();
        }
    }

    @Test
    void it_says_what_it_is_made_of() throws IOException {
        try (ZipFile jar = new ZipFile(System.getProperty("portfolio.jar"))) {
            Set<String> libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> listed = new TreeSet<>();
            try (InputStream bill = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
                JsonMapper.shared()
                        .readTree(bill)
                        .get("components")
                        .forEach(component -> listed.add(
                                component.get("name").asString() + "-" + component.get("version").asString()));
            }
            // What the packaging itself adds.
            libraries.removeIf(name -> name.startsWith("spring-boot-jarmode-tools-"));
            assertThat(libraries).hasSizeGreaterThan(50);
            assertThat(listed).containsAll(libraries);
        }
    }
}
