package no.ehelse.portfolio.tiltak.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.projection.Part;
import no.ehelse.portfolio.projection.Sql;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/** What a batch makes of tiltak. A version that is opened and closed within the batch is written once. */
public final class TiltakChanges implements Part {

    private final TiltakEntries entryTable;
    private final TiltakVersions versionTable;
    private final List<TiltakEntry> entries = new ArrayList<>();
    private final List<TiltakChange> changes = new ArrayList<>();
    private final Map<Key, TiltakVersion> open = new LinkedHashMap<>();
    private final List<TiltakVersions.Closing> closings = new ArrayList<>();
    private final List<TiltakVersions.Row> rows = new ArrayList<>();

    private record Key(TiltakNumber number, LocalDate validFrom) {}

    TiltakChanges(TiltakEntries entryTable, TiltakVersions versionTable) {
        this.entryTable = entryTable;
        this.versionTable = versionTable;
    }

    void add(TiltakEntry entry, TiltakChange change) {
        entries.add(entry);
        changes.add(change);
        for (LocalDate validFrom : change.closed()) {
            TiltakVersions.Closing closing = new TiltakVersions.Closing(change.number(), validFrom,
                    change.event().position(), change.event().recordedAt());
            TiltakVersion ofThisBatch = open.remove(new Key(change.number(), validFrom));
            if (ofThisBatch == null) {
                closings.add(closing);
            } else {
                rows.add(new TiltakVersions.Row(ofThisBatch, closing.knownTo(), closing.recordedTo()));
            }
        }
        for (TiltakVersion opened : change.opened()) {
            open.put(new Key(change.number(), opened.validFrom()), opened);
        }
    }

    /** The changes in stream order. */
    public Collection<TiltakChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    @Override
    public void write() {
        entryTable.append(entries);
        versionTable.close(closings);
        List<TiltakVersions.Row> all = new ArrayList<>(rows);
        open.values().forEach(version -> all.add(new TiltakVersions.Row(version, Sql.NO_POSITION, Sql.NEVER)));
        versionTable.append(all);
    }
}
