package no.ehelse.portfolio.eventstore;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;

/**
 * Parks an event that a projector cannot handle, but never one that merely met an absent database: then it throws, and
 * the processor reads the batch again later. To decide against parking would skip the event.
 */
final class ParkBrokenEvents implements EnqueuePolicy<EventMessage<?>> {

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (Outage.causes(cause)) {
            throw new EventProcessingException("The database is away; the event is read again later", cause);
        }
        return Decisions.enqueue(ThrowableCause.truncated(cause));
    }
}
