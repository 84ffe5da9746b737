package no.ehelse.portfolio.tracing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.SpanScope;

/**
 * Spans of events that are read into the read model, in the trace of the request that they came from: from when an event is
 * taken up until it can be read. Events that are read again later, by a rebuild or after an outage, are part of no request.
 */
final class ProjectionSpans implements EventProcessorSpanFactory {

    /** An event that is older is not waited for by its request any more. */
    private static final Duration OF_A_REQUEST = Duration.ofMinutes(2);

    private final SpanFactory spans;
    private final Clock clock;

    ProjectionSpans(SpanFactory spans, Clock clock) {
        this.spans = spans;
        this.clock = clock;
    }

    @Override
    public Span createBatchSpan(boolean streaming, List<? extends EventMessage<?>> events) {
        return NoOpSpanFactory.NoOpSpan.INSTANCE;
    }

    @Override
    public Span createProcessEventSpan(boolean streaming, EventMessage<?> event) {
        boolean isOfRequest = event.getMetaData().containsKey(MessageSpans.PARENT)
                && event.getTimestamp().isAfter(clock.instant().minus(OF_A_REQUEST));
        if (!isOfRequest) {
            return NoOpSpanFactory.NoOpSpan.INSTANCE;
        }
        return streaming ? new UntilItCanBeRead(spans.createChildHandlerSpan(() -> "Projection", event))
                : spans.createChildHandlerSpan(() -> "Register", event);
    }

    /** A span that ends with the batch that its event is part of: with its commit, or its failure. */
    private record UntilItCanBeRead(Span span) implements Span {

        @Override
        public Span start() {
            span.start();
            return this;
        }

        @Override
        public SpanScope makeCurrent() {
            return span.makeCurrent();
        }

        @Override
        public void end() {
            CurrentUnitOfWork.get().root().onCleanup(over -> span.end());
        }

        @Override
        public Span recordException(Throwable failure) {
            span.recordException(failure);
            return this;
        }
    }
}
