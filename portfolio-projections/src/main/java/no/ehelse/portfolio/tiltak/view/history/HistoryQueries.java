package no.ehelse.portfolio.tiltak.view.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.index.Track;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what was recorded about a tiltak. */
public final class HistoryQueries {

    private final PortfolioIndex index;
    private final RecentEntries entries;

    /** Answers from the table, and from memory what was read of it a while ago. */
    public HistoryQueries(PortfolioIndex index, TiltakEntries entries) {
        this.index = index;
        this.entries = new RecentEntries(entries);
    }

    @QueryHandler
    FoundHistory handle(FindHistory query) {
        Snapshot snapshot = index.snapshot();
        @Nullable Track track = snapshot.track(query.number()).orElse(null);
        if (track == null) {
            return new FoundHistory(null);
        }
        List<TiltakEntry> known = new ArrayList<>();
        Map<String, String> retractions = new HashMap<>();
        for (TiltakEntry entry : entries.of(track, snapshot)) {
            if (entry.envelope().position() <= query.position()) {
                known.add(entry);
                if (entry.retracts() != null) {
                    retractions.put(entry.retracts(), entry.envelope().eventId());
                }
            }
        }
        return new FoundHistory(new RecordedHistory(query.number(), known.stream()
                .map(entry -> HistoryEntry.of(entry, retractions.get(entry.envelope().eventId())))
                .toList()));
    }
}
