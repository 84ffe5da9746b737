package no.ehelse.portfolio.tiltak.view.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.index.Track;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Presence;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

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
        List<PortfolioChanges.Joined> joined = new ArrayList<>();
        List<PortfolioChanges.Left> left = new ArrayList<>();
        List<PortfolioChanges.Changed> changed = new ArrayList<>();
        int unchanged = 0;
        for (Track track : snapshot.tracks()) {
            TiltakVersion before = track.presentAt(query.from());
            TiltakVersion after = track.presentAt(query.to());
            if (before == null && after != null) {
                joined.add(joined(after));
            } else if (before != null && after == null) {
                left.add(left(before, track.at(query.to())));
            } else if (before != null && after != null) {
                List<Change> changes = after.state().attributeChangesSince(before.state(), query.to().validOn());
                if (changes.isEmpty()) {
                    unchanged++;
                } else {
                    changed.add(new PortfolioChanges.Changed(after.number(), name(after),
                            changes.stream().map(ValueChange::of).toList()));
                }
            }
        }
        return new PortfolioChanges(snapshot.answered(query.from()), snapshot.answered(query.to()), joined, left,
                changed, unchanged);
    }

    private static String name(TiltakVersion version) {
        return Objects.requireNonNull(version.get(Attribute.NAME));
    }

    private static PortfolioChanges.Joined joined(TiltakVersion after) {
        LocalDate earliest = after.state().presence() instanceof Presence.Present present ? present.earliest() : null;
        return new PortfolioChanges.Joined(after.number(), name(after), earliest);
    }

    private static PortfolioChanges.Left left(TiltakVersion before, @Nullable TiltakVersion after) {
        return after != null && after.state().presence() instanceof Presence.Left left
                ? new PortfolioChanges.Left(before.number(), name(before), left.reason(), left.wayForward(),
                        left.successors(), left.earliest())
                : new PortfolioChanges.Left(before.number(), name(before), null, null, List.of(), null);
    }
}
