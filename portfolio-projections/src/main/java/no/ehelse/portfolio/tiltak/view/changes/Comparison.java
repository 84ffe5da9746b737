package no.ehelse.portfolio.tiltak.view.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.index.Track;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.Presence;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.TiltakState;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two points that is being made, tiltak by tiltak. Between the two lies a third: the first day as known at
 * the second point. From the first point to that one, the past was corrected; from there to the second, time went by.
 */
final class Comparison {

    private final Point from;
    private final Point corrected;
    private final Point to;

    private final List<PortfolioChanges.Joined> joined = new ArrayList<>();
    private final List<PortfolioChanges.Left> left = new ArrayList<>();
    private final List<PortfolioChanges.Changed> changed = new ArrayList<>();
    private final List<PortfolioChanges.Moved> moved = new ArrayList<>();
    private final List<PortfolioChanges.Renamed> renamed = new ArrayList<>();
    private final List<PortfolioChanges.Changed> corrections = new ArrayList<>();
    private int unchanged;
    private int onlyCorrected;
    private int onlyMoved;
    private int onlyRenamed;
    private int joinedCorrected;
    private int leftCorrected;

    Comparison(Point from, Point to) {
        this.from = from;
        this.to = to;
        this.corrected = new Point(from.validOn(), to.position(), to.knownAt());
    }

    /** Compares one tiltak. */
    void take(Track track) {
        boolean isCorrected = correct(track);
        TiltakVersion before = track.presentAt(from);
        TiltakVersion after = track.presentAt(to);
        if (before == null && after != null) {
            joined.add(joined(after));
            joinedCorrected += track.presentAt(corrected) == null ? 0 : 1;
        } else if (before != null && after == null) {
            left.add(left(before, track.at(to)));
            leftCorrected += track.presentAt(corrected) == null ? 1 : 0;
        } else if (before != null && after != null) {
            List<Change> changes = after.state().attributeChangesSince(before.state(), to.validOn());
            if (changes.isEmpty()) {
                unchanged++;
            } else {
                changed.add(new PortfolioChanges.Changed(after.number(), name(after),
                        changes.stream().map(ValueChange::of).toList()));
                boolean changedSince = !changesSinceCorrected(track, after).isEmpty();
                classify(before, after, changes.stream().map(Change::attribute).toList(),
                        isCorrected && !changedSince);
            }
        }
    }

    /** What is known otherwise of the first day; whether there is any. */
    private boolean correct(Track track) {
        TiltakVersion before = track.at(from);
        TiltakVersion after = track.at(corrected);
        boolean unseen = (before == null || !before.state().inPortfolio())
                && (after == null || !after.state().inPortfolio());
        List<Change> changes = unseen ? List.of() : state(after).changesSince(state(before), from.validOn());
        if (changes.isEmpty()) {
            return false;
        }
        String name = name(track.number(), after, before);
        corrections.add(new PortfolioChanges.Changed(track.number(), name,
                changes.stream().map(ValueChange::of).toList()));
        return true;
    }

    private static TiltakState state(@Nullable TiltakVersion version) {
        return version == null ? TiltakState.NOTHING : version.state();
    }

    private static String name(TiltakNumber number, @Nullable TiltakVersion one, @Nullable TiltakVersion other) {
        String name = one == null ? null : one.get(Attribute.NAME);
        String otherName = other == null ? null : other.get(Attribute.NAME);
        return Objects.requireNonNullElseGet(name, () -> Objects.requireNonNullElse(otherName, number.toString()));
    }

    private List<Change> changesSinceCorrected(Track track, TiltakVersion after) {
        return after.state().changesSince(state(track.at(corrected)), to.validOn());
    }

    private void classify(TiltakVersion before, TiltakVersion after, List<String> attributes, boolean isOnlyCorrected) {
        boolean isMoved = attributes.contains(Attribute.ORGANISATION.name());
        boolean isRenamed = attributes.contains(Attribute.NAME.name());
        if (isMoved) {
            moved.add(new PortfolioChanges.Moved(after.number(), name(after), before.get(Attribute.ORGANISATION),
                    after.get(Attribute.ORGANISATION)));
        }
        if (isRenamed) {
            renamed.add(new PortfolioChanges.Renamed(after.number(), name(before), name(after)));
        }
        if (isOnlyCorrected) {
            onlyCorrected++;
        } else if (isMoved) {
            onlyMoved++;
        } else if (isRenamed) {
            onlyRenamed++;
        }
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

    /** What came of it. */
    PortfolioChanges answer(Snapshot snapshot) {
        int both = changed.size() + unchanged;
        PortfolioChanges.Totals totals = new PortfolioChanges.Totals(both + left.size(), joined.size(), left.size(),
                joinedCorrected, leftCorrected, onlyMoved, onlyRenamed,
                changed.size() - onlyCorrected - onlyMoved - onlyRenamed, onlyCorrected, unchanged,
                both + joined.size());
        return new PortfolioChanges(snapshot.answered(from), snapshot.answered(to), joined, left, changed, unchanged,
                moved, renamed, corrections, totals);
    }
}
