package no.ehelse.portfolio.tiltak.view.history;

import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what was recorded about a tiltak. */
public final class HistoryQueries {

    private final PortfolioIndex index;
    private final TiltakEntries entries;

    /** Answers from the table. */
    public HistoryQueries(PortfolioIndex index, TiltakEntries entries) {
        this.index = index;
        this.entries = entries;
    }

    @QueryHandler
    RecordedHistory handle(FindHistory query) {
        Map<String, String> retractions = entries.retractionsOf(query.number(), query.position());
        List<HistoryEntry> found = entries.of(query.number(), query.position())
                .stream()
                .map(entry -> HistoryEntry.of(entry, retractions.get(entry.envelope().eventId())))
                .toList();
        return new RecordedHistory(index.snapshot().track(query.number()).isPresent(), query.number(), found);
    }
}
