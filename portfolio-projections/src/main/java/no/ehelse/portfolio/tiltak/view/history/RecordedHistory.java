package no.ehelse.portfolio.tiltak.view.history;

import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/**
 * Everything that was recorded about a tiltak.
 *
 * @param entries in recorded order
 */
public record RecordedHistory(TiltakNumber number, List<HistoryEntry> entries) {

    /** Copies the entries. */
    public RecordedHistory {
        entries = List.copyOf(entries);
    }

    /** The same, without who recorded the entries. */
    public RecordedHistory anonymous() {
        return new RecordedHistory(number, entries.stream().map(HistoryEntry::anonymous).toList());
    }
}
