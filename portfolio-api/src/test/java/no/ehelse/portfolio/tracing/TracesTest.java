package no.ehelse.portfolio.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestStores;
import no.ehelse.portfolio.tracing.Collector.Received;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request is one trace, from HTTP to the read model, where somebody wants to have it. */
@Timeout(600)
@ExtendWith(OutputCaptureExtension.class)
@Isolated("It reads the log of the process")
class TracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SENDERS_SPAN = "b7ad6b7169203331";
    private static final String TILTAK = """
            {"number": 1, "name": "Fortrolig navn", "effectiveFrom": "2020-04-01"}""";

    @TempDir
    private Path folder;

    /** What the logging of a service remembers in its process, and so in that of the other tests. */
    @AfterEach
    void forgetTheFormatOfTheLog() {
        String unused =
                System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
    }

    @Test
    void one_request_is_one_trace_through_command_event_and_projection() throws Exception {
        try (Collector collector = new Collector();
                RunningPortfolio portfolio = RunningPortfolio.with(folder, collector.properties())) {
            assertThat(portfolio.get("/actuator/health").statusCode()).isEqualTo(200);
            HttpResponse<String> answer = portfolio.send("/api/tiltak", TILTAK, "traceparent",
                    "00-" + TRACE + "-" + SENDERS_SPAN + "-01", "tracestate", "vendor=secret", "baggage", "a=secret");
            assertThat(answer.statusCode()).isEqualTo(201);

            List<Received> trace = collector.trace(span -> span.name().startsWith("Projection"),
                    span -> span.name().startsWith("http "));

            assertThat(trace).extracting(Received::trace).containsOnly(TRACE);
            Map<String, String> expected = new HashMap<>();
            expected.put("http post /api/tiltak", "the sender");
            if (TestStores.isAxonServer()) {
                expected.put("CommandBus.dispatchDistributedCommand(RegisterTiltak)", "http post /api/tiltak");
                expected.put("CommandBus.handleDistributedCommand(RegisterTiltak)",
                        "CommandBus.dispatchDistributedCommand(RegisterTiltak)");
                expected.put("CommandBus.dispatchCommand(RegisterTiltak)",
                        "CommandBus.handleDistributedCommand(RegisterTiltak)");
            } else {
                expected.put("CommandBus.dispatchCommand(RegisterTiltak)", "http post /api/tiltak");
            }
            expected.put("CommandBus.handleCommand(RegisterTiltak)", "CommandBus.dispatchCommand(RegisterTiltak)");
            expected.put("Repository.obtainLock", "CommandBus.handleCommand(RegisterTiltak)");
            expected.put("Tiltak.handle(RegisterTiltak,Circumstances)",
                    "CommandBus.handleCommand(RegisterTiltak)");
            expected.put("EventBus.publishEvent(TiltakRegistered)", "Tiltak.handle(RegisterTiltak,Circumstances)");
            expected.put("EventBus.commitEvents", "Tiltak.handle(RegisterTiltak,Circumstances)");
            expected.put("Projection(TiltakRegistered)", "EventBus.publishEvent(TiltakRegistered)");
            expected.put("LiveProjection.on(TiltakEvent,DomainEventMessage,TrackingToken)",
                    "Projection(TiltakRegistered)");
            assertThat(above(trace)).as("each span, and what it is part of").isEqualTo(expected);
            assertThat(collector.received()).as("nobody follows looks at the health")
                    .noneMatch(span -> span.attributes().toString().contains("/actuator"));
            assertThat(trace.toString()).doesNotContain("Fortrolig")
                    .doesNotContain("office")
                    .doesNotContain("secret");
        }
    }

    /** In an Axon Server, commands have longer names, by log. */
    private static String shortName(Received span) {
        return span.name().replaceAll("\\([a-z0-9-]+/[a-z.]+\\.TiltakCommand\\$", "(");
    }

    /** The name of each span, and the name of the span that it is part of. */
    private static Map<String, String> above(List<Received> trace) {
        Map<String, String> names = new HashMap<>(
                trace.stream().collect(Collectors.toMap(Received::id, TracesTest::shortName)));
        names.put(SENDERS_SPAN, "the sender");
        return trace.stream()
                .collect(Collectors.toMap(TracesTest::shortName, span -> names.getOrDefault(span.parent(), "unknown"),
                        (one, other) -> one.equals(other) ? one : one + ", " + other));
    }

    @Test
    void an_event_of_a_traced_request_says_so_and_is_evidence() throws Exception {
        try (Collector collector = new Collector();
                RunningPortfolio portfolio = RunningPortfolio.with(folder, collector.properties())) {
            assertThat(portfolio.send("/api/tiltak", TILTAK, "traceparent",
                    "00-" + TRACE + "-" + SENDERS_SPAN + "-01", "tracestate", "vendor=secret").statusCode())
                    .isEqualTo(201);
            assertThat(portfolio.send("/api/tiltak/1/status", """
                    {"status": "RED", "effectiveFrom": "2020-05-01"}""", "traceparent",
                    "00-" + TRACE + "-" + SENDERS_SPAN + "-00").statusCode()).isEqualTo(200);

            List<Map<String, Object>> metaData = new ArrayList<>();
            portfolio.log().forEach(event -> metaData.add(new HashMap<>(event.getMetaData())));
            assertThat(String.valueOf(metaData.getFirst().get("traceparent")))
                    .matches("00-" + TRACE + "-[0-9a-f]{16}-01");
            assertThat(metaData.getFirst().keySet()).isEqualTo(
                    Set.of("user", "roles", "source", "seal", "traceparent"));
            assertThat(metaData.getLast().keySet()).as("a request that its sender does not trace")
                    .isEqualTo(Set.of("user", "roles", "source", "seal"));
            assertThat(portfolio.get("/api/audit/verification").body()).contains("\"intact\":true");
        }
    }

    @Test
    void nobody_who_did_not_ask_for_traces_has_any() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(portfolio.send("/api/tiltak", TILTAK, "traceparent",
                    "00-" + TRACE + "-" + SENDERS_SPAN + "-01").statusCode()).isEqualTo(201);

            assertThatThrownBy(() -> portfolio.bean(OpenTelemetry.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThat(portfolio.bean(SpanFactory.class)).isSameAs(NoOpSpanFactory.INSTANCE);
            assertThat(portfolio.log().getFirst().getMetaData()).doesNotContainKey("traceparent");
        }
    }

    @Test
    void a_line_of_the_log_says_of_which_request_and_trace_it_is_and_never_what_was_sent(CapturedOutput output)
            throws Exception {
        Stream<String> properties = Stream.of("--logging.structured.format.console=ecs",
                "--logging.level.no.ehelse.portfolio.requests=info");
        try (Collector collector = new Collector();
                RunningPortfolio portfolio = RunningPortfolio.with(folder,
                        Stream.concat(properties, Stream.of(collector.properties())).toArray(String[]::new))) {
            assertThat(portfolio.send("/api/tiltak?hemmelig=1", TILTAK, "X-Request-Id", "given-by-the-sender",
                    "traceparent", "00-" + TRACE + "-" + SENDERS_SPAN + "-01").statusCode()).isEqualTo(400);
            assertThat(portfolio.send("/api/tiltak", TILTAK, "X-Request-Id", "and-another-one", "traceparent",
                    "00-" + TRACE + "-" + SENDERS_SPAN + "-01").statusCode()).isEqualTo(201);

            List<JsonNode> lines = output.getOut()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(line -> JsonMapper.shared().readTree(line))
                    .filter(line -> line.path("log").path("logger").asString().equals("no.ehelse.portfolio.requests"))
                    .toList();
            assertThat(lines).extracting(line -> line.get("request").stringValue())
                    .isEqualTo(List.of("given-by-the-sender", "and-another-one"));
            assertThat(lines).extracting(line -> line.get("traceId").stringValue()).containsOnly(TRACE);
            assertThat(lines.getLast().get("message").stringValue())
                    .matches("office POST /api/tiltak -> 201 in [0-9]+ ms");
            assertThat(output.getAll()).doesNotContain("hemmelig")
                    .doesNotContain("Fortrolig")
                    .doesNotContain(RunningPortfolio.OFFICE.substring("Basic ".length()));
        }
    }

    @Test
    void a_line_of_text_has_the_trace_too_where_there_is_one(CapturedOutput output) throws Exception {
        try (Collector collector = new Collector();
                RunningPortfolio portfolio = RunningPortfolio.with(folder, Stream
                        .concat(Stream.of("--logging.level.no.ehelse.portfolio.requests=info"),
                                Stream.of(collector.properties()))
                        .toArray(String[]::new))) {
            assertThat(portfolio.send("/api/tiltak", TILTAK, "X-Request-Id", "known", "traceparent",
                    "00-" + TRACE + "-" + SENDERS_SPAN + "-01").statusCode()).isEqualTo(201);
        }
        assertThat(output.getOut()).contains("[known -] [" + TRACE + "] ");
    }
}
