package no.ehelse.portfolio.round.view.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.tiltak.Activity;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.TiltakEvent.ReportSubmitted;
import no.ehelse.portfolio.tiltak.TiltakEvent.TiltakRegistered;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;

/**
 * Who reported in a round; every list is in ascending order.
 *
 * @param reported the tiltak with a report, or a registration naming the round, that is not retracted
 * @param confirmed those of them whose reports changed nothing
 * @param late the tiltak with an entry in the round that was recorded after it was closed
 * @param notReported those expected (present on the cut-off and not FINISHED) that did not report
 */
public record WhoReported(List<TiltakNumber> reported, List<TiltakNumber> confirmed, List<TiltakNumber> late,
        List<TiltakNumber> notReported) {

    /** Copies the lists. */
    public WhoReported {
        reported = List.copyOf(reported);
        confirmed = List.copyOf(confirmed);
        late = List.copyOf(late);
        notReported = List.copyOf(notReported);
    }

    /**
     * Who reported.
     *
     * @param standing the entries that name the round and are not retracted; one of a day on which the tiltak was, as known,
     *            not in the portfolio counts for nothing
     * @param cutOff the cut-off day, and what is known
     */
    public static WhoReported of(List<TiltakEntry> standing, Snapshot snapshot, Point cutOff) {
        Set<TiltakNumber> reported = new TreeSet<>();
        Set<TiltakNumber> changed = new TreeSet<>();
        Set<TiltakNumber> late = new TreeSet<>();
        for (TiltakEntry entry : standing) {
            if (isOfNoTiltak(entry, snapshot, cutOff)) {
                continue;
            }
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
        return new WhoReported(List.copyOf(reported), without(reported, changed), List.copyOf(late),
                without(expected(snapshot, cutOff), reported));
    }

    /** Whether, as known, the tiltak was not in the portfolio on the entry's day: it was registered in error, say. */
    private static boolean isOfNoTiltak(TiltakEntry entry, Snapshot snapshot, Point cutOff) {
        if (entry.effective() == null) {
            return true;
        }
        LocalDate day = entry.effective().occasion().effectiveFrom();
        if (day.isAfter(cutOff.validOn())) {
            return false;
        }
        Point then = new Point(day, cutOff.position(), cutOff.knownAt());
        return snapshot.track(entry.event().number()).map(track -> track.presentAt(then)).isEmpty();
    }

    private static List<TiltakNumber> expected(Snapshot snapshot, Point cutOff) {
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
