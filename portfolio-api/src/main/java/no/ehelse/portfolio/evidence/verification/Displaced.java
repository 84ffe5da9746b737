package no.ehelse.portfolio.evidence.verification;

import java.util.function.LongUnaryOperator;
import no.ehelse.portfolio.evidence.CanonicalForm;
import no.ehelse.portfolio.evidence.Seal;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.verification.Finding.Kind;

/** The second reading of a log whose events are not in the order of recording: it names those that stand elsewhere. */
final class Displaced {

    private final LongUnaryOperator ranks;
    private final Findings findings;
    private long rank;

    Displaced(Places places, Findings findings) {
        this.ranks = places.ranks();
        this.findings = findings;
    }

    void look(StoredEvent event) {
        Seal seal = Seal.parse(CanonicalForm.of(event).seal());
        if (seal == null || findings.areAt(event.position())) {
            return;
        }
        rank++;
        if (ranks.applyAsLong(seal.place()) != rank) {
            findings.add(Finding.of(Kind.SWAPPED, Located.of(event), seal.place(),
                    "It is whole, but stands elsewhere in the stream than where it was recorded."));
        }
    }
}
