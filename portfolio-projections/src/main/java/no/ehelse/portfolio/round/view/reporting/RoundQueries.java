package no.ehelse.portfolio.round.view.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
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
        Set<TiltakNumber> reported = new TreeSet<>();
        Set<TiltakNumber> changed = new TreeSet<>();
        Set<TiltakNumber> late = new TreeSet<>();
        for (TiltakEntry entry : standing) {
            if (entry.late()) {
                late.add(entry.event().number());
            }
            if (entry.event() instanceof ReportSubmitted || entry.event() instanceof TiltakRegistered) {
                reported.add(entry.event().number());
                if (!entry.effect().changes().isEmpty()) {
                    changed.add(entry.event().number());
                }
            }
        }
        return new Reporting(RoundSummary.of(round), List.copyOf(reported), without(reported, changed),
                List.copyOf(late), without(expected(round, snapshot), reported),
                round.editions().isEmpty() ? List.of()
                        : entries.touching(round.cutOff(), round.editions().getLast().position(), position));
    }

    private static List<TiltakNumber> expected(RoundView round, Snapshot snapshot) {
        Point cutOff = new Point(round.cutOff(), snapshot.position(), null);
        return snapshot.portfolio(cutOff)
                .stream()
                .filter(version -> version.get(Attribute.ACTIVITY) != Activity.FINISHED)
                .map(TiltakVersion::number)
                .toList();
    }

    private static List<TiltakNumber> without(Collection<TiltakNumber> all, Collection<TiltakNumber> some) {
        List<TiltakNumber> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }
}
