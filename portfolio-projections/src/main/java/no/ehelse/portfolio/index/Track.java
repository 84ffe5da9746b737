package no.ehelse.portfolio.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Every version of one tiltak; an immutable value. For each of its events it holds the time line as known from that
 * event on; the time lines share what they have in common, so that a long history costs little more than its events.
 */
public final class Track {

    private static final TreePMap<LocalDate, TiltakVersion> EMPTY = TreePMap.empty();

    private final TiltakNumber number;
    private final long[] positions;
    private final List<TreePMap<LocalDate, TiltakVersion>> timelines;

    private Track(TiltakNumber number, long[] positions, List<TreePMap<LocalDate, TiltakVersion>> timelines) {
        this.number = number;
        this.positions = positions;
        this.timelines = timelines;
    }

    static Track empty(TiltakNumber number) {
        return new Track(number, new long[0], List.of());
    }

    /** One event: where it stands, the first days of the versions it closes, and the versions it opens. */
    record Step(long position, Collection<LocalDate> closed, Collection<TiltakVersion> opened) {}

    /** With more events, in stream order, all of them after those that are there. */
    Track with(List<Step> steps) {
        long[] morePositions = Arrays.copyOf(positions, positions.length + steps.size());
        List<TreePMap<LocalDate, TiltakVersion>> moreTimelines = new ArrayList<>(morePositions.length);
        moreTimelines.addAll(timelines);
        TreePMap<LocalDate, TiltakVersion> timeline = timelines.isEmpty() ? EMPTY : timelines.getLast();
        int place = positions.length;
        for (Step step : steps) {
            timeline = timeline.minusAll(step.closed());
            for (TiltakVersion opened : step.opened()) {
                timeline = timeline.plus(opened.validFrom(), opened);
            }
            morePositions[place++] = step.position();
            moreTimelines.add(timeline);
        }
        return new Track(number, morePositions, moreTimelines);
    }

    /** The tiltak. */
    public TiltakNumber number() {
        return number;
    }

    /** The stream position of the last event. */
    long lastPosition() {
        return positions.length == 0 ? 0 : positions[positions.length - 1];
    }

    /** How many events are known at a stream position; mostly all. */
    private int countUpTo(long position) {
        return position >= lastPosition() ? positions.length : Moments.countUpTo(positions, position);
    }

    /** The sequence number of the last event up to a stream position; −1: there is none. */
    public long version(long position) {
        return countUpTo(position) - 1L;
    }

    /** What holds at a point, present in the portfolio or not; null: nothing is recorded for that day. */
    public @Nullable TiltakVersion at(Point point) {
        int known = countUpTo(point.position());
        if (known == 0) {
            return null;
        }
        Map.Entry<LocalDate, TiltakVersion> entry = timelines.get(known - 1).floorEntry(point.validOn());
        return entry == null ? null : entry.getValue();
    }

    /** What holds at a point; null: it is not in the portfolio. */
    public @Nullable TiltakVersion presentAt(Point point) {
        TiltakVersion version = at(point);
        return version == null || !version.state().inPortfolio() ? null : version;
    }
}
