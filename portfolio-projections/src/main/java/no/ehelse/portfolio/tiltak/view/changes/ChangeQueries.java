package no.ehelse.portfolio.tiltak.view.changes;

import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.index.Track;
import org.axonframework.queryhandling.QueryHandler;

/** Answers how the portfolio differs between two points. */
public final class ChangeQueries {

    private final PortfolioIndex index;

    /** Answers from the index. */
    public ChangeQueries(PortfolioIndex index) {
        this.index = index;
    }

    @QueryHandler
    PortfolioChanges handle(FindChanges query) {
        Snapshot snapshot = index.snapshot();
        Comparison comparison = new Comparison(query.from(), query.to());
        for (Track track : snapshot.tracks()) {
            comparison.take(track);
        }
        return comparison.answer(snapshot);
    }
}
