package no.ehelse.portfolio.organisation.view;

import java.util.List;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.organisation.OrganisationEvent.OrganisationRegistered;
import no.ehelse.portfolio.projection.Batch;
import no.ehelse.portfolio.projection.Envelope;

/** Keeps the tables of organisations. */
public final class OrganisationProjector {

    private final OrganisationTables tables;

    /** Projects into tables. */
    public OrganisationProjector(OrganisationTables tables) {
        this.tables = tables;
    }

    /** Gathers in a batch what an event makes of the tables; nothing where they have it. */
    public void project(OrganisationEvent event, Batch batch, Envelope envelope) {
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
