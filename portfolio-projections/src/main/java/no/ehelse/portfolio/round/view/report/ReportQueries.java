package no.ehelse.portfolio.round.view.report;

import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.round.view.PrintedFigures;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what the status report of a round says. */
public final class ReportQueries {

    private final PortfolioIndex index;
    private final TiltakEntries entries;
    private final PrintedFigures figures;

    /** Answers from the index, and from the tables what the index does not hold. */
    public ReportQueries(PortfolioIndex index, TiltakEntries entries, PrintedFigures figures) {
        this.index = index;
        this.entries = entries;
        this.figures = figures;
    }

    @QueryHandler
    FoundReport handle(FindReport query) {
        Snapshot snapshot = index.snapshot();
        long position = query.point().position();
        return new FoundReport(snapshot.round(query.round())
                .map(round -> StatusReports.of(round, query.edition(), position, snapshot,
                        RoundRecord.read(query.round(), position, entries, figures)))
                .orElse(null));
    }
}
