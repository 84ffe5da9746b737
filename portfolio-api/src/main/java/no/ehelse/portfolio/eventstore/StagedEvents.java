package no.ehelse.portfolio.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Which events of an aggregate wait for the end of their transaction. The framework looks for them by comparing all waiting
 * events with one another, for each aggregate that is read: of the fifteen seconds that an import of 5,000 rows kept a
 * processor busy, ten went there.
 */
public final class StagedEvents {

    private static final String STAGED = StagedEvents.class.getName();

    private StagedEvents() {}

    /** An event, and the unit of work that staged it: what that takes back is staged no more. */
    private record Staged(UnitOfWork<?> by, DomainEventMessage<?> event) {}

    private static Map<String, List<Staged>> staged(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(STAGED, key -> {
            unit.root().onCleanup(root -> root.resources().remove(STAGED));
            return new HashMap<>();
        });
    }

    /** Notes that events wait for the end of the present unit of work; where there is none, they do not wait. */
    public static void add(List<? extends EventMessage<?>> events) {
        CurrentUnitOfWork.ifStarted(unit -> {
            for (EventMessage<?> event : events) {
                if (event instanceof DomainEventMessage<?> domainEvent) {
                    staged(unit).computeIfAbsent(domainEvent.getAggregateIdentifier(), key -> new ArrayList<>())
                            .add(new Staged(unit, domainEvent));
                }
            }
        });
    }

    /** The waiting events of an aggregate, in their order. */
    public static Stream<? extends DomainEventMessage<?>> of(String aggregateIdentifier) {
        return CurrentUnitOfWork.map(unit -> staged(unit).getOrDefault(aggregateIdentifier, List.of()))
                .orElse(List.of())
                .stream()
                .filter(staged -> !staged.by().isRolledBack())
                .map(Staged::event);
    }
}
