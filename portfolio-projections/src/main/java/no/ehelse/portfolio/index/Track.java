package no.ehelse.portfolio.index;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/**
 * Every version of one tiltak; an immutable value. For each of its events it holds the time line as known from that
 * event on; the time lines share what they have in common, so that a long history costs little more than its events.
 */
public final class Track {

    private final TiltakNumber number;
    private final long[] positions;
    private final VersionsByDay[] timelines;

    /** The last of each, which most questions are about. */
    private final long lastPosition;
    private final VersionsByDay latest;

    private Track(TiltakNumber number, long[] positions, VersionsByDay[] timelines) {
        this.number = number;
        this.positions = positions;
        this.timelines = timelines;
        boolean empty = positions.length == 0;
        this.lastPosition = empty ? 0 : positions[positions.length - 1];
        this.latest = empty ? VersionsByDay.NONE : timelines[timelines.length - 1];
    }

    static Track empty(TiltakNumber number) {
        return new Track(number, new long[0], new VersionsByDay[0]);
    }

    /** One event: where it stands, the first days of the versions it closes, and the versions it opens. */
    record Step(long position, Collection<LocalDate> closed, Collection<TiltakVersion> opened) {}

    /** With more events, in stream order, all of them after those that are there. */
    Track with(List<Step> steps) {
        long[] morePositions = Arrays.copyOf(positions, positions.length + steps.size());
        VersionsByDay[] moreTimelines = Arrays.copyOf(timelines, morePositions.length);
        VersionsByDay timeline = latest;
        int place = positions.length;
        for (Step step : steps) {
            timeline = timeline.with(step.closed(), step.opened());
            morePositions[place] = step.position();
            moreTimelines[place++] = timeline;
        }
        return new Track(number, morePositions, moreTimelines);
    }

    /** The tiltak. */
    public TiltakNumber number() {
        return number;
    }

    /** The stream position of the last event. */
    long lastPosition() {
        return lastPosition;
    }

    /** How many events are known at a stream position; mostly all. */
    private int countUpTo(long position) {
        return position >= lastPosition ? positions.length : Moments.countUpTo(positions, position);
    }

    /** The sequence number of the last event up to a stream position; −1: there is none. */
    public long version(long position) {
        return countUpTo(position) - 1L;
    }

    /** What holds at a point, present in the portfolio or not; null: nothing is recorded for that day. */
    public @Nullable TiltakVersion at(Point point) {
        return known(point.position()).floor(VersionsByDay.dayOf(point.validOn()));
    }

    /** The versions that are known at a stream position. */
    VersionsByDay known(long position) {
        if (position >= lastPosition) {
            return latest;
        }
        int known = Moments.countUpTo(positions, position);
        return known == 0 ? VersionsByDay.NONE : timelines[known - 1];
    }

    /** What holds at a point; null: it is not in the portfolio. */
    public @Nullable TiltakVersion presentAt(Point point) {
        TiltakVersion version = at(point);
        return version == null || !version.state().inPortfolio() ? null : version;
    }
}
