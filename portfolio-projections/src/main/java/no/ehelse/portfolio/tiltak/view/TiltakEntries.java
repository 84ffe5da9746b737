package no.ehelse.portfolio.tiltak.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.projection.Json;
import no.ehelse.portfolio.projection.Moment;
import no.ehelse.portfolio.projection.ReadTables;
import no.ehelse.portfolio.projection.Sql;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Effect;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import org.springframework.jdbc.core.RowMapper;

/** The table {@code tiltak_entry}, and the only home of its SQL. */
public final class TiltakEntries {

    private static final String COLUMNS = """
            select position, number, sequence, event_id, type, recorded_at, changed_on, changes, confirmed, late,
                   user_id, user_organisation, source, import_id, payload
            from #tiltak_entry
            """;

    private final ReadTables tables;

    /** Reads and writes the tables of a set. */
    public TiltakEntries(ReadTables tables) {
        this.tables = tables;
    }

    void append(List<TiltakEntry> entries) {
        tables.batch("""
                insert into #tiltak_entry (position, number, sequence, event_id, type, recorded_at, effective_from,
                                          changed_on, earliest, changes, confirmed, comment, status_comment, risk_comment,
                                          round, late, correction, retracts, user_id, user_organisation, source, import_id,
                                          payload)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, entries, (row, entry) -> {
            Envelope envelope = entry.envelope();
            Effective effective = entry.effective();
            row.number(envelope.position())
                    .number(entry.event().number().value())
                    .number(envelope.sequence())
                    .text(envelope.eventId())
                    .text(envelope.type())
                    .instant(envelope.recordedAt())
                    .day(effective == null ? null : effective.occasion().effectiveFrom())
                    .day(entry.changedOn())
                    .day(entry.earliest())
                    .text(Json.MAPPER.writeValueAsString(entry.effect().changes()))
                    .text(String.join(",", entry.effect().confirmed()))
                    .text(entry.comment())
                    .text(entry.comments().status())
                    .text(entry.comments().risk())
                    .text(effective == null ? null : effective.occasion().round())
                    .flag(entry.late())
                    .flag(entry.correction())
                    .text(entry.retracts())
                    .text(envelope.user())
                    .text(envelope.userOrganisation())
                    .text(envelope.source())
                    .text(envelope.importId())
                    .text(Json.MAPPER.writeValueAsString(new Payload(entry.event())));
        });
    }

    /** An event with the name of its type beside it, as the column {@code payload} holds it. */
    private record Payload(String type, TiltakEvent event) {

        Payload(TiltakEvent event) {
            this(event.getClass().getSimpleName(), event);
        }
    }

    private static TiltakEvent event(ResultSet row) throws SQLException {
        String type = row.getString("type");
        for (Class<?> known : Effective.class.getPermittedSubclasses()) {
            if (known.getSimpleName().equals(type)) {
                return read(row, known);
            }
        }
        return read(row, TiltakEvent.EntryRetracted.class);
    }

    private static TiltakEvent read(ResultSet row, Class<?> type) throws SQLException {
        return (TiltakEvent) Json.MAPPER.treeToValue(
                Json.MAPPER.readTree(row.getString("payload")).get("event"), type);
    }

    private static TiltakEntry entry(ResultSet row, int rowNumber) throws SQLException {
        return new TiltakEntry(Envelope.ofTiltak(row), event(row), Objects.requireNonNull(Sql.day(row, "changed_on")),
                new Effect(Json.changes(row.getString("changes")), Sql.list(row.getString("confirmed"))),
                row.getBoolean("late"));
    }

    private static final RowMapper<TiltakEntry> ENTRY = TiltakEntries::entry;

    /** The entries of a tiltak up to a stream position, in recorded order. */
    public List<TiltakEntry> of(TiltakNumber number, long position) {
        return tables.query(COLUMNS + """
                where number = ? and position <= ?
                order by sequence
                """, ENTRY, number.value(), position);
    }

    /** The entries after a stream position and up to another, in stream order. */
    public List<TiltakEntry> between(long after, long upTo, int limit) {
        return tables.query(COLUMNS + """
                where position > ? and position <= ?
                order by position
                limit ?
                """, ENTRY, after, upTo, limit);
    }

    /** The entries that name a round, up to a stream position, in stream order. */
    public List<TiltakEntry> in(RoundId round, long position) {
        return tables.query(COLUMNS + """
                where round = ? and position <= ?
                order by position
                """, ENTRY, round.value(), position);
    }

    /** The identifiers of the events after a position, up to another, that touch days up to a cut-off. */
    public List<String> touching(LocalDate cutOff, long after, long upTo) {
        return tables.query("""
                select event_id
                from #tiltak_entry
                where position > ? and position <= ? and changed_on <= ?
                order by position
                """, (row, rowNumber) -> row.getString(1), after, upTo, cutOff);
    }

    /** Where the events of tiltak stand in the stream. */
    public record Place(TiltakNumber number, Moment moment) {}

    /** The places of the events after a position and up to another, by tiltak and position. */
    public List<Place> placesBetween(long after, long upTo) {
        return tables.query("""
                select number, position, recorded_at
                from #tiltak_entry
                where position > ? and position <= ?
                order by number, position
                """, (row, rowNumber) -> new Place(new TiltakNumber(row.getInt("number")), Moment.of(row)), after,
                upTo);
    }

    /** Which entries between two positions are retracted up to another: event identifiers, each with its retraction's. */
    public Map<String, String> retractionsOf(long after, long upTo, long knownUpTo) {
        return retractions("""
                select retraction.retracts, retraction.event_id
                from #tiltak_entry entry
                join #tiltak_entry retraction on retraction.retracts = entry.event_id
                where entry.position > ? and entry.position <= ? and retraction.position <= ?
                """, after, upTo, knownUpTo);
    }

    /** The identifiers of the entries of a round that are retracted up to a stream position. */
    public Set<String> retractedIn(RoundId round, long position) {
        return retractions("""
                select retraction.retracts, retraction.event_id
                from #tiltak_entry entry
                join #tiltak_entry retraction on retraction.retracts = entry.event_id
                where entry.round = ? and retraction.position <= ?
                """, round.value(), position).keySet();
    }

    private Map<String, String> retractions(String sql, Object... parameters) {
        Map<String, String> retractions = new HashMap<>();
        tables.each(sql, row -> {
            retractions.put(row.getString(1), row.getString(2));
        }, parameters);
        return retractions;
    }

    /** The history of a tiltak as far as it is written. */
    TiltakHistory history(TiltakNumber number) {
        return TiltakHistory.of(of(number, Sql.NO_POSITION).stream()
                .map(entry -> new TiltakHistory.Entry(entry.envelope().eventId(), entry.envelope().sequence(),
                        entry.envelope().recordedAt(), null, entry.event()))
                .toList());
    }
}
