package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import no.ehelse.portfolio.PostgresqlOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is gone for a while, under load: cut off, silent, stopped. */
@PostgresqlOnly("It is about a database that can be gone while the service is there")
class DatabaseLossIT {

    @TempDir
    private Path folder;

    @Test
    void a_database_that_is_gone_for_a_while_loses_nothing() throws IOException, InterruptedException {
        int port = freePort();
        EmbeddedPostgres postgres = postgres(port);
        try (CutNetwork network = new CutNetwork(port);
                Service service = Service.start(folder.resolve("data"), "--spring.profiles.active=postgresql",
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + network.port()
                                + "/postgres?socketTimeout=4")) {
            Load load = Load.on(service);
            load.awaitMore();
            Load.await("every tiltak can be read", () -> tiltakOf(service) == Load.TILTAK);

            network.cut();
            assertAway(service, load);
            network.mend();
            Load.await("readiness", service::isReady);
            load.awaitMore();

            network.swallow();
            assertAway(service, load);
            network.deliver();
            Load.await("readiness", service::isReady);
            load.awaitMore();

            postgres.close();
            assertAway(service, load);
            postgres = postgres(port);
            Load.await("readiness", service::isReady);
            load.awaitMore();

            load.end();
            load.account("A database gone three times", service);
        } finally {
            postgres.close();
        }
    }

    private static void assertAway(Service service, Load load) throws InterruptedException {
        load.awaitRefusals();
        assertThat(tiltakOf(service)).isEqualTo(Load.TILTAK);
        assertThat(service.get("/actuator/health/reading").status()).isEqualTo(200);
        assertThat(service.isReady()).isFalse();
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        TimeUnit.SECONDS.sleep(1);
        assertThat(service.isReady()).isFalse();
    }

    private static int tiltakOf(Service service) {
        return service.read("/api/portfolio?at=2020-03-01").get("total").intValue();
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
