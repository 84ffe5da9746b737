package no.ehelse.portfolio;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.ehelse.portfolio.axonserver.server.AxonServerDouble;
import no.ehelse.portfolio.axonserver.server.RealAxonServer;
import org.jspecify.annotations.Nullable;

/**
 * In which event store the tests run: in tables of the database that {@link TestDatabases} chooses, or, with the system
 * property {@value #PROPERTY} set to {@code axonserver}, in an Axon Server beside it. That is a real one
 * where there is one, {@link RealAxonServer}, or else a double in this process: {@link AxonServerDouble}. Each data folder has a
 * log of its own there, under a name that no other run uses, so that the server needs neither be empty nor be emptied.
 */
public final class TestStores {

    /** The system property that chooses. */
    public static final String PROPERTY = "portfolio.test.store";

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final Map<Path, String> NAMES = new HashMap<>();
    private static @Nullable AxonServerDouble server;

    private TestStores() {}

    /** Whether it is an Axon Server. */
    public static boolean isAxonServer() {
        return "axonserver".equals(System.getProperty(PROPERTY));
    }

    /** Whether it is that of the embedded database, with its file and its backups. */
    public static boolean isEmbedded() {
        return !isAxonServer() && !TestDatabases.isPostgresql();
    }

    /** The arguments with which a service on a data folder uses its store; none where that is tables. */
    public static List<String> arguments(Path folder) {
        return isAxonServer() ? onAxonServer(folder) : List.of();
    }

    /** The arguments with which a service on a data folder uses an Axon Server, whichever was chosen. */
    public static synchronized List<String> onAxonServer(Path folder) {
        String name = NAMES.computeIfAbsent(folder.toAbsolutePath().normalize(),
                path -> "test-" + RUN + "-" + NAMES.size());
        return List.of("--spring.profiles.include=axonserver", "--axon.axonserver.servers=" + servers(),
                "--portfolio.store.log-name=" + name);
    }

    private static String servers() {
        return RealAxonServer.address().orElseGet(TestStores::ofDouble);
    }

    private static synchronized String ofDouble() {
        if (server == null) {
            server = AxonServerDouble.start();
        }
        return server.address();
    }
}
