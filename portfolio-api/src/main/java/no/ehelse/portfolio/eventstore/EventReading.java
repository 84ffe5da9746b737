package no.ehelse.portfolio.eventstore;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The reading of events into the read model, which tries again by itself, but pauses ever longer, up to a minute. */
@Component
final class EventReading {

    private final EventProcessingConfiguration processors;

    EventReading(@Lazy EventProcessingConfiguration processors) {
        this.processors = processors;
    }

    /** Ends the pause: what it met is over. */
    void goOn() {
        TrackingEventProcessor reader = processors
                .eventProcessor(EventProcessors.PORTFOLIO, TrackingEventProcessor.class)
                .orElseThrow();
        if (reader.isError()) {
            reader.shutDown();
            reader.start();
        }
    }
}
