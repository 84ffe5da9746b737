package no.ehelse.portfolio.asof;

import java.util.SortedSet;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/** The tiltak with events that the read model could not digest: what it says of them is incomplete. */
public interface IncompleteTiltak {

    /** Their numbers; in daily use there are none. */
    SortedSet<TiltakNumber> now();
}
