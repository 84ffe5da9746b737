package no.ehelse.portfolio.round.view.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.ehelse.portfolio.round.FigureName;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.view.PrintedFigure;
import no.ehelse.portfolio.round.view.PrintedFigures;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;

/**
 * What was recorded in the name of a round up to a stream position; an immutable value.
 *
 * @param entries of tiltak, in stream order
 * @param retracted the identifiers of entries that are retracted
 * @param printed the figures as printed, in stream order
 */
record RoundRecord(List<TiltakEntry> entries, Set<String> retracted, List<PrintedFigure> printed) {

    RoundRecord {
        entries = List.copyOf(entries);
        retracted = Set.copyOf(retracted);
        printed = List.copyOf(printed);
    }

    /** Reads it from the tables. */
    static RoundRecord read(RoundId round, long position, TiltakEntries entries, PrintedFigures figures) {
        return new RoundRecord(entries.in(round, position), entries.retractedIn(round, position),
                figures.of(round, position));
    }

    /** With an entry of a tiltak that was recorded next. */
    RoundRecord with(TiltakEntry entry, RoundId round) {
        if (entry.event() instanceof EntryRetracted retraction) {
            Set<String> more = new HashSet<>(retracted);
            more.add(retraction.event());
            return new RoundRecord(entries, more, printed);
        }
        return names(entry, round) ? new RoundRecord(longer(entries, entry), retracted, printed) : this;
    }

    /** With a figure that was recorded next. */
    RoundRecord with(PrintedFigure figure) {
        return new RoundRecord(entries, retracted, longer(printed, figure));
    }

    private static <T> List<T> longer(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** Whether an entry says something about who reported in a round. */
    boolean concerns(TiltakEntry entry, RoundId round) {
        return entry.event() instanceof EntryRetracted retraction
                ? entries.stream().anyMatch(other -> other.envelope().eventId().equals(retraction.event()))
                : names(entry, round);
    }

    private static boolean names(TiltakEntry entry, RoundId round) {
        return entry.effective() != null && round.equals(entry.effective().occasion().round());
    }

    /** The entries that are not retracted. */
    List<TiltakEntry> standing() {
        return entries.stream().filter(entry -> !retracted.contains(entry.envelope().eventId())).toList();
    }

    /** The figures that hold, by name: of each the one recorded last. */
    Collection<PrintedFigure> printedByName() {
        SortedMap<FigureName, PrintedFigure> last = new TreeMap<>();
        printed.forEach(figure -> last.put(figure.name(), figure));
        return last.values();
    }
}
