package no.ehelse.portfolio.round.view;

import java.util.Collection;
import java.util.List;
import no.ehelse.portfolio.projection.ReadTables;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/** The table {@code printed_figure}, and the only home of its SQL. */
public final class PrintedFigures {

    private final ReadTables tables;

    /** Reads and writes the tables of a set. */
    public PrintedFigures(ReadTables tables) {
        this.tables = tables;
    }

    /** Everything that was printed of a round as known up to a stream position, in stream order. */
    public List<PrintedFigure> of(RoundId round, long position) {
        return tables.query("""
                select position, round, name, figure, source, remark
                from #printed_figure
                where round = ? and position <= ?
                order by position
                """, (row, number) -> new PrintedFigure(row.getLong("position"), new RoundId(row.getString("round")),
                new FigureName(row.getString("name")), row.getString("figure"), row.getString("source"),
                row.getString("remark")), round.value(), position);
    }

    /** Whether the event at a stream position is in the table. */
    boolean has(long position) {
        return !tables.query("select 1 from #printed_figure where position = ?", (row, number) -> 1, position)
                .isEmpty();
    }

    /** The value that a name had before a stream position; null: none was recorded. */
    @Nullable String valueBefore(RoundId round, FigureName name, long position) {
        return tables.query("""
                select figure
                from #printed_figure
                where round = ? and name = ? and position < ?
                order by position desc
                limit 1
                """, (row, number) -> row.getString(1), round.value(), name.value(), position)
                .stream()
                .findFirst()
                .orElse(null);
    }

    void append(Collection<PrintedFigure> figures) {
        tables.batch("""
                insert into #printed_figure (position, round, name, figure, source, remark)
                values (?, ?, ?, ?, ?, ?)
                """, figures, (row, figure) -> row.number(figure.position())
                .text(figure.round())
                .text(figure.name())
                .text(figure.value())
                .text(figure.source())
                .text(figure.remark()));
    }
}
