package no.ehelse.portfolio.axonserver.server;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A real Axon Server for tests: the one that the environment names as {@value #SERVERS}, or else one that Docker runs where
 * it is there; one for all tests of this process, which end it.
 */
public final class RealAxonServer {

    /** The variable of the environment that names one, as the service itself reads it. */
    public static final String SERVERS = "AXON_AXONSERVER_SERVERS";

    /** That of {@code docker/compose.axonserver.yaml}. */
    static final String IMAGE = "docker.axoniq.io/axoniq/axonserver:2025.2.7";

    private static final int GRPC = 8124;
    private static final int HTTP = 8024;

    private static boolean looked;
    private static @Nullable String address;

    private RealAxonServer() {}

    /** Where it listens, as the connector's {@code servers} has it; empty: there is none. */
    public static synchronized Optional<String> address() {
        if (!looked) {
            looked = true;
            String named = System.getenv(SERVERS);
            address = named != null && !named.isBlank() ? named : inDocker();
        }
        return Optional.ofNullable(address);
    }

    private static @Nullable String inDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return null;
        }
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withEnv("AXONIQ_AXONSERVER_STANDALONE", "TRUE")
                .withEnv("AXONIQ_AXONSERVER_HOSTNAME", "localhost")
                .withExposedPorts(GRPC, HTTP)
                .waitingFor(Wait.forHttp("/actuator/health").forPort(HTTP).forStatusCode(200))
                .withStartupTimeout(Duration.ofMinutes(3));
        try {
            container.start();
        } catch (ContainerLaunchException failed) {
            System.out.println("Docker is there, and runs no Axon Server: " + failed.getMessage());
            container.close();
            return null;
        }
        return container.getHost() + ":" + container.getMappedPort(GRPC);
    }
}
