package no.ehelse.portfolio.tiltak.view.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/**
 * The answer to {@link FindHistory}.
 *
 * @param known whether any event of the tiltak exists at all
 * @param entries in recorded order
 */
public record RecordedHistory(@JsonIgnore boolean known, TiltakNumber number, List<HistoryEntry> entries) {

    /** Copies the entries. */
    public RecordedHistory {
        entries = List.copyOf(entries);
    }

    /** The same, without who recorded the entries. */
    public RecordedHistory anonymous() {
        return new RecordedHistory(known, number, entries.stream().map(HistoryEntry::anonymous).toList());
    }
}
