package no.ehelse.portfolio.evidence.verification;

import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.evidence.StoredEvent;
import no.ehelse.portfolio.evidence.verification.Finding.Kind;

/** Events without a seal that can be read: older than seals, stripped of theirs, or never recorded by this service. */
final class Unsealed {

    private final long sealedFrom;
    private final Places places;
    private final Findings findings;
    private final List<Located> run = new ArrayList<>();
    private long older;
    private long length;
    private long before;

    /**
     * Nothing read yet.
     *
     * @param sealedFrom the place of the first event that was sealed
     */
    Unsealed(long sealedFrom, Places places, Findings findings) {
        this.sealedFrom = sealedFrom;
        this.places = places;
        this.findings = findings;
        this.before = sealedFrom - 1;
    }

    /**
     * Takes the next event without a seal in.
     *
     * @param rank its number among all events that were read, from 1
     * @return whether it is from before events were sealed
     */
    boolean look(StoredEvent event, long rank) {
        if (rank < sealedFrom) {
            older++;
            return true;
        }
        length++;
        if (run.size() < Findings.LIMIT) {
            run.add(Located.of(event));
        }
        return false;
    }

    /** A sealed event ends a run of unsealed ones: if just as many places are free, these events had them. */
    void end(long place) {
        boolean stripped = place - before - 1 == length;
        for (int number = 0; number < run.size(); number++) {
            long own = before + 1 + number;
            if (stripped) {
                places.claim(own);
                findings.add(Finding.of(Kind.ALTERED, run.get(number), own,
                        "It has no seal that can be read, and had one when it was recorded."));
            } else {
                findings.add(Finding.of(Kind.FORGED, run.get(number), null,
                        "It has no seal, unlike every event that this service recorded since the one with place "
                                + sealedFrom + "."));
            }
        }
        run.clear();
        length = 0;
        before = place;
    }

    /** How many are from before events were sealed. */
    long older() {
        return older;
    }
}
