package no.ehelse.portfolio.round.view.report;

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
import no.ehelse.portfolio.tiltak.Risk;
import no.ehelse.portfolio.tiltak.Status;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/** What happened to the portfolio between two points, tiltak by tiltak. */
final class SinceThen {

    private final List<StatusReport.JoinedSince> joined = new ArrayList<>();
    private final List<StatusReport.LeftSince> left = new ArrayList<>();
    private final List<StatusReport.RenamedSince> renamed = new ArrayList<>();
    private final List<StatusReport.MovedSince> moved = new ArrayList<>();
    private final Turns status = new Turns();
    private final Turns risk = new Turns();

    private SinceThen() {}

    private static final class Turns {

        private final List<StatusReport.Turn> better = new ArrayList<>();
        private final List<StatusReport.Turn> worse = new ArrayList<>();
        private final List<StatusReport.Turn> other = new ArrayList<>();

        <L extends Enum<L>> void add(TiltakVersion tiltak, @Nullable L before, @Nullable L after) {
            List<StatusReport.Turn> direction = before == null || after == null ? other
                    : after.compareTo(before) < 0 ? better
                    : worse;
            direction.add(new StatusReport.Turn(tiltak.number(), StatusReports.name(tiltak),
                    before == null ? null : before.name(), after == null ? null : after.name()));
        }

        StatusReport.Turned turned() {
            return new StatusReport.Turned(better, worse, other);
        }
    }

    static SinceThen between(Point then, Point now, Snapshot snapshot) {
        SinceThen since = new SinceThen();
        for (Track track : snapshot.tracks()) {
            TiltakVersion before = track.presentAt(then);
            TiltakVersion after = track.presentAt(now);
            if (before == null && after != null) {
                since.joined.add(joined(after));
            } else if (before != null && after == null) {
                since.left.add(left(before, track.at(now)));
            } else if (before != null && after != null) {
                since.compare(before, after, now.validOn());
            }
        }
        return since;
    }

    private static StatusReport.JoinedSince joined(TiltakVersion after) {
        LocalDate earliest = after.state().presence() instanceof Presence.Present present ? present.earliest() : null;
        return new StatusReport.JoinedSince(after.number(), StatusReports.name(after),
                after.get(Attribute.ORGANISATION),
                Objects.requireNonNull(after.get(Attribute.ACTIVITY)), earliest);
    }

    private static StatusReport.LeftSince left(TiltakVersion before, @Nullable TiltakVersion after) {
        return after != null && after.state().presence() instanceof Presence.Left left
                ? new StatusReport.LeftSince(before.number(), StatusReports.name(before),
                        before.get(Attribute.ORGANISATION),
                        left.reason(), left.wayForward(), left.successors(), left.earliest())
                : new StatusReport.LeftSince(before.number(), StatusReports.name(before),
                        before.get(Attribute.ORGANISATION),
                        null, null, List.of(), null);
    }

    private void compare(TiltakVersion before, TiltakVersion after, LocalDate day) {
        List<String> changed = after.state()
                .attributeChangesSince(before.state(), day)
                .stream()
                .map(Change::attribute)
                .toList();
        if (changed.contains(Attribute.NAME.name())) {
            renamed.add(new StatusReport.RenamedSince(after.number(), StatusReports.name(before),
                    StatusReports.name(after)));
        }
        if (changed.contains(Attribute.ORGANISATION.name())) {
            moved.add(new StatusReport.MovedSince(after.number(), StatusReports.name(after),
                    before.get(Attribute.ORGANISATION), after.get(Attribute.ORGANISATION)));
        }
        if (changed.contains(Attribute.STATUS.name())) {
            status.<Status>add(after, before.get(Attribute.STATUS), after.get(Attribute.STATUS));
        }
        if (changed.contains(Attribute.RISK.name())) {
            risk.<Risk>add(after, before.get(Attribute.RISK), after.get(Attribute.RISK));
        }
    }

    List<StatusReport.JoinedSince> joined() {
        return joined;
    }

    List<StatusReport.LeftSince> left() {
        return left;
    }

    List<StatusReport.RenamedSince> renamed() {
        return renamed;
    }

    List<StatusReport.MovedSince> moved() {
        return moved;
    }

    StatusReport.Turned statusChanged() {
        return status.turned();
    }

    StatusReport.Turned riskChanged() {
        return risk.turned();
    }
}
