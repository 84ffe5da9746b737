package no.ehelse.portfolio.tracing;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A receiver of traces on this machine: OTLP over HTTP. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> spans = new CopyOnWriteArrayList<>();

    /**
     * A span as it was received.
     *
     * @param parent the identifier of the span that it is part of; empty: of none
     */
    record Received(String trace, String id, String parent, String name, Map<String, String> attributes) {

        static Received of(Span span) {
            Map<String, String> attributes = new TreeMap<>();
            span.getAttributesList().forEach(pair -> attributes.put(pair.getKey(), pair.getValue().getStringValue()));
            HexFormat hex = HexFormat.of();
            return new Received(hex.formatHex(span.getTraceId().toByteArray()),
                    hex.formatHex(span.getSpanId().toByteArray()),
                    hex.formatHex(span.getParentSpanId().toByteArray()), span.getName(), attributes);
        }
    }

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                    .getResourceSpansList()
                    .forEach(resource -> resource.getScopeSpansList()
                            .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(Received.of(span)))));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** The property that sends every trace here, soon. */
    String[] properties() {
        return new String[] {"--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:"
                + server.getAddress().getPort() + "/v1/traces", "--management.tracing.sampling.probability=1.0",
                "--management.opentelemetry.tracing.export.schedule-delay=50ms"};
    }

    /** Everything that was received so far. */
    List<Received> received() {
        return List.copyOf(spans);
    }

    /** Waits for a span, and for the trace that it is part of to be there up to its root. */
    List<Received> trace(Predicate<Received> last, Predicate<Received> root) throws InterruptedException {
        while (true) {
            for (Received span : spans) {
                List<Received> trace = spans.stream().filter(other -> other.trace().equals(span.trace())).toList();
                if (last.test(span) && trace.stream().anyMatch(root)) {
                    return trace;
                }
            }
            synchronized (this) {
                wait(20);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
