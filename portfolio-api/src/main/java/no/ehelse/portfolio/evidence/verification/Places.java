package no.ehelse.portfolio.evidence.verification;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/** Which places in the order of recording are taken by the events of the log: a bit for each. */
final class Places {

    private final BitSet genuine = new BitSet();
    private final BitSet claimed = new BitSet();
    private final TreeMap<Long, Long> positionsBeforeHoles = new TreeMap<>();
    private long highest;
    private long highestPosition;
    private boolean disordered;

    /**
     * Takes the place of an event whose seal fits.
     *
     * @return whether it was free
     */
    boolean take(long place, long position) {
        if (genuine.get((int) place)) {
            return false;
        }
        genuine.set((int) place);
        advance(place, position);
        return true;
    }

    /** A place that is taken by an event which is not what it was, and is found already. */
    void claim(long place) {
        if (place < Integer.MAX_VALUE) {
            claimed.set((int) place);
        }
    }

    private void advance(long place, long position) {
        if (place < highest) {
            disordered = true;
            return;
        }
        if (place > highest + 1) {
            positionsBeforeHoles.put(highest, highestPosition);
        }
        highest = place;
        highestPosition = position;
    }

    boolean isTaken(long place) {
        return place < Integer.MAX_VALUE && genuine.get((int) place);
    }

    /** Whether a genuine event stands behind one that was recorded after it. */
    boolean areDisordered() {
        return disordered;
    }

    long highest() {
        return highest;
    }

    /** The places between two, both inclusive, that no event has, and the position of the last event before each. */
    Map<Long, Long> free(long from, long to, int limit) {
        Map<Long, Long> free = new TreeMap<>();
        for (long place = from; place <= to && free.size() < limit; place++) {
            if (!isTaken(place) && !claimed.get((int) place)) {
                Map.Entry<Long, Long> before = positionsBeforeHoles.lowerEntry(place);
                free.put(place, place > highest ? highestPosition : before == null ? 0 : before.getValue());
            }
        }
        return free;
    }

    /** Tells of a place how many genuine events were recorded up to it, itself included. */
    LongUnaryOperator ranks() {
        long[] words = genuine.toLongArray();
        long[] before = new long[words.length + 1];
        for (int word = 0; word < words.length; word++) {
            before[word + 1] = before[word] + Long.bitCount(words[word]);
        }
        return place -> {
            int word = (int) (place / Long.SIZE);
            long upTo = -1L >>> (Long.SIZE - 1 - place % Long.SIZE);
            return before[word] + Long.bitCount(words[word] & upTo);
        };
    }
}
