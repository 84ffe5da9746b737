package no.ehelse.portfolio.tiltak.view.history;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.index.Track;
import no.ehelse.portfolio.projection.Progress;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakEntries;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import org.jspecify.annotations.Nullable;

/** The entries of the tiltak that were asked about a while ago, as far as they are still the same in the table. */
final class RecentEntries {

    /** More than a national portfolio has in decades. */
    private static final int MOST_ENTRIES = 60_000;

    private final TiltakEntries table;
    private final Map<TiltakNumber, Read> read = new LinkedHashMap<>(16, 0.75f, true);
    private int kept;

    /**
     * The entries of a tiltak.
     *
     * @param version the sequence number of the last of them
     * @param from how far the tables were that they were read from, and which
     */
    private record Read(long version, Progress.Mark from, List<TiltakEntry> entries) {}

    RecentEntries(TiltakEntries table) {
        this.table = table;
    }

    /** Every entry of a tiltak that a snapshot knows, in recorded order. */
    List<TiltakEntry> of(Track track, Snapshot snapshot) {
        long version = track.version(snapshot.position());
        Progress.Mark readAt = snapshot.readAt();
        Read known = find(track.number());
        if (known != null && known.version() == version && readAt != null && readAt.continues(known.from())) {
            return known.entries();
        }
        List<TiltakEntry> entries = List.copyOf(table.of(track.number(), snapshot.position()));
        if (readAt != null && entries.size() == version + 1) {
            keep(track.number(), new Read(version, readAt, entries));
        }
        return entries;
    }

    private synchronized @Nullable Read find(TiltakNumber number) {
        return read.get(number);
    }

    private synchronized void keep(TiltakNumber number, Read entries) {
        Read before = read.put(number, entries);
        kept += entries.entries().size() - (before == null ? 0 : before.entries().size());
        Iterator<Read> eldest = read.values().iterator();
        while (kept > MOST_ENTRIES && eldest.hasNext()) {
            kept -= eldest.next().entries().size();
            eldest.remove();
        }
    }
}
