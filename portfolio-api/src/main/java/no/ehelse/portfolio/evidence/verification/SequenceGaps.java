package no.ehelse.portfolio.evidence.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.evidence.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Which sequence numbers of which aggregates the log passes over. */
final class SequenceGaps {

    /** The last event of each aggregate. */
    private final Map<String, Last> lasts = new HashMap<>();
    private final Map<String, List<Gap>> gaps = new LinkedHashMap<>();

    /** The event that an aggregate had last; of an unsealed one the place is 0. */
    private record Last(long sequence, long place, long position) {}

    /**
     * Sequence numbers that are passed over.
     *
     * @param from the first one
     * @param to the last one
     * @param after the place of the event before them; 0: there is none, or it has none
     * @param before the place of the event behind them; 0: it has none
     * @param position that of the event before them; 0: there is none
     */
    record Gap(String aggregate, long from, long to, long after, long before, long position) {

        private Gap from(long sequence) {
            return new Gap(aggregate, sequence, to, after, before, position);
        }

        private Gap to(long sequence) {
            return new Gap(aggregate, from, sequence, after, before, position);
        }
    }

    /** How an event follows the one before it in its aggregate. */
    enum Step {
        /** It is the next one, or leaves a gap. */
        ON,
        /** It fills a gap that was left before it. */
        BACK,
        /** Its number was there before. */
        AGAIN
    }

    /**
     * Takes the next event in.
     *
     * @param place its place in the order of recording; 0: it has none
     */
    Step look(StoredEvent event, long place) {
        @Nullable Last last = lasts.get(event.aggregate());
        long expected = last == null ? 0 : last.sequence() + 1;
        if (event.sequence() < expected) {
            return fill(event) ? Step.BACK : Step.AGAIN;
        }
        if (event.sequence() > expected) {
            gaps.computeIfAbsent(event.aggregate(), key -> new ArrayList<>())
                    .add(new Gap(event.aggregate(), expected, event.sequence() - 1, last == null ? 0 : last.place(),
                            place, last == null ? 0 : last.position()));
        }
        lasts.put(event.aggregate(), new Last(event.sequence(), place, event.position()));
        return Step.ON;
    }

    private boolean fill(StoredEvent event) {
        List<Gap> ofAggregate = gaps.getOrDefault(event.aggregate(), List.of());
        for (Iterator<Gap> each = ofAggregate.iterator(); each.hasNext();) {
            Gap gap = each.next();
            if (gap.from() <= event.sequence() && event.sequence() <= gap.to()) {
                each.remove();
                if (gap.from() < event.sequence()) {
                    ofAggregate.add(gap.to(event.sequence() - 1));
                }
                if (event.sequence() < gap.to()) {
                    ofAggregate.add(gap.from(event.sequence() + 1));
                }
                return true;
            }
        }
        return false;
    }

    /** The gaps that were not filled. */
    List<Gap> open() {
        return gaps.values().stream().flatMap(List::stream).toList();
    }
}
