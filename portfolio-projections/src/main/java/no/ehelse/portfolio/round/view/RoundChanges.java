package no.ehelse.portfolio.round.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.projection.Part;
import no.ehelse.portfolio.round.RoundEvent.PrintedFigureRecorded;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/** What a batch makes of rounds. */
public final class RoundChanges implements Part {

    private final RoundTables tables;
    private final PrintedFigures figureTable;
    private final List<RoundTables.Entry> entries = new ArrayList<>();
    private final Map<RoundId, RoundView> changed = new LinkedHashMap<>();
    private final List<PrintedFigure> figures = new ArrayList<>();

    RoundChanges(RoundTables tables, PrintedFigures figureTable) {
        this.tables = tables;
        this.figureTable = figureTable;
    }

    void add(RoundTables.Entry entry, RoundView round) {
        entries.add(entry);
        changed.put(round.round(), round);
    }

    void add(RoundTables.Entry entry, PrintedFigure figure) {
        entries.add(entry);
        figures.add(figure);
    }

    /** What a name has come to in this batch, or else had before it; null: nothing was printed under it. */
    @Nullable String valueBefore(PrintedFigureRecorded event, long position) {
        for (PrintedFigure figure : figures.reversed()) {
            if (figure.round().equals(event.round()) && figure.name().equals(event.name())) {
                return figure.value();
            }
        }
        return figureTable.valueBefore(event.round(), event.name(), position);
    }

    /** The rounds that changed, as they are after the batch. */
    public List<RoundView> changed() {
        return List.copyOf(changed.values());
    }

    @Override
    public void write() {
        tables.replace(changed.values());
        tables.append(entries);
        figureTable.append(figures);
    }
}
