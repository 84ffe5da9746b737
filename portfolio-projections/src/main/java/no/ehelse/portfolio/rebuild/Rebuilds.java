package no.ehelse.portfolio.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.ehelse.portfolio.projection.Json;
import no.ehelse.portfolio.projection.Sql;
import no.ehelse.portfolio.projection.TableSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The table {@code read_model_rebuild}, and the only home of its SQL. */
public final class Rebuilds {

    private static final int LONGEST_FAILURE = 4_000;

    private final JdbcClient jdbc;

    /** Reads and writes through a client. */
    public Rebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every rebuild of a read model, the latest first. */
    public List<Rebuild> of(String name) {
        return jdbc.sql("select * from read_model_rebuild where name = ? order by started_at desc, id")
                .param(name)
                .query((row, number) -> rebuild(row))
                .list();
    }

    /** The rebuild of that identity. */
    public Optional<Rebuild> find(String id) {
        return jdbc.sql("select * from read_model_rebuild where id = ?")
                .param(id)
                .query((row, number) -> rebuild(row))
                .optional();
    }

    void begin(Rebuild rebuild) {
        jdbc.sql("""
                insert into read_model_rebuild (id, name, table_set, reason, state, started_at, touched_at, position, head,
                                                events, compared, differences, examples)
                values (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, '[]')
                """)
                .params(rebuild.id(), rebuild.name(), rebuild.set().letter(), rebuild.reason(),
                        rebuild.state().name(), utc(rebuild.startedAt()), utc(rebuild.touchedAt()))
                .update();
    }

    void note(Rebuild rebuild) {
        Rebuild.Failure failure = rebuild.failure();
        jdbc.sql("""
                update read_model_rebuild
                set state = ?, touched_at = ?, finished_at = ?, position = ?, head = ?, events = ?, compared = ?,
                    differences = ?, examples = ?, failed_after = ?, failed_event = ?, failure = ?
                where id = ?
                """)
                .param(rebuild.state().name())
                .param(utc(rebuild.touchedAt()))
                .param(rebuild.state().isOver() ? utc(rebuild.touchedAt()) : null)
                .param(rebuild.position())
                .param(rebuild.head())
                .param(rebuild.events())
                .param(rebuild.compared())
                .param(rebuild.differences())
                .param(Json.MAPPER.writeValueAsString(rebuild.examples()))
                .param(failure == null ? null : failure.after())
                .param(failure == null ? null : failure.event())
                .param(failure == null ? null : shortened(failure.message()))
                .param(rebuild.id())
                .update();
    }

    /** Whether there are any that have not come to an end, as far as is noted. */
    boolean areUnfinished() {
        return jdbc.sql("select count(*) from read_model_rebuild where state in ('READING', 'COMPARING')")
                .query(Long.class)
                .single() > 0;
    }

    /** Notes that those which have not come to an end were interrupted. */
    void interruptUnfinished(Instant now) {
        jdbc.sql("""
                update read_model_rebuild
                set state = 'INTERRUPTED', finished_at = ?
                where state in ('READING', 'COMPARING')
                """).param(utc(now)).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_FAILURE ? message : message.substring(0, LONGEST_FAILURE);
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        Long failedAfter = row.getObject("failed_after", Long.class);
        return new Rebuild(row.getString("id"), row.getString("name"), TableSet.of(row.getString("table_set")),
                row.getString("reason"), RebuildState.valueOf(row.getString("state")), Sql.instant(row, "started_at"),
                Sql.instant(row, "touched_at"), row.getLong("position"), row.getLong("head"), row.getLong("events"),
                row.getLong("compared"), row.getLong("differences"),
                Json.MAPPER.readValue(row.getString("examples"), new TypeReference<List<String>>() {}),
                failedAfter == null ? null : failure(row, failedAfter));
    }

    private static Rebuild.Failure failure(ResultSet row, long after) throws SQLException {
        @Nullable String message = row.getString("failure");
        return new Rebuild.Failure(after, row.getString("failed_event"), message == null ? "" : message);
    }
}
