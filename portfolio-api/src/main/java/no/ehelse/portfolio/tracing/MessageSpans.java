package no.ehelse.portfolio.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.jspecify.annotations.Nullable;

/**
 * Spans of messages. A message takes with it which span it was sent in, and nothing else that a sender may have said: what an
 * event takes with it stays in the log.
 */
final class MessageSpans extends OpenTelemetrySpanFactory {

    /** Metadata key: the span in which a message was sent, as W3C Trace Context writes it. */
    static final String PARENT = "traceparent";

    MessageSpans(Tracer tracer) {
        super(builder().tracer(tracer)
                .contextPropagators(W3CTraceContextPropagator.getInstance())
                .textMapSetter(MessageSpans::setParent));
    }

    private static void setParent(@Nullable Map<String, String> metaData, String key, String value) {
        if (metaData != null && key.equals(PARENT)) {
            metaData.put(key, value);
        }
    }

    /** An event of a request that is not traced has nothing to say about it, for ever. */
    @Override
    public <M extends Message<?>> M propagateContext(M message) {
        boolean isTraced = Span.current().getSpanContext().isSampled();
        return message instanceof EventMessage && !isTraced ? message : super.propagateContext(message);
    }
}
