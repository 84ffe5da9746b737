package no.ehelse.portfolio.tiltak.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.ehelse.portfolio.projection.ReadTables;
import no.ehelse.portfolio.projection.Sql;
import no.ehelse.portfolio.tiltak.Amount;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Facts;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/** The table {@code tiltak_budget}, and the only home of its SQL. */
public final class TiltakBudgets {

    private final ReadTables tables;

    private record Row(TiltakBudget budget, long knownTo) {}

    /** Reads and writes the tables of a set. */
    public TiltakBudgets(ReadTables tables) {
        this.tables = tables;
    }

    /** The sum keeps H2 from looking among all open rows; see {@link TiltakVersions#close}. */
    void close(List<Rectangles.Closing<TiltakBudget.Key>> closings) {
        tables.batch("""
                update #tiltak_budget
                set known_to = ?, recorded_to = ?
                where number = ? and budget_year = ? and valid_from = ? and known_to + 0 = 9223372036854775807
                """, closings, (row, closing) -> row.number(closing.knownTo())
                .instant(closing.recordedTo())
                .number(closing.key().number().value())
                .number(closing.key().year())
                .day(closing.key().validFrom()));
    }

    void append(List<Rectangles.Row<TiltakBudget>> rows) {
        tables.batch("""
                insert into #tiltak_budget (number, budget_year, valid_from, valid_to, known_from, known_to, recorded_from,
                                            recorded_to, amount)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, (row, value) -> row.number(value.value().number().value())
                .number(value.value().year())
                .day(value.value().validFrom())
                .day(value.value().validTo())
                .number(value.value().knownFrom())
                .number(value.knownTo())
                .instant(value.value().recordedFrom())
                .instant(value.recordedTo())
                .decimal(value.value().amount()));
    }

    /** The budgets that hold at the corners of versions. */
    interface AtCorner {

        /** The budgets that hold on a day, as known at a stream position. */
        Facts at(TiltakNumber number, LocalDate day, long position);
    }

    /** The budgets of the tiltak that have entries after a stream position and up to another. */
    AtCorner ofChangedBetween(long after, long upTo) {
        Map<Integer, List<Row>> rows = new HashMap<>();
        tables.each("""
                select budget.*
                from (select distinct number from #tiltak_entry where position > ? and position <= ?) changed
                join #tiltak_budget budget on budget.number = changed.number
                where budget.known_from <= ?
                """, row -> rows.computeIfAbsent(row.getInt("number"), number -> new ArrayList<>())
                .add(new Row(new TiltakBudget(new TiltakNumber(row.getInt("number")), row.getInt("budget_year"),
                        Objects.requireNonNull(Sql.day(row, "valid_from")),
                        Objects.requireNonNull(Sql.day(row, "valid_to")), row.getLong("known_from"),
                        Sql.instant(row, "recorded_from"), Amount.checked("amount", row.getBigDecimal("amount"))),
                        row.getLong("known_to"))),
                after, upTo, upTo);
        return (number, day, position) -> holding(rows.getOrDefault(number.value(), List.of()), day, position);
    }

    private static Facts holding(List<Row> rows, LocalDate day, long position) {
        Facts facts = Facts.NONE;
        for (Row row : rows) {
            TiltakBudget budget = row.budget();
            if (budget.knownFrom() <= position && position < row.knownTo() && !budget.validFrom().isAfter(day)
                    && day.isBefore(budget.validTo())) {
                facts = facts.with(Attribute.budget(budget.year()), budget.amount());
            }
        }
        return facts;
    }
}
