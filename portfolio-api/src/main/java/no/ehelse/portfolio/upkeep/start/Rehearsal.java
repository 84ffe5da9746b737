package no.ehelse.portfolio.upkeep.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.upkeep.Refused;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/**
 * A run of the service that ends by itself, on a store of its own that is thrown away: a JVM that is told to watch it
 * ({@code -XX:AOTCacheOutput}) starts the service faster afterwards.
 */
public final class Rehearsal {

    private static final String ASKED = "portfolio.rehearsal";

    /** Often enough that what every request passes is worth remembering. */
    private static final int TIMES = 25;

    private static final List<String> READINGS =
            List.of("/actuator/health/readiness", "/api/portfolio", "/api/portfolio/counts?round=2020-10&by=status",
                    "/api/portfolio/changes?from=round:2020-10&to=round:2022-06", "/api/tiltak/125/history",
                    "/api/rounds/2022-06/report", "/api/audit");

    private Rehearsal() {}

    /** Whether the arguments ask for it, and not for the service. */
    public static boolean isAsked(String... arguments) {
        return new SimpleCommandLinePropertySource(arguments).containsProperty(ASKED);
    }

    /**
     * Starts the service with the sample data, reads from it, and stops it.
     *
     * @throws Refused if the environment names a database, which is nobody's to rehearse on
     */
    public static void run(Class<?> service) throws IOException {
        if (new StandardEnvironment().containsProperty("spring.datasource.url")) {
            throw new Refused("A rehearsal is on a store of its own: leave spring.datasource.url out.");
        }
        Path folder = Files.createTempDirectory("portfolio-rehearsal");
        try (ConfigurableApplicationContext context = SpringApplication.run(service, arguments(folder))) {
            String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
            for (int time = 0; time < TIMES; time++) {
                for (String reading : READINGS) {
                    read(URI.create("http://127.0.0.1:" + port + reading));
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** What is configured for the service is not for its rehearsal: neither its files nor its profiles. */
    private static String[] arguments(Path folder) {
        return new String[] {"--spring.config.location=classpath:/", "--spring.profiles.active=",
                "--portfolio.data-dir=" + folder, "--portfolio.evidence.seal-key-file=", "--portfolio.backup.dir="
                        + folder.resolve("backups"),
                "--portfolio.sample-data=true",
                "--portfolio.security.public-reading=everything", "--axon.axonserver.enabled=false",
                "--server.address=127.0.0.1", "--server.port=0"};
    }

    private static void read(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(address + " is answered with " + status);
        }
        connection.getInputStream().readAllBytes();
    }
}
