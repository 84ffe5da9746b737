package no.ehelse.portfolio.evidence.verification;

import java.util.List;

/** What is still known outside the log of events that the log may have lost. */
public interface Remembered {

    /**
     * An event that was in the log when it was read.
     *
     * @param event its identifier
     * @param aggregate the identifier of its aggregate
     */
    record RememberedEvent(long position, String event, String aggregate, long sequence) {}

    /**
     * The events that are remembered between two positions of the stream, both exclusive, in its order.
     *
     * @param most the first so many at most
     */
    List<RememberedEvent> between(long after, long before, int most);
}
