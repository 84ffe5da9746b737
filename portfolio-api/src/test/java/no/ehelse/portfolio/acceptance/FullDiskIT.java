package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up under load: a small file system, made for this, which takes root on Linux. */
@EmbeddedStoreOnly("It fills the disk that the store's file is on")
class FullDiskIT {

    /** What the service wants to be left, and the next commands write. */
    private static final long NEARLY_FULL = 17 << 20;

    @TempDir
    private Path folder;

    private Path disk;
    private Path ballast;
    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        ballast = disk.resolve("ballast");
        mounted = isDone("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString());
        assumeTrue(mounted, "a small file system can be mounted here (it takes root on Linux)");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(isDone("umount", disk.toString())).isTrue();
        }
    }

    private static boolean isDone(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException unknown) {
            return false;
        }
    }

    @Test
    void commands_stop_before_the_disk_is_full_and_go_on_when_there_is_room() throws IOException, InterruptedException {
        try (Service service = Service.start(disk.resolve("data"))) {
            Load load = Load.on(service);
            load.awaitMore();

            fillUntil(NEARLY_FULL);
            load.awaitRefusals();
            assertThat(service.isReady()).isFalse();
            assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(service.get("/api/portfolio").status()).as("reading goes on").isEqualTo(200);
            assertThat(service.get("/api/tiltak/1/history").status()).as("reading goes on").isEqualTo(200);
            Files.delete(ballast);
            Load.await("readiness", service::isReady);
            load.awaitMore();

            load.end();
            load.account("A disk that is nearly full", service);
        }
    }

    @Test
    void a_disk_that_somebody_else_fills_loses_nothing() throws IOException, InterruptedException {
        try (Service service = Service.start(disk.resolve("data"))) {
            Load load = Load.on(service);
            for (int time = 0; time < 3; time++) {
                load.awaitMore();
                fillUntil(0);
                load.awaitRefusals();
                assertThat(service.isReady()).isFalse();
                assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
                Files.delete(ballast);
                Load.await("readiness", service::isReady);
            }
            load.awaitMore();

            load.end();
            load.account("A full disk, three times", service);
        }
    }

    private void fillUntil(long left) throws IOException {
        byte[] some = new byte[64 << 10];
        try (OutputStream file = Files.newOutputStream(ballast)) {
            while (disk.toFile().getUsableSpace() > left) {
                file.write(some);
            }
        } catch (IOException full) {
            assertThat(left).as(full.toString()).isZero();
        }
    }
}
