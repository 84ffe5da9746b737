package no.ehelse.portfolio.eventstore;

import org.springframework.context.annotation.Import;

/** The event store by itself, to be imported: nobody handles commands, and nobody reads events. */
@Import({AppendOrder.class, Durability.class, EmbeddedDatabase.class, EventProcessors.class,
        EventStoreConfiguration.class, FormerRevisions.class, KnownEvents.class, LogInTables.class, LogTakeover.class,
        Recording.class, Sealing.class, TakenOverRows.class})
public class StoreAlone {

    /** Nothing but the log, to be read. */
    @Import({EmbeddedDatabase.class, LogInTables.class})
    public static class OfDatabase {}
}
