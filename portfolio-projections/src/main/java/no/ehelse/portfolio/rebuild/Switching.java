package no.ehelse.portfolio.rebuild;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** What goes with the switch to a rebuilt set, in its transaction. */
public interface Switching {

    /** How far whoever keeps the serving set current has read; null: nobody does yet. */
    @Nullable Long livePosition();

    /** The position of the last event of the log; 0: there is none. */
    long head();

    /**
     * A rebuilt set, which has every event, takes over in the current transaction.
     *
     * @param lastRead the last event in it; null: there is none
     */
    void takesOver(@Nullable TrackingToken lastRead);
}
