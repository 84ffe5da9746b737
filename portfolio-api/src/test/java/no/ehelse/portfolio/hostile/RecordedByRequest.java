package no.ehelse.portfolio.hostile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.MDC;

/** How many events each request has recorded, told apart by the identifiers of requests, however many run at once. */
final class RecordedByRequest implements MessageDispatchInterceptor<EventMessage<?>> {

    /** What was recorded by a thread that knows of no request. */
    static final String NO_REQUEST = "none";

    private final Map<String, Integer> events = new ConcurrentHashMap<>();

    /** Counts from now on. */
    static RecordedByRequest in(EventStore store) {
        RecordedByRequest recorded = new RecordedByRequest();
        @SuppressWarnings("resource") // it stays as long as the store
        Object unused = store.registerDispatchInterceptor(recorded);
        return recorded;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        String request = Objects.requireNonNullElse(MDC.get("request"), NO_REQUEST);
        int count = messages.size();
        CurrentUnitOfWork.get().root().afterCommit(committed -> events.merge(request, count, Integer::sum));
        return (index, event) -> event;
    }

    /** Of one request. */
    int of(String request) {
        return events.getOrDefault(request, 0);
    }

    /** Of all requests. */
    int all() {
        return events.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The requests that recorded something. */
    Set<String> requests() {
        return events.keySet();
    }
}
