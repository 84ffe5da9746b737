package no.ehelse.portfolio.round.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.projection.Part;
import no.ehelse.portfolio.round.RoundId;

/** What a batch makes of rounds. */
public final class RoundChanges implements Part {

    private final RoundTables tables;
    private final List<RoundTables.Entry> entries = new ArrayList<>();
    private final Map<RoundId, RoundView> changed = new LinkedHashMap<>();

    RoundChanges(RoundTables tables) {
        this.tables = tables;
    }

    void add(RoundTables.Entry entry, RoundView round) {
        entries.add(entry);
        changed.put(round.round(), round);
    }

    /** The rounds that changed, as they are after the batch. */
    public List<RoundView> changed() {
        return List.copyOf(changed.values());
    }

    @Override
    public void write() {
        tables.replace(changed.values());
        tables.append(entries);
    }
}
