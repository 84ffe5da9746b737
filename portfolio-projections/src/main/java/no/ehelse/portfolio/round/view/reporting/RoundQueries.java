package no.ehelse.portfolio.round.view.reporting;

import java.util.List;
import java.util.Set;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which rounds there are, and who reported in them. */
public final class RoundQueries {

    private final PortfolioIndex index;
    private final TiltakEntries entries;

    /** Answers from the index and the table of entries. */
    public RoundQueries(PortfolioIndex index, TiltakEntries entries) {
        this.index = index;
        this.entries = entries;
    }

    @QueryHandler
    RoundList handle(@SuppressWarnings("UnusedVariable") FindRounds query) { // its type is the question
        Snapshot snapshot = index.snapshot();
        return new RoundList(snapshot.rounds(snapshot.position()).stream().map(RoundSummary::of).toList());
    }

    @QueryHandler
    FoundReporting handle(FindReporting query) {
        Snapshot snapshot = index.snapshot();
        return new FoundReporting(
                snapshot.round(query.round()).map(round -> reporting(round, snapshot)).orElse(null));
    }

    private Reporting reporting(RoundView round, Snapshot snapshot) {
        long position = snapshot.position();
        Set<String> retracted = entries.retractedIn(round.round(), position);
        List<TiltakEntry> standing = entries.in(round.round(), position)
                .stream()
                .filter(entry -> !retracted.contains(entry.envelope().eventId()))
                .toList();
        WhoReported who = WhoReported.of(standing, snapshot, new Point(round.cutOff(), position, null));
        return new Reporting(RoundSummary.of(round), who.reported(), who.confirmed(), who.late(), who.notReported(),
                round.editions().isEmpty() ? List.of()
                        : entries.touching(round.cutOff(), round.editions().getLast().position(), position));
    }
}
