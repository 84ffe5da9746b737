package no.ehelse.portfolio.register;

import java.time.LocalDate;
import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.evidence.CanonicalForm;
import no.ehelse.portfolio.evidence.Heads;
import no.ehelse.portfolio.evidence.StoredLog;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.Witness;
import no.ehelse.portfolio.round.Witnesses;
import org.springframework.stereotype.Component;

/** Takes the witness of an edition while nobody else can append anything. */
@Component
public class PublicationWitnesses implements Witnesses {

    private final AppendOrder order;
    private final StoredLog log;
    private final ReportDigests reports;
    private final Heads heads = new Heads();
    private long read = StoredLog.START;

    PublicationWitnesses(AppendOrder order, StoredLog log, ReportDigests reports) {
        this.order = order;
        this.log = log;
        this.reports = reports;
    }

    /** Others append while the chains and the read model are brought up to date, and wait only for what came meanwhile. */
    @Override
    public Witness of(RoundId round, LocalDate cutOff, int edition) {
        digestOfLog();
        reports.catchUp(round);
        order.take();
        return new Witness(reports.of(round, cutOff, edition), digestOfLog());
    }

    /** Never held while waiting for the append order: whoever has that may need this. */
    private synchronized String digestOfLog() {
        log.read(read, log.end(), event -> {
            heads.add(event, CanonicalForm.of(event));
            read = event.position();
        });
        return heads.digest();
    }
}
