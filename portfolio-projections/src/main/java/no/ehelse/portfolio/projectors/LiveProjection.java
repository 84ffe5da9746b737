package no.ehelse.portfolio.projectors;

import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.projection.Batches;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.round.RoundEvent;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps the serving set of tables current: every event of the stream, in its order. */
@ProcessingGroup("portfolio")
public final class LiveProjection {

    private final Batches batches;
    private final Projectors projectors;

    /** Projects in batches. */
    public LiveProjection(Batches batches, Projectors projectors) {
        this.batches = batches;
        this.projectors = projectors;
    }

    @EventHandler
    void on(TiltakEvent event, DomainEventMessage<?> message, TrackingToken token) {
        handle(message, token);
    }

    @EventHandler
    void on(RoundEvent event, DomainEventMessage<?> message, TrackingToken token) {
        handle(message, token);
    }

    @EventHandler
    void on(OrganisationEvent event, DomainEventMessage<?> message, TrackingToken token) {
        handle(message, token);
    }

    private void handle(DomainEventMessage<?> message, TrackingToken token) {
        batches.handle(Envelope.of(message, token),
                (batch, envelope) -> projectors.project(message.getPayload(), batch, envelope));
    }
}
