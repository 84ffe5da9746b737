package no.ehelse.portfolio.eventstore;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks an event that a projector cannot handle, but never one that merely met an absent database: then it throws, and
 * the processor reads the batch again later. To decide against parking would skip the event.
 *
 * <p>A failure of the database that says nothing about the event's own data may pass, whether or not we know it: such an
 * event gets a second try before it is parked.
 */
final class ParkBrokenEvents implements EnqueuePolicy<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ParkBrokenEvents.class);

    /** SQL states of what another try cannot help: the data, a constraint, the statement. */
    private static final Set<String> OF_THE_EVENT = Set.of("22", "23", "42");

    /** The identifiers of the events that had their first try; there are as many as there were such failures. */
    private final Set<String> tried = ConcurrentHashMap.newKeySet();

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (Outage.causes(cause)) {
            throw new EventProcessingException("The database is away; the event is read again later", cause);
        }
        String event = letter.message().getIdentifier();
        if (mayPass(cause) && tried.add(event)) {
            throw new EventProcessingException("The database failed; the event is read once more", cause);
        }
        tried.remove(event);
        LOG.error("Event {} cannot be digested, and is parked", event, cause);
        return Decisions.enqueue(ThrowableCause.truncated(cause));
    }

    private static boolean mayPass(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException problem) {
                String state = problem.getSQLState();
                return state == null || state.length() < 2 || !OF_THE_EVENT.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
