package no.ehelse.portfolio.index;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one tiltak that are known together, by their first days; an immutable value.
 *
 * <p>They lie in chunks of arrays, which a value shares with the one that it was made from wherever nothing changed: a
 * change costs a chunk, and finding a day costs two searches in arrays, whatever the length of the history.
 */
final class VersionsByDay {

    static final VersionsByDay NONE = new VersionsByDay(new int[0], new Chunk[0]);

    private static final int CHUNK = 32;
    private static final int FEW = CHUNK / 4;

    /** The first day of the first version in each chunk, counted from 1970-01-01. */
    private final int[] firstDays;
    private final Chunk[] chunks;

    /**
     * Neighbouring versions, at least one.
     *
     * @param days the first day of each, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and never written once it is made
    record Chunk(int[] days, TiltakVersion[] versions) {

        /** The version that began last on a day or before it, which is not before the first of these. */
        TiltakVersion floor(int day) {
            return versions[VersionsByDay.floor(days, day)];
        }
    }

    private VersionsByDay(int[] firstDays, Chunk[] chunks) {
        this.firstDays = firstDays;
        this.chunks = chunks;
    }

    /** A day as it is counted here. */
    static int dayOf(LocalDate day) {
        return (int) day.toEpochDay();
    }

    /** The chunk in which the version is that began last on a day or before it; null: none had begun. */
    @Nullable Chunk chunk(int day) {
        int place = floor(firstDays, day);
        return place < 0 ? null : chunks[place];
    }

    /** The version that began last on a day or before it; null: none had begun. */
    @Nullable TiltakVersion floor(int day) {
        Chunk chunk = chunk(day);
        return chunk == null ? null : chunk.floor(day);
    }

    /** The place of the last element that is at most a value; −1: there is none. It jumps nowhere that has to be guessed. */
    private static int floor(int[] ascending, int value) {
        if (ascending.length == 0 || ascending[0] > value) {
            return -1;
        }
        int place = 0;
        int left = ascending.length;
        while (left > 1) {
            int half = left >>> 1;
            place = ascending[place + half] <= value ? place + half : place;
            left -= half;
        }
        return place;
    }

    /** Without the versions that begin on some days, and then with others. */
    VersionsByDay with(Collection<LocalDate> closed, Collection<TiltakVersion> opened) {
        if (closed.isEmpty() && opened.isEmpty()) {
            return this;
        }
        int[] gone = closed.stream().mapToInt(VersionsByDay::dayOf).sorted().toArray();
        TiltakVersion[] more = opened.toArray(new TiltakVersion[0]);
        Arrays.sort(more, Comparator.comparing(TiltakVersion::validFrom));
        int first = Math.min(gone.length == 0 ? Integer.MAX_VALUE : gone[0],
                more.length == 0 ? Integer.MAX_VALUE : dayOf(more[0].validFrom()));
        int last = Math.max(gone.length == 0 ? Integer.MIN_VALUE : gone[gone.length - 1],
                more.length == 0 ? Integer.MIN_VALUE : dayOf(more[more.length - 1].validFrom()));
        int from = Math.max(floor(firstDays, first), 0);
        int to = Math.max(floor(firstDays, last) + 1, Math.min(1, chunks.length));
        Merge merge = merged(from, to, gone, more);
        if (merge.count < FEW && from > 0) {
            from--;
            merge = merged(from, to, gone, more);
        }
        return replaced(from, to, merge);
    }

    /** The versions of some chunks, with others taken out and put in. */
    private Merge merged(int from, int to, int[] gone, TiltakVersion[] more) {
        int room = more.length;
        for (int chunk = from; chunk < to; chunk++) {
            room += chunks[chunk].days.length;
        }
        Merge merge = new Merge(room);
        int next = 0;
        for (int chunk = from; chunk < to; chunk++) {
            Chunk old = chunks[chunk];
            for (int place = 0; place < old.days.length; place++) {
                int day = old.days[place];
                while (next < more.length && dayOf(more[next].validFrom()) < day) {
                    merge.add(more[next++]);
                }
                boolean replaced = next < more.length && dayOf(more[next].validFrom()) == day;
                if (!replaced && Arrays.binarySearch(gone, day) < 0) {
                    merge.add(day, old.versions[place]);
                }
            }
        }
        while (next < more.length) {
            merge.add(more[next++]);
        }
        return merge;
    }

    private VersionsByDay replaced(int from, int to, Merge merge) {
        int pieces = (merge.count + CHUNK - 1) / CHUNK;
        int[] days = new int[chunks.length - (to - from) + pieces];
        Chunk[] all = new Chunk[days.length];
        System.arraycopy(firstDays, 0, days, 0, from);
        System.arraycopy(chunks, 0, all, 0, from);
        boolean grows = to == chunks.length;
        int begin = 0;
        for (int piece = 0; piece < pieces; piece++) {
            // What grows at its end is filled up; in the middle, room is left in each.
            int end = grows ? Math.min(begin + CHUNK, merge.count) : merge.count * (piece + 1) / pieces;
            all[from + piece] = merge.chunk(begin, end);
            days[from + piece] = merge.days[begin];
            begin = end;
        }
        System.arraycopy(firstDays, to, days, from + pieces, chunks.length - to);
        System.arraycopy(chunks, to, all, from + pieces, chunks.length - to);
        return new VersionsByDay(days, all);
    }

    /** Versions in the order of their days, being collected. */
    private static final class Merge {

        private final int[] days;
        private final TiltakVersion[] versions;
        private int count;

        Merge(int room) {
            days = new int[room];
            versions = new TiltakVersion[room];
        }

        void add(TiltakVersion version) {
            add(dayOf(version.validFrom()), version);
        }

        void add(int day, TiltakVersion version) {
            days[count] = day;
            versions[count++] = version;
        }

        Chunk chunk(int begin, int end) {
            return new Chunk(Arrays.copyOfRange(days, begin, end), Arrays.copyOfRange(versions, begin, end));
        }
    }
}
