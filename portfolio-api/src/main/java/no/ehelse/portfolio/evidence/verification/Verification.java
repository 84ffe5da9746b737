package no.ehelse.portfolio.evidence.verification;

import java.util.List;
import java.util.stream.Stream;
import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.evidence.HeadMemory;
import no.ehelse.portfolio.evidence.LogHead;
import no.ehelse.portfolio.evidence.SealKeys;
import no.ehelse.portfolio.evidence.StoredLog;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads the whole log from the store itself, and tells whether it is what was recorded. What it keeps in memory is a hash
 * for each aggregate and a bit for each event.
 */
@Component
public class Verification {

    private final StoredLog log;
    private final AppendOrder order;
    private final HeadMemory memory;
    private final SealKeys keys;
    private final Remembered remembered;

    /**
     * Verifies a log.
     *
     * @param remembered none where there is no read model, such as while a store is made
     */
    Verification(StoredLog log, AppendOrder order, HeadMemory memory, SealKeys keys,
            ObjectProvider<Remembered> remembered) {
        this.log = log;
        this.order = order;
        this.memory = memory;
        this.keys = keys;
        this.remembered = remembered.getIfAvailable(() -> (after, before, most) -> List.of());
    }

    /** Verifies everything that is recorded now; what is recorded meanwhile may or may not be read. */
    public VerifiedLog run() {
        Findings findings = new Findings();
        LogHead head = head(findings);
        long end = log.end();
        LogReading reading = new LogReading(keys, head, findings);
        log.read(StoredLog.START, end, reading::look);
        reading.conclude();
        if (reading.areDisordered()) {
            log.read(StoredLog.START, end, new Displaced(reading.places(), findings)::look);
        }
        nameLost(findings, end);
        return reading.answer();
    }

    /** What is missing is known from the log alone, but of the last events of their aggregates not which they were. */
    private void nameLost(Findings findings, long end) {
        Nameless nameless = new Nameless(findings);
        if (!nameless.isEmpty()) {
            log.read(StoredLog.START, end, nameless::look);
            nameless.name(remembered);
        }
    }

    /** What the database keeps, and what is remembered outside it: neither may be ahead of the log. */
    private LogHead head(Findings findings) {
        LogHead kept = keys.head(order.keptHead());
        LogHead remembered = memory.head();
        if (kept == null) {
            findings.add(
                    Finding.ofHead("The count of events that the database keeps was not written by this service."));
        } else if (remembered != null && remembered.events() > kept.events()) {
            findings.add(Finding.ofHead("The database counts " + kept.events() + " events, but " + remembered.events()
                    + " were recorded: it was put back to an earlier state."));
        }
        return Stream.<@Nullable LogHead>of(kept, remembered)
                .filter(head -> head != null)
                .max((one, other) -> Long.compare(one.events(), other.events()))
                .orElse(new LogHead(0, 1));
    }
}
