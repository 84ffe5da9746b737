package no.ehelse.portfolio.eventstore;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** Where the events of a log go that is taken over: {@link LogTakeover}. */
public interface TakenOverEvents {

    /** Whether what is appended is taken back where the transaction of the caller is. */
    boolean isAllOrNothing();

    /** Lets positions begin at 1 in a store that is empty, also where an earlier attempt took some. */
    void numberFromOne();

    /** Which of the identifiers events have already. */
    List<String> taken(List<String> identifiers);

    /** Stores events as they are, with the times and seals that another store recorded them with, in their order. */
    void append(List<? extends DomainEventMessage<?>> events);
}
