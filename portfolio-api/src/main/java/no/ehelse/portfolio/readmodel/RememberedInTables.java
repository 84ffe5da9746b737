package no.ehelse.portfolio.readmodel;

import java.util.List;
import no.ehelse.portfolio.evidence.verification.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every event left a row in the read model; it stays there until that is rebuilt. */
@Component
final class RememberedInTables implements Remembered {

    private final JdbcClient database;

    RememberedInTables(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<RememberedEvent> between(long after, long before, int most) {
        return database.sql("""
                select position, event_id, aggregate, sequence
                from (select position, event_id, 'tiltak:' || number as aggregate, sequence from tiltak_entry
                      union all
                      select position, event_id, 'round:' || round, sequence from round_entry
                      union all
                      select position, event_id, 'organisation:' || organisation_id, sequence
                      from organisation_entry) remembered
                where position > ? and position < ?
                order by position
                limit ?""")
                .params(after, before, most)
                .query((row, index) -> new RememberedEvent(row.getLong(1),
                        row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }
}
