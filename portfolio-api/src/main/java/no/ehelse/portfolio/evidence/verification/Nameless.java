package no.ehelse.portfolio.evidence.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.verification.Finding.Kind;
import no.ehelse.portfolio.evidence.verification.Remembered.RememberedEvent;

/**
 * The second reading of a log that lacks events which left no gap in their aggregates: it tells between which events of
 * the stream they were, so that they can be named by whoever remembers them.
 */
final class Nameless {

    private final Findings findings;

    /** The findings without a name, by the position behind which something is missing. */
    private final TreeMap<Long, List<Finding>> holes;
    private final Map<Long, Long> ends = new HashMap<>();
    private long last = Long.MIN_VALUE;

    Nameless(Findings findings) {
        this.findings = findings;
        this.holes = findings.nameless()
                .collect(Collectors.groupingBy(Finding::where, TreeMap::new, Collectors.toList()));
    }

    boolean isEmpty() {
        return holes.isEmpty();
    }

    void look(StoredEvent event) {
        holes.subMap(last, event.position()).keySet().forEach(after -> ends.putIfAbsent(after, event.position()));
        last = event.position();
    }

    /** Names those of which as many are missing as are remembered: then it is plain which is which. */
    void name(Remembered remembered) {
        holes.forEach((after, missing) -> {
            long before = ends.getOrDefault(after, Long.MAX_VALUE);
            List<RememberedEvent> lost = remembered.between(after, before, 2 * Findings.LIMIT)
                    .stream()
                    .filter(event -> !findings.areMissing(event.aggregate(), event.sequence()))
                    .toList();
            if (lost.size() == missing.size()) {
                for (int index = 0; index < lost.size(); index++) {
                    findings.replace(missing.get(index), named(missing.get(index), lost.get(index)));
                }
            }
        });
    }

    private static Finding named(Finding missing, RememberedEvent event) {
        return new Finding(Kind.MISSING, event.event(), event.aggregate(), event.sequence(), null, null,
                missing.place(), missing.after(),
                "The event was recorded, the last of its aggregate, and is gone; the read model still names it.",
                List.of());
    }
}
