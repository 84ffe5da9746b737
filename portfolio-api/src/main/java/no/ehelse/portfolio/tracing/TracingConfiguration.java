package no.ehelse.portfolio.tracing;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The framework's part in traces; there is none where traces are sent nowhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TracingConfiguration.ENDPOINT)
class TracingConfiguration {

    /** Where traces are sent to, by OTLP over HTTP. */
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Bean
    SpanFactory spanFactory(OpenTelemetry telemetry) {
        return new MessageSpans(telemetry.getTracer("no.ehelse.portfolio"));
    }

    @Bean
    EventProcessorSpanFactory eventProcessorSpanFactory(SpanFactory spans, Clock clock) {
        return new ProjectionSpans(spans, clock);
    }

    /** Scrapes and looks at the health come every few seconds, and nobody follows them. */
    @Bean
    SpanExportingPredicate withoutManagement() {
        return span -> !span.getTags().getOrDefault("uri", "").startsWith("/actuator");
    }
}
