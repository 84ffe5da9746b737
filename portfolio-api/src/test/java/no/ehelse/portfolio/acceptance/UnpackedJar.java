package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The jar that is delivered, unpacked and rehearsed as the image does it, so that a process of it is there in half the time.
 * The image has an AOT cache, for which Java 25 is needed; this has an archive of classes, which Java 21 knows too.
 */
final class UnpackedJar {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String ARCHIVE = "classes.jsa";

    private static @Nullable Path folder;

    private UnpackedJar() {}

    /** The command that starts it, by a JVM that is there sooner than one that has to be fast for long; arguments may follow. */
    static List<String> command() throws IOException, InterruptedException {
        Path unpacked = unpacked();
        return Stream.concat(Stream.of(JAVA, "-Xmx512m", "-XX:SharedArchiveFile=" + unpacked.resolve(ARCHIVE)),
                jar(unpacked)).toList();
    }

    /** Unpacked once for each jar: the tests on the one database and on the other are two processes. */
    private static synchronized Path unpacked() throws IOException, InterruptedException {
        if (folder == null) {
            Path packed = Path.of(Objects.requireNonNull(System.getProperty("portfolio.jar")));
            Path target = packed.resolveSibling("unpacked-" + Files.getLastModifiedTime(packed).toMillis() + "-java"
                    + Runtime.version().feature());
            if (!Files.exists(target.resolve(ARCHIVE))) {
                FileSystemUtils.deleteRecursively(target);
                run(List.of(JAVA, "-Djarmode=tools", "-jar", packed.toString(), "extract", "--destination",
                        target.toString()));
                run(Stream.concat(Stream.of(JAVA, "-Xmx512m", "-XX:ArchiveClassesAtExit=" + target.resolve(ARCHIVE)),
                        Stream.concat(jar(target), Stream.of("--portfolio.rehearsal"))).toList());
            }
            folder = target;
        }
        return folder;
    }

    private static Stream<String> jar(Path unpacked) {
        String name = Path.of(System.getProperty("portfolio.jar")).getFileName().toString();
        return Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", unpacked.resolve(name).toString());
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
