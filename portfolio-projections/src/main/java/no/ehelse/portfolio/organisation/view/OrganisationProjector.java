package no.ehelse.portfolio.organisation.view;

import java.util.List;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.organisation.OrganisationEvent.OrganisationRegistered;
import no.ehelse.portfolio.projection.Batch;
import no.ehelse.portfolio.projection.Batches;
import no.ehelse.portfolio.projection.Envelope;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps the tables of organisations. */
@ProcessingGroup("portfolio")
public final class OrganisationProjector {

    private final Batches batches;
    private final OrganisationTables tables;

    /** Projects into tables. */
    public OrganisationProjector(Batches batches, OrganisationTables tables) {
        this.batches = batches;
        this.tables = tables;
    }

    @EventHandler
    void on(OrganisationEvent event, DomainEventMessage<?> message, TrackingToken token) {
        batches.handle(Envelope.of(message, token), (batch, envelope) -> project(event, batch, envelope));
    }

    private void project(OrganisationEvent event, Batch batch, Envelope envelope) {
        if (envelope.position() <= batch.from() && tables.has(envelope.eventId())) {
            return;
        }
        OrganisationChanges changes = batch.part(OrganisationChanges.class, () -> new OrganisationChanges(tables));
        switch (event) {
            case OrganisationRegistered registered -> changes.add(
                    new OrganisationView(registered.id(), registered.name(), registered.group(), registered.aliases(),
                            envelope.position()),
                    new OrganisationTables.Entry(envelope, registered.id(),
                            List.of(new Change("name", null, registered.name()),
                                    new Change("group", null, registered.group().name()))));
        }
    }
}
