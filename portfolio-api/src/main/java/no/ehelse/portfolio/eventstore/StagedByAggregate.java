package no.ehelse.portfolio.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * An event store that finds at once which events of an aggregate wait for the end of their transaction. The framework
 * looks for them by comparing all waiting events with one another, for each aggregate that is read: of the fifteen
 * seconds that an import of 5,000 rows kept a processor busy, ten went there.
 */
final class StagedByAggregate extends EmbeddedEventStore {

    private static final String STAGED = StagedByAggregate.class.getName();

    StagedByAggregate(Builder builder) {
        super(builder);
    }

    /** An event, and the unit of work that staged it: what that takes back is staged no more. */
    private record Staged(UnitOfWork<?> by, DomainEventMessage<?> event) {}

    private static Map<String, List<Staged>> staged(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(STAGED, key -> {
            unit.root().onCleanup(root -> root.resources().remove(STAGED));
            return new HashMap<>();
        });
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        CurrentUnitOfWork.ifStarted(unit -> {
            for (EventMessage<?> event : events) {
                if (event instanceof DomainEventMessage<?> domainEvent) {
                    staged(unit).computeIfAbsent(domainEvent.getAggregateIdentifier(), key -> new ArrayList<>())
                            .add(new Staged(unit, domainEvent));
                }
            }
        });
        super.publish(events);
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregateIdentifier) {
        return CurrentUnitOfWork.map(unit -> staged(unit).getOrDefault(aggregateIdentifier, List.of()))
                .orElse(List.of())
                .stream()
                .filter(staged -> !staged.by().isRolledBack())
                .map(Staged::event);
    }
}
