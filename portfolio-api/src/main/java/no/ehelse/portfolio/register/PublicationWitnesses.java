package no.ehelse.portfolio.register;

import java.time.LocalDate;
import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.evidence.CanonicalForm;
import no.ehelse.portfolio.evidence.Heads;
import no.ehelse.portfolio.evidence.StoredLog;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.Witness;
import no.ehelse.portfolio.round.Witnesses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the witness of an edition while nobody else can append anything. */
@Component
public class PublicationWitnesses implements Witnesses {

    private final AppendOrder order;
    private final StoredLog log;
    private final Heads heads = new Heads();
    private long read = StoredLog.START;

    PublicationWitnesses(AppendOrder order, StoredLog log) {
        this.order = order;
        this.log = log;
    }

    /** Others append while the chains are brought up to date, and wait only for what came meanwhile. */
    @Override
    public Witness of(RoundId round, LocalDate cutOff, int edition) {
        digestOfLog();
        order.take();
        return new Witness(digestOfReport(round, cutOff, edition), digestOfLog());
    }

    /** Never held while waiting for the append order: whoever has that may need this. */
    private synchronized String digestOfLog() {
        log.read(read, log.end(), event -> {
            heads.add(event, CanonicalForm.of(event));
            read = event.position();
        });
        return heads.digest();
    }

    /** The SHA-256 of the status report's bytes goes here as soon as there is a status report. */
    @SuppressWarnings("UnusedVariable") // what a report is made of
    private static @Nullable String digestOfReport(RoundId round, LocalDate cutOff, int edition) {
        return null;
    }
}
