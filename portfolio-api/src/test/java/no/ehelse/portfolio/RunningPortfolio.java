package no.ehelse.portfolio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.StoredLog;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a folder of its own, at a port of its own, as senders meet it. */
public final class RunningPortfolio implements AutoCloseable {

    static {
        // As the service's main method does.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningPortfolio(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it, with further configuration where a test needs it. */
    public static RunningPortfolio on(Path folder, Class<?>... further) {
        return started(folder, List.of(further), List.of());
    }

    /** Starts it with further properties, as on the command line. */
    public static RunningPortfolio with(Path folder, String... properties) {
        return started(folder, List.of(), List.of(properties));
    }

    private static RunningPortfolio started(Path folder, List<Class<?>> further, List<String> properties) {
        List<Class<?>> sources = new ArrayList<>(List.of(PortfolioApplication.class));
        sources.addAll(further);
        return started(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)), folder, properties);
    }

    /** Starts it on the embedded store, whatever the other tests run on. */
    public static RunningPortfolio embedded(Path folder, String... properties) {
        return run(new SpringApplicationBuilder(PortfolioApplication.class), folder, List.of(properties));
    }

    /** Starts it on PostgreSQL, whatever the other tests run on. */
    public static RunningPortfolio onPostgresql(Path folder) {
        return run(new SpringApplicationBuilder(PortfolioApplication.class), folder, TestDatabases.postgresql(folder));
    }

    /** Starts an application that a test has made ready, with further properties. */
    public static RunningPortfolio started(SpringApplicationBuilder application, Path folder,
            List<String> properties) {
        List<String> arguments = new ArrayList<>();
        if (properties.stream().noneMatch(property -> property.startsWith("--spring.datasource.url="))) {
            arguments.addAll(TestDatabases.arguments(folder));
            arguments.addAll(TestStores.arguments(folder));
        }
        arguments.addAll(properties);
        return run(application, folder, arguments);
    }

    private static RunningPortfolio run(SpringApplicationBuilder application, Path folder, List<String> properties) {
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--portfolio.data-dir=" + folder,
                        "--logging.level.root=warn"));
        if (properties.stream().noneMatch(property -> property.startsWith(PASSWORD_PROPERTY))) {
            arguments.add(PASSWORD_PROPERTY + PASSWORD);
        }
        arguments.addAll(properties);
        return new RunningPortfolio(application.run(arguments.toArray(String[]::new)));
    }

    /** An answer as far as tests compare it. */
    public record Answer(int status, String body) {}

    private static final String PASSWORD_PROPERTY = "--portfolio.security.office-password=";
    private static final String PASSWORD = "prøve-passord";

    /** The header {@code Authorization} of the user who may do everything. */
    public static final String OFFICE = basic("office", PASSWORD);

    /** The header {@code Authorization} of a local user. */
    public static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a command; headers are names and values in turn. */
    public HttpResponse<String> send(String address, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request.build());
    }

    /** Sends a command, and leaves the headers of the answer out. */
    public Answer post(String address, String body, String... headers) {
        HttpResponse<String> response = send(address, body, headers);
        return new Answer(response.statusCode(), response.body());
    }

    /** Reads. */
    public HttpResponse<String> get(String address) {
        return exchange(HttpRequest.newBuilder(uri(address)).GET().build());
    }

    /** Sends any request, as the office if it says nothing else. */
    public HttpResponse<String> exchange(HttpRequest request) {
        return asSent(request.headers().firstValue("Authorization").isPresent() ? request
                : HttpRequest.newBuilder(request, (name, value) -> true).header("Authorization", OFFICE).build());
    }

    /** Sends a request as it is. */
    public HttpResponse<String> asSent(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The URI of an address here. */
    public URI uri(String address) {
        return URI.create("http://localhost:" + port() + address);
    }

    /** Where it listens. */
    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer()).getPort();
    }

    /** Sends a command past HTTP, as the service itself does. */
    public Recorded send(Object command) {
        return bean(CommandGateway.class).sendAndWait(
                GenericCommandMessage.asCommandMessage(command).withMetaData(Provenance.of(Actor.SYSTEM)));
    }

    /** The whole log in its order. */
    public List<TrackedEventMessage<?>> log() {
        long end = bean(StoredLog.class).end();
        List<TrackedEventMessage<?>> log = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> all = bean(EventStore.class).openStream(null)) {
            while (end > 0 && (log.isEmpty() || log.getLast().trackingToken().position().orElseThrow() < end)) {
                log.add(all.nextAvailable());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return log;
    }

    /** The events of a tiltak, round or organisation, as they are stored. */
    public List<StoredEvent> stored(String aggregateIdentifier) {
        return stored().stream().filter(event -> event.aggregate().equals(aggregateIdentifier)).toList();
    }

    /** All events as they are stored, in their order. */
    public List<StoredEvent> stored() {
        StoredLog log = bean(StoredLog.class);
        List<StoredEvent> events = new ArrayList<>();
        log.read(StoredLog.START, log.end(), events::add);
        return events;
    }

    /** The position of the last event; 0: there is none. */
    public long head() {
        return bean(StoredLog.class).end();
    }

    /** How many events are stored. */
    public long events() {
        return bean(StoredLog.class).count();
    }

    /** A part of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
