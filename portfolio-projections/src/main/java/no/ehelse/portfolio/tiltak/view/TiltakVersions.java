package no.ehelse.portfolio.tiltak.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.ehelse.portfolio.projection.ReadTables;
import no.ehelse.portfolio.projection.Sql;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Comments;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.Presence;
import no.ehelse.portfolio.tiltak.RemovalReason;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.TiltakState;
import org.jspecify.annotations.Nullable;

/** The table {@code tiltak_version}, and the only home of its SQL. */
public final class TiltakVersions {

    private final ReadTables tables;
    private final TiltakBudgets budgets;

    /**
     * A row.
     *
     * @param knownTo the stream position from which on it is no longer known to hold; {@link Sql#NO_POSITION}: it still is
     * @param recordedTo when that was recorded; {@link Sql#NEVER}: it was not
     */
    public record Row(TiltakVersion version, long knownTo, Instant recordedTo) {}

    /**
     * Reads and writes the tables of a set.
     *
     * @param budgets read with the versions; they are written on their own
     */
    public TiltakVersions(ReadTables tables, TiltakBudgets budgets) {
        this.tables = tables;
        this.budgets = budgets;
    }

    /**
     * Closes rows. The sum keeps a database that plans a statement on an empty table, as H2 does, from looking among all
     * open rows of all tiltak by the index on {@code known_to}.
     */
    void close(List<Rectangles.Closing<TiltakVersion.Key>> closings) {
        tables.batch("""
                update #tiltak_version
                set known_to = ?, recorded_to = ?
                where number = ? and valid_from = ? and known_to + 0 = 9223372036854775807
                """, closings, (row, closing) -> row.number(closing.knownTo())
                .instant(closing.recordedTo())
                .number(closing.key().number().value())
                .day(closing.key().validFrom()));
    }

    void append(List<Rectangles.Row<TiltakVersion>> rows) {
        tables.batch("""
                insert into #tiltak_version (number, valid_from, valid_to, known_from, known_to, recorded_from, recorded_to,
                                            changed_on, in_portfolio, name, organisation_id, status, risk, phase, segment,
                                            activity, focus_area, status_comment, risk_comment, last_reported, earliest,
                                            removal_reason, way_forward, successors)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, TiltakVersions::bind);
    }

    private static void bind(Sql.Row row, Rectangles.Row<TiltakVersion> value) throws SQLException {
        TiltakVersion version = value.value();
        Facts facts = version.state().facts();
        row.number(version.number().value())
                .day(version.validFrom())
                .day(version.validTo())
                .number(version.knownFrom())
                .number(value.knownTo())
                .instant(version.recordedFrom())
                .instant(value.recordedTo())
                .day(version.changedOn())
                .flag(version.state().inPortfolio())
                .text(facts.get(Attribute.NAME))
                .text(facts.get(Attribute.ORGANISATION))
                .text(facts.get(Attribute.STATUS))
                .text(facts.get(Attribute.RISK))
                .text(facts.get(Attribute.PHASE))
                .text(facts.get(Attribute.SEGMENT))
                .text(facts.get(Attribute.ACTIVITY))
                .text(facts.get(Attribute.FOCUS_AREA))
                .text(version.state().comments().status())
                .text(version.state().comments().risk())
                .text(version.lastReported());
        switch (version.state().presence()) {
            case Presence.Present present -> row.day(present.earliest()).text(null).text(null).text(null);
            case Presence.Left left -> row.day(left.earliest())
                    .text(left.reason().name())
                    .text(left.wayForward())
                    .text(String.join(",", left.successors().stream().map(TiltakNumber::toString).toList()));
            case Presence.NotYet notYet -> row.day(null).text(null).text(null).text(null);
        }
    }

    /** Every row that was opened or closed after a stream position and opened up to another, by tiltak and position. */
    public List<Row> changedBetween(long after, long upTo) {
        TiltakBudgets.AtCorner amounts = budgets.ofChangedBetween(after, upTo);
        return tables.query("""
                select version.*
                from (select distinct number from #tiltak_entry where position > ? and position <= ?) changed
                join #tiltak_version version on version.number = changed.number
                where version.known_from <= ? and version.known_to > ?
                order by version.number, version.known_from, version.valid_from
                """, (row, rowNumber) -> row(row, amounts), after, upTo, upTo, after)
                .stream()
                .filter(row -> row.version().knownFrom() > after || row.knownTo() <= upTo)
                .toList();
    }

    private static Row row(ResultSet row, TiltakBudgets.AtCorner budgets) throws SQLException {
        TiltakNumber number = new TiltakNumber(row.getInt("number"));
        LocalDate validFrom = Objects.requireNonNull(Sql.day(row, "valid_from"));
        long knownFrom = row.getLong("known_from");
        Facts facts = budgets.at(number, validFrom, knownFrom);
        for (Attribute<?> attribute : Attribute.SCALARS) {
            facts = read(facts, attribute, row.getString(column(attribute)));
        }
        TiltakState state = new TiltakState(presence(row), facts,
                new Comments(row.getString("status_comment"), row.getString("risk_comment")), Set.of());
        String lastReported = row.getString("last_reported");
        TiltakVersion version = new TiltakVersion(number, validFrom, Objects.requireNonNull(Sql.day(row, "valid_to")),
                knownFrom, Sql.instant(row, "recorded_from"), Objects.requireNonNull(Sql.day(row, "changed_on")), state,
                lastReported == null ? null : new RoundId(lastReported));
        return new Row(version, row.getLong("known_to"), Sql.instant(row, "recorded_to"));
    }

    private static <T> Facts read(Facts facts, Attribute<T> attribute, @Nullable String text) {
        return facts.with(attribute, text == null ? null : attribute.read(text));
    }

    private static String column(Attribute<?> attribute) {
        return attribute.equals(Attribute.ORGANISATION) ? "organisation_id"
                : attribute.equals(Attribute.FOCUS_AREA) ? "focus_area"
                : attribute.name();
    }

    private static Presence presence(ResultSet row) throws SQLException {
        LocalDate earliest = Sql.day(row, "earliest");
        if (row.getBoolean("in_portfolio")) {
            return new Presence.Present(earliest);
        }
        String reason = row.getString("removal_reason");
        if (reason == null) {
            return new Presence.NotYet();
        }
        String successors = Objects.requireNonNullElse(row.getString("successors"), "");
        return new Presence.Left(RemovalReason.valueOf(reason), row.getString("way_forward"),
                Arrays.stream(successors.split(","))
                        .filter(part -> !part.isEmpty())
                        .map(Integer::valueOf)
                        .map(TiltakNumber::new)
                        .toList(),
                earliest);
    }
}
