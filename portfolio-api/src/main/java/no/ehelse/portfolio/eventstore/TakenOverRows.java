package no.ehelse.portfolio.eventstore;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events of a log that is taken over, on their way into the table, in the transaction of the caller. */
@WhereLogIsInTables
final class TakenOverRows implements TakenOverEvents {

    private final JdbcClient database;
    private final SerialisedAppends engine;

    TakenOverRows(JdbcClient database, SerialisedAppends engine) {
        this.database = database;
        this.engine = engine;
    }

    @Override
    public boolean isAllOrNothing() {
        return true;
    }

    @Override
    public void numberFromOne() {
        database.sql("alter table domain_event_entry alter column global_index restart with 1").update();
    }

    @Override
    public List<String> taken(List<String> identifiers) {
        return database.sql("select event_identifier from domain_event_entry where event_identifier in (:identifiers)")
                .param("identifiers", identifiers)
                .query((row, index) -> row.getString(1))
                .list();
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        engine.appendAsRecorded(events);
    }
}
