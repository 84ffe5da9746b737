package no.ehelse.portfolio.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.evidence.LogHead;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.springframework.stereotype.Component;

/**
 * Makes of events that are about to be appended what is recorded, one appending transaction at a time: in one order, with
 * times that never decrease, and sealed.
 */
@Component
public final class Recording {

    private final AppendOrder order;
    private final Sealing sealing;

    Recording(AppendOrder order, Sealing sealing) {
        this.order = order;
        this.sealing = sealing;
    }

    /**
     * The events as they are to be stored. Nobody else appends until the transaction of the caller ends.
     *
     * @param serializer what they are stored with
     * @throws ConcurrencyException if a round was published while they were decided
     */
    public List<DomainEventMessage<?>> inOrder(List<? extends EventMessage<?>> events, Serializer serializer) {
        AppendOrder.Held held = order.lock();
        if (AppendOrder.isPublishedSince(held)) {
            throw new ConcurrencyException("A round was published while this was decided");
        }
        Instant last = held.lastRecordedAt();
        long place = held.head().events();
        List<DomainEventMessage<?>> inOrder = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> raised = recordedNotBefore(last, event);
            last = raised.getTimestamp();
            place++;
            inOrder.add(sealing.sealed(raised, place, serializer));
        }
        order.recorded(last, new LogHead(place, held.head().sealedFrom()));
        return inOrder;
    }

    private static DomainEventMessage<?> recordedNotBefore(Instant last, EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> ofAggregate)) {
            throw new IllegalArgumentException("every event is an aggregate's");
        }
        return event.getTimestamp().isBefore(last)
                ? new GenericDomainEventMessage<>(ofAggregate.getType(), ofAggregate.getAggregateIdentifier(),
                        ofAggregate.getSequenceNumber(), event, () -> last)
                : ofAggregate;
    }
}
