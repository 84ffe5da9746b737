package no.ehelse.portfolio.round.view.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.round.view.PrintedFigure;
import no.ehelse.portfolio.round.view.PrintedFigures;
import no.ehelse.portfolio.round.view.RoundTables;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what separates a published edition from what was known later, entry by entry. */
public final class CorrectionQueries {

    private static final int PAGE = 1_000;

    private final PortfolioIndex index;
    private final TiltakEntries entries;
    private final RoundTables rounds;
    private final PrintedFigures figures;

    /** Answers from the index and the tables of entries. */
    public CorrectionQueries(PortfolioIndex index, TiltakEntries entries, RoundTables rounds, PrintedFigures figures) {
        this.index = index;
        this.entries = entries;
        this.rounds = rounds;
        this.figures = figures;
    }

    @QueryHandler
    FoundCorrections handle(FindCorrections query) {
        Snapshot snapshot = index.snapshot();
        return new FoundCorrections(
                snapshot.round(query.round()).map(round -> corrections(round, query, snapshot)).orElse(null));
    }

    private Corrections corrections(RoundView round, FindCorrections query, Snapshot snapshot) {
        RoundRecord record = RoundRecord.read(query.round(), query.published(), entries, figures);
        CorrectedReport report = new CorrectedReport(round, query.published(), snapshot, record);
        for (Suspect suspect : suspects(round, query)) {
            suspect.meets(report);
        }
        return new Corrections(query.round(), round.cutOff(), query.edition(), report.corrections(),
                report.differences());
    }

    /** Whatever was recorded between the two and may change the report. */
    private sealed interface Suspect {

        long position();

        void meets(CorrectedReport report);
    }

    private record OfTiltak(TiltakEntry entry) implements Suspect {

        @Override
        public long position() {
            return entry.envelope().position();
        }

        @Override
        public void meets(CorrectedReport report) {
            report.meets(entry);
        }
    }

    private record OfThisRound(RoundTables.Entry entry, PrintedFigure figure) implements Suspect {

        @Override
        public long position() {
            return figure.position();
        }

        @Override
        public void meets(CorrectedReport report) {
            report.meets(entry, figure);
        }
    }

    private record OfAnotherRound(RoundTables.Entry entry, RoundView opened) implements Suspect {

        @Override
        public long position() {
            return opened.openedPosition();
        }

        @Override
        public void meets(CorrectedReport report) {
            report.meets(entry, opened);
        }
    }

    private List<Suspect> suspects(RoundView round, FindCorrections query) {
        List<Suspect> suspects = new ArrayList<>();
        for (List<TiltakEntry> page = entries.between(query.published(), query.position(), PAGE); !page
                .isEmpty(); page = entries.between(page.getLast().envelope().position(), query.position(), PAGE)) {
            page.stream().filter(entry -> mayConcern(entry, round)).map(OfTiltak::new).forEach(suspects::add);
        }
        Map<Long, PrintedFigure> printed = figures.of(query.round(), query.position())
                .stream()
                .collect(Collectors.toMap(PrintedFigure::position, Function.identity()));
        Map<Long, RoundView> opened = index.snapshot()
                .rounds(query.position())
                .stream()
                .filter(other -> other.cutOff().isBefore(round.cutOff()))
                .collect(Collectors.toMap(RoundView::openedPosition, Function.identity()));
        for (RoundTables.Entry entry : rounds.entriesBetween(query.published(), query.position(), Integer.MAX_VALUE)) {
            PrintedFigure figure = printed.get(entry.event().position());
            RoundView other = opened.get(entry.event().position());
            if (figure != null) {
                suspects.add(new OfThisRound(entry, figure));
            } else if (other != null) {
                suspects.add(new OfAnotherRound(entry, other));
            }
        }
        suspects.sort(Comparator.comparingLong(Suspect::position));
        return suspects;
    }

    /** Whether an entry touches days up to the cut-off, names the round, or retracts what may have named it. */
    private static boolean mayConcern(TiltakEntry entry, RoundView round) {
        return !entry.changedOn().isAfter(round.cutOff()) || entry.effective() == null
                || round.round().equals(entry.effective().occasion().round());
    }
}
