package no.ehelse.portfolio.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A database for what is read, and beside it an Axon Server with the events, which also carries commands and queries: that of
 * {@code AXON_AXONSERVER_SERVERS}. Each folder has a log of its own there, under a name that no other run uses; the events
 * stay there, as a server cannot be told to forget some.
 *
 * @param database the one for what is read
 * @param servers where the server listens, as the connector's {@code servers} has it
 * @param run the beginning of the names of this run's logs
 */
record OnAxonServer(Database database, String servers, String run) implements Database {

    private static final String SERVERS = "AXON_AXONSERVER_SERVERS";

    /** On the server that the environment names. */
    static OnAxonServer named(Database database) {
        String servers = Objects.requireNonNullElse(System.getenv(SERVERS), "");
        if (servers.isBlank()) {
            throw new IllegalArgumentException("benchmark.store=axonserver: " + SERVERS + " does not say where it is.");
        }
        return new OnAxonServer(database, servers, "benchmark-" + UUID.randomUUID().toString().substring(0, 8) + "-");
    }

    @Override
    public String label() {
        return "an Axon Server, read from " + database.label();
    }

    @Override
    public List<String> arguments(Path folder) {
        List<String> arguments = new ArrayList<>(database.arguments(folder));
        arguments.addAll(List.of("--spring.profiles.include=axonserver", "--axon.axonserver.servers=" + servers,
                "--portfolio.store.log-name=" + run + folder.getFileName()));
        return arguments;
    }

    /** What the database takes; what the server does is not seen from here. */
    @Override
    public long size(Path folder) {
        return database.size(folder);
    }
}
