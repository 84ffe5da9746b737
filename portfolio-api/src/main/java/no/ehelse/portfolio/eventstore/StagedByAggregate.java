package no.ehelse.portfolio.eventstore;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** An event store that finds at once which events of an aggregate wait for the end of their transaction. */
final class StagedByAggregate extends EmbeddedEventStore {

    StagedByAggregate(Builder builder) {
        super(builder);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        StagedEvents.add(events);
        super.publish(events);
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregateIdentifier) {
        return StagedEvents.of(aggregateIdentifier);
    }
}
