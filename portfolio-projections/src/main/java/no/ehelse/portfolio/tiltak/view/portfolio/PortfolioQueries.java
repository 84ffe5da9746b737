package no.ehelse.portfolio.tiltak.view.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.index.Track;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what the portfolio is at a point. */
public final class PortfolioQueries {

    private final PortfolioIndex index;

    /** Answers from the index. */
    public PortfolioQueries(PortfolioIndex index) {
        this.index = index;
    }

    @QueryHandler
    Portfolio handle(FindPortfolio query) {
        Snapshot snapshot = index.snapshot();
        Filter filter = query.filter();
        List<TiltakView> found = new ArrayList<>(snapshot.tracks().size());
        snapshot.eachPresent(query.point(), (track, version) -> {
            if (filter.wants(version, query.point(), snapshot)) {
                found.add(TiltakView.of(track, version, snapshot, query.point()));
            }
        });
        if (!query.sorting().isEmpty()) {
            Comparator<TiltakView> order = Sorting.order(query.sorting());
            found.sort(order);
        }
        return new Portfolio(snapshot.answered(query.point()), query.point().position(), found.size(), found);
    }

    @QueryHandler
    FoundTiltak handle(FindTiltak query) {
        Snapshot snapshot = index.snapshot();
        Track track = snapshot.track(query.number()).orElse(null);
        return new FoundTiltak(track != null, track != null && track.version(query.point().position()) >= 0,
                view(track, snapshot, query.point()));
    }

    private static @Nullable TiltakView view(@Nullable Track track, Snapshot snapshot, Point point) {
        if (track == null) {
            return null;
        }
        TiltakVersion version = track.presentAt(point);
        return version == null ? null : TiltakView.of(track, version, snapshot, point);
    }
}
