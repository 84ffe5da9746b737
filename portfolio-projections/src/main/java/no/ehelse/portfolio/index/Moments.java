package no.ehelse.portfolio.index;

import java.time.Instant;
import java.util.List;
import no.ehelse.portfolio.projection.Moment;
import org.jspecify.annotations.Nullable;

/** When each event of the stream was recorded; an immutable value. */
final class Moments {

    static final Moments NONE = new Moments(new Buffer(0), 0);

    private final Buffer buffer;
    private final int count;

    /**
     * Room for more. A longer value writes behind what a shorter one of the same buffer sees, so that an event more costs
     * no copy of those before it.
     */
    private static final class Buffer {

        private final long[] positions;
        private final long[] millis;
        private int used;

        Buffer(int capacity) {
            positions = new long[capacity];
            millis = new long[capacity];
        }

        /** A larger one that begins with the same moments. */
        Buffer larger(int count, int capacity) {
            Buffer larger = new Buffer(capacity);
            System.arraycopy(positions, 0, larger.positions, 0, count);
            System.arraycopy(millis, 0, larger.millis, 0, count);
            larger.used = count;
            return larger;
        }
    }

    private Moments(Buffer buffer, int count) {
        this.buffer = buffer;
        this.count = count;
    }

    /** With more events, in stream order, all of them after those that are there. */
    Moments with(List<Moment> more) {
        int longer = count + more.size();
        synchronized (buffer) {
            boolean room = buffer.used == count && longer <= buffer.positions.length;
            Buffer target = room ? buffer : buffer.larger(count, longer + longer / 2);
            for (int place = 0; place < more.size(); place++) {
                target.positions[count + place] = more.get(place).position();
                target.millis[count + place] = more.get(place).recordedAt().toEpochMilli();
            }
            target.used = longer;
            return new Moments(target, longer);
        }
    }

    /** The position of the last event recorded at that instant or before; 0: none was. */
    long positionAt(Instant knownAt) {
        int known = countUpTo(buffer.millis, count, knownAt.toEpochMilli());
        return known == 0 ? 0 : buffer.positions[known - 1];
    }

    /** When the last event up to a position was recorded; null: there is none. */
    @Nullable Instant recordedAt(long position) {
        int known = countUpTo(buffer.positions, count, position);
        return known == 0 ? null : Instant.ofEpochMilli(buffer.millis[known - 1]);
    }

    /** How many leading elements of a non-decreasing array are at most a value. */
    static int countUpTo(long[] sorted, long value) {
        return countUpTo(sorted, sorted.length, value);
    }

    private static int countUpTo(long[] sorted, int length, long value) {
        int low = 0;
        int high = length;
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
