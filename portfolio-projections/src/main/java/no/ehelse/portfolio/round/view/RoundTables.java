package no.ehelse.portfolio.round.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.projection.Json;
import no.ehelse.portfolio.projection.Moment;
import no.ehelse.portfolio.projection.ReadTables;
import no.ehelse.portfolio.projection.Sql;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.Witness;
import org.jspecify.annotations.Nullable;

/** The tables {@code reporting_round}, {@code round_edition} and {@code round_entry}, and the only home of their SQL. */
public final class RoundTables {

    private final ReadTables tables;

    /** A row of {@code round_entry}. */
    public record Entry(Envelope event, RoundId round, List<Change> changes, @Nullable String comment) {

        /** Copies the changes. */
        public Entry {
            changes = List.copyOf(changes);
        }
    }

    /** Reads and writes the tables of a set. */
    public RoundTables(ReadTables tables) {
        this.tables = tables;
    }

    /** Every round, by cut-off. */
    public List<RoundView> all() {
        Map<String, List<RoundView.Edition>> editions = new LinkedHashMap<>();
        tables.each("""
                select round, edition, published_at, position, comment, report_digest, log_digest
                from #round_edition
                order by round, edition
                """, row -> {
            editions.computeIfAbsent(row.getString("round"), key -> new ArrayList<>())
                    .add(new RoundView.Edition(row.getInt("edition"), Sql.instant(row, "published_at"),
                            row.getLong("position"), row.getString("comment"), witness(row)));
        });
        return tables.query("""
                select round, name, cut_off, complete, opened_at, opened_position, closed_at, closed_position
                from #reporting_round
                order by cut_off, round
                """, (row, number) -> new RoundView(new RoundId(row.getString("round")), row.getString("name"),
                Objects.requireNonNull(Sql.day(row, "cut_off")), row.getBoolean("complete"),
                Sql.instant(row, "opened_at"), row.getLong("opened_position"), Sql.instantOrNull(row, "closed_at"),
                row.getObject("closed_position", Long.class),
                editions.getOrDefault(row.getString("round"), List.of())));
    }

    private static @Nullable Witness witness(ResultSet row) throws SQLException {
        String report = row.getString("report_digest");
        String log = row.getString("log_digest");
        return report == null && log == null ? null : new Witness(report, log);
    }

    /** Writes rounds as they are now; those that exist are replaced. */
    void replace(Collection<RoundView> rounds) {
        tables.batch("delete from #round_edition where round = ?", rounds, (row, round) -> row.text(round.round()));
        tables.batch("delete from #reporting_round where round = ?", rounds, (row, round) -> row.text(round.round()));
        tables.batch("""
                insert into #reporting_round (round, name, cut_off, complete, opened_at, opened_position, closed_at,
                                              closed_position)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, rounds, (row, round) -> row.text(round.round())
                .text(round.name())
                .day(round.cutOff())
                .flag(round.complete())
                .instant(round.openedAt())
                .number(round.openedPosition())
                .instantOrNull(round.closedAt())
                .numberOrNull(round.closedPosition()));
        for (RoundView round : rounds) {
            tables.batch("""
                    insert into #round_edition (round, edition, published_at, position, comment, report_digest,
                                                log_digest)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """, round.editions(), (row, edition) -> row.text(round.round())
                    .number(edition.edition())
                    .instant(edition.publishedAt())
                    .number(edition.position())
                    .text(edition.comment())
                    .text(edition.witness() == null ? null : edition.witness().report())
                    .text(edition.witness() == null ? null : edition.witness().log()));
        }
    }

    void append(List<Entry> entries) {
        tables.batch("""
                insert into #round_entry (position, round, sequence, event_id, type, recorded_at, changes, comment,
                                         user_id, user_organisation, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, entries, (row, entry) -> row.number(entry.event().position())
                .text(entry.round())
                .number(entry.event().sequence())
                .text(entry.event().eventId())
                .text(entry.event().type())
                .instant(entry.event().recordedAt())
                .text(Json.MAPPER.writeValueAsString(entry.changes()))
                .text(entry.comment())
                .text(entry.event().user())
                .text(entry.event().userOrganisation())
                .text(entry.event().source()));
    }

    /** When the events after a position and up to another were recorded, in stream order. */
    public List<Moment> momentsBetween(long after, long upTo) {
        return tables.query("""
                select position, recorded_at
                from #round_entry
                where position > ? and position <= ?
                order by position
                """, (row, number) -> Moment.of(row), after, upTo);
    }

    /** The entries after a position and up to another, in stream order. */
    public List<Entry> entriesBetween(long after, long upTo, int limit) {
        return tables.query("""
                select position, round, sequence, event_id, type, recorded_at, changes, comment, user_id,
                       user_organisation, source
                from #round_entry
                where position > ? and position <= ?
                order by position
                limit ?
                """, (row, number) -> new Entry(Envelope.of(row), new RoundId(row.getString("round")),
                Json.changes(row.getString("changes")), row.getString("comment")), after, upTo, limit);
    }
}
