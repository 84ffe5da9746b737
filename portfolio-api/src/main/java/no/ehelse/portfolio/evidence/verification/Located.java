package no.ehelse.portfolio.evidence.verification;

import no.ehelse.portfolio.evidence.StoredEvent;

/** Which event something is about, without its content. */
record Located(long position, String event, String aggregate, long sequence, String type) {

    static Located of(StoredEvent event) {
        return new Located(event.position(), event.event(), event.aggregate(), event.sequence(), event.type());
    }
}
