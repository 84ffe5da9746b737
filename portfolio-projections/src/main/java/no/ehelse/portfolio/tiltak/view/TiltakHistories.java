package no.ehelse.portfolio.tiltak.view;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/** The histories of the tiltak that are being projected, those of the unwritten batch included. */
public final class TiltakHistories {

    private static final int MOST_KEPT = 5_000;

    private final TiltakEntries entries;
    private final Map<TiltakNumber, Known> histories = new LinkedHashMap<>(16, 0.75f, true);

    /** A history and its periods. */
    record Known(TiltakHistory history, List<TiltakHistory.Period> periods) {

        Known(TiltakHistory history) {
            this(history, history.periods());
        }

        /** With one more entry. */
        Known with(TiltakHistory.Entry entry) {
            TiltakHistory longer = history.with(entry);
            return new Known(longer, longer.periodsAfter(periods));
        }
    }

    /** Starts from what the table holds. */
    public TiltakHistories(TiltakEntries entries) {
        this.entries = entries;
    }

    /**
     * The history just before an event.
     *
     * @param sequence the event's number within the tiltak; what is remembered of another time is not trusted
     */
    Known before(TiltakNumber number, long sequence) {
        Known known = histories.get(number);
        if (known == null || known.history().version() != sequence - 1) {
            known = new Known(entries.history(number));
        }
        return known;
    }

    void put(TiltakNumber number, Known known) {
        histories.put(number, known);
    }

    /** Forgets what was projected but not committed. */
    public void forget() {
        histories.clear();
    }

    /** Forgets those that were not needed for longest, where there are too many. */
    public void shrink() {
        Iterator<TiltakNumber> eldest = histories.keySet().iterator();
        for (int surplus = histories.size() - MOST_KEPT; surplus > 0; surplus--) {
            eldest.next();
            eldest.remove();
        }
    }
}
