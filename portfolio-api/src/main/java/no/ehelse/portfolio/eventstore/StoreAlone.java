package no.ehelse.portfolio.eventstore;

import org.springframework.context.annotation.Import;

/** The event store by itself, to be imported: nobody handles commands, and nobody reads events. */
@Import({AppendOrder.class, EmbeddedDatabase.class, EventProcessors.class, EventStoreConfiguration.class,
        FormerRevisions.class, KnownEvents.class, LogTakeover.class, Sealing.class})
public class StoreAlone {

    /** Nothing but its database. */
    @Import(EmbeddedDatabase.class)
    public static class OfDatabase {}
}
