package no.ehelse.portfolio.axonserver.server;

import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A double of an Axon Server, for tests: NOT a real one. It speaks the protocol of platform, events, commands and queries over
 * a port, so that the connector and everything behind it are the real ones, and is as strict as the real one where that is
 * known: sequence numbers of an aggregate without gaps (AXONIQ-2000), all events of a transaction or none, tokens from 0, as
 * many events and commands as permits were given, one handler for all commands with one routing key, AXONIQ-4000 where nobody
 * handles a command. It keeps everything in memory, also while it is stopped, and has every context that is asked for.
 */
public final class AxonServerDouble implements AutoCloseable {

    static final Context.Key<ContextDouble> CONTEXT = Context.key("context");

    private static final Metadata.Key<String> CONTEXT_HEADER =
            Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER);

    private final Map<String, ContextDouble> contexts = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final int port;
    private @Nullable Server server;

    private AxonServerDouble(int port) {
        this.port = port;
    }

    /** Starts one on a free port. */
    public static AxonServerDouble start() {
        AxonServerDouble server = new AxonServerDouble(freePort());
        server.resume();
        return server;
    }

    /**
     * Runs one until the process is ended, for whoever wants to look at the service beside it.
     *
     * @param arguments the port; without one that of a real server, 8124
     */
    public static void main(String[] arguments) throws InterruptedException {
        AxonServerDouble server = new AxonServerDouble(arguments.length == 0 ? 8124 : Integer.parseInt(arguments[0]));
        server.resume();
        System.out.println("A double of an Axon Server listens at " + server.address() + ", and forgets at its end.");
        Objects.requireNonNull(server.server).awaitTermination();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, as the connector's {@code servers} has it. */
    public String address() {
        return "localhost:" + port;
    }

    /** How often anybody called it. */
    public int calls() {
        return calls.get();
    }

    /** What it has in a context. */
    public ContextDouble context(String name) {
        return contexts.computeIfAbsent(name, key -> new ContextDouble());
    }

    /** Listens again, with what it had. */
    public synchronized void resume() {
        ServerBuilder<?> builder = ServerBuilder.forPort(port).intercept(new ByContext());
        List.<BindableService>of(new PlatformDouble(port), new EventStoreDouble(), new CommandsDouble(),
                new QueriesDouble()).forEach(builder::addService);
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks every connection off, and listens no more. */
    public synchronized void stop() {
        try {
            boolean ended = Objects.requireNonNull(server).shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
            if (!ended) {
                throw new IllegalStateException("it does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Puts the context that a call is about where services find it. */
    private final class ByContext implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
                ServerCallHandler<Q, A> next) {
            calls.incrementAndGet();
            String name = Objects.requireNonNullElse(headers.get(CONTEXT_HEADER), "default");
            return Contexts.interceptCall(Context.current().withValue(CONTEXT, context(name)), call, headers, next);
        }
    }
}
