package no.ehelse.portfolio.index;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import no.ehelse.portfolio.projection.Moment;
import org.jspecify.annotations.Nullable;

/** When each event of the stream was recorded; an immutable value. */
final class Moments {

    static final Moments NONE = new Moments(new long[0], new long[0]);

    private final long[] positions;
    private final long[] millis;

    private Moments(long[] positions, long[] millis) {
        this.positions = positions;
        this.millis = millis;
    }

    /** With more events, in stream order, all of them after those that are there. */
    Moments with(List<Moment> more) {
        int old = positions.length;
        long[] morePositions = Arrays.copyOf(positions, old + more.size());
        long[] moreMillis = Arrays.copyOf(millis, old + more.size());
        for (int place = 0; place < more.size(); place++) {
            morePositions[old + place] = more.get(place).position();
            moreMillis[old + place] = more.get(place).recordedAt().toEpochMilli();
        }
        return new Moments(morePositions, moreMillis);
    }

    /** The position of the last event recorded at that instant or before; 0: none was. */
    long positionAt(Instant knownAt) {
        int count = countUpTo(millis, knownAt.toEpochMilli());
        return count == 0 ? 0 : positions[count - 1];
    }

    /** When the last event up to a position was recorded; null: there is none. */
    @Nullable Instant recordedAt(long position) {
        int count = countUpTo(positions, position);
        return count == 0 ? null : Instant.ofEpochMilli(millis[count - 1]);
    }

    /** How many leading elements of a non-decreasing array are at most a value. */
    static int countUpTo(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
