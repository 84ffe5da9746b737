package no.ehelse.portfolio.upkeep.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.ehelse.portfolio.discovery.WithoutStore;
import no.ehelse.portfolio.upkeep.start.ImageDefinition.Instruction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps of the image, with the very commands of its definition, in folders instead of layers: what an engine adds (other
 * users, a root that cannot be written) is not here.
 */
@WithoutStore
class ImageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** The first one that can make an AOT cache in one step. */
    private static final int JAVA = 25;

    @TempDir
    private Path folder = Path.of("");

    private static final String JAVA_COMMAND = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final ImageDefinition image = ImageDefinition.of(read(Path.of("..", "docker", "Dockerfile")));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void its_steps_make_a_service_that_starts_from_the_cache_and_whose_health_is_seen_from_outside() throws Exception {
        assumeTrue(Runtime.version().feature() >= JAVA, "the image has Java 25; this build runs on an older one");
        for (Instruction instruction : image.instructions()) {
            switch (instruction.word()) {
                case "COPY" -> copy(instruction);
                case "RUN" -> {
                    if (instruction.list().getFirst().equals("java")) {
                        assertThat(finished(instruction.stage(), instruction.list(), Map.of())).isZero();
                    }
                }
                default -> {
                    // Says something about the image, and does nothing.
                }
            }
        }
        String port = String.valueOf(freePort());
        int last = image.instructions().getLast().stage();
        // With "on" instead of "auto" the JVM does not start where the cache does not fit.
        Map<String, String> environment =
                Map.of("SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", port, "PORTFOLIO_DATADIR",
                        folder.resolve("data").toString(), "JDK_JAVA_OPTIONS", "-XX:AOTMode=on");
        // What an operator adds for the service would keep a check from starting that took it over.
        Map<String, String> outside = Map.of("SERVER_PORT", port, "JDK_JAVA_OPTIONS", "-Xms1g -XX:+UseG1GC");
        List<String> health = image.ofImage("HEALTHCHECK").getFirst().list();
        assertThat(finished(last, health, outside)).isEqualTo(1);

        Process service = started(last, image.ofImage("ENTRYPOINT").getFirst().list(), environment);
        try {
            Instant deadline = Instant.now().plus(PATIENCE);
            while (finished(last, health, outside) != 0) {
                assertThat(service.isAlive()).as(log()).isTrue();
                assertThat(Instant.now()).as(log()).isBefore(deadline);
            }
            service.destroy();
            assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(log()).doesNotContain("ERROR", "[warning][aot");
            assertThat(finished(last, health, outside)).isEqualTo(1);
        } finally {
            service.destroyForcibly();
        }
    }

    @Test
    void rehearsal_leaves_the_database_alone_that_the_environment_names() throws Exception {
        Files.createDirectories(stage(0));
        int status = finished(0, List.of("java", "-jar", Objects.requireNonNull(System.getProperty("portfolio.jar")),
                "--portfolio.rehearsal"), Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://db.example.no/portfolio"));

        assertThat(status).isEqualTo(1);
        assertThat(log()).contains("A rehearsal is on a store of its own: leave spring.datasource.url out.");
    }

    private Path stage(int number) {
        return folder.resolve("stage-" + number);
    }

    private void copy(Instruction copy) throws IOException {
        List<String> words = new ArrayList<>(copy.words());
        words.removeIf(word -> word.startsWith("--chown="));
        Path target = stage(copy.stage());
        Files.createDirectories(target);
        if (words.getFirst().startsWith("--from=")) {
            int from = words.getFirst().equals("--from=layers") ? 1 : 2;
            Path source = stage(from).resolve(words.get(1).replaceFirst("^/(build|application)/", ""));
            tree(source, Files.isDirectory(source) ? target : target.resolve(words.get(2)));
        } else if (words.getFirst().endsWith("*.jar")) {
            tree(Path.of(Objects.requireNonNull(System.getProperty("portfolio.jar"))), target.resolve(words.get(1)));
        } else {
            tree(Path.of("..").resolve(words.getFirst()), target.resolve(words.get(1)));
        }
    }

    /** With the dates, which the cache is checked against. */
    private static void tree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = file.equals(from) ? to : to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
                Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
            }
        }
    }

    private Process started(int stage, List<String> command, Map<String, String> environment) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.replaceAll(word -> word.equals("java") ? JAVA_COMMAND : word);
        ProcessBuilder process = new ProcessBuilder(words).directory(stage(stage).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(words.contains("-cp") ? "health" : "log").toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("JDK"));
        process.environment().putAll(environment);
        return process.start();
    }

    /** With which status it ends. */
    private int finished(int stage, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Process process = started(stage, command, environment);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
