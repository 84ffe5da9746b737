package no.ehelse.portfolio.command;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.actor.Role;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of every aggregate share: given events, when a command, then an event with an answer, or a refusal.
 *
 * @param <A> the aggregate
 */
public abstract class CommandFixture<A> {

    private final AggregateTestFixture<A> axon;
    private final Resources resources = new Resources();
    private TestExecutor<A> past;

    /** Somebody who may do everything. */
    public static final Actor OFFICE = new Actor("office", Set.of(Role.OFFICE), null);

    /** Under which conditions the next command is sent. */
    public Conditions conditions = Conditions.NONE;

    /** Who sends the next command; a test may change it. */
    public Actor actor = OFFICE;

    /** A fixture in which nothing has happened. */
    public CommandFixture(Class<A> aggregate) {
        axon = new AggregateTestFixture<>(aggregate);
        axon.registerParameterResolverFactory(resources);
        past = axon;
    }

    /** Offers a handler's parameter, looked up anew for every command. */
    public final <T> void provide(Class<T> type, Supplier<T> resource) {
        resources.suppliers.put(type, resource);
    }

    /** What happened before, in recorded order. */
    public final void given(Object... events) {
        past = axon.given(events);
    }

    /** What happened after that; it may name the identifiers of the events before it. */
    public final void andGiven(Object... events) {
        past = past.andGiven(events);
    }

    /** An event that a request with an idempotency key led to. */
    public static Message<?> sentWith(RequestKey request, Object event) {
        return new GenericMessage<>(event,
                MetaData.with(RequestKey.KEY, request.key()).and(RequestKey.DIGEST, request.digest()));
    }

    /** The identifier of a given event. */
    public final String eventId(String aggregateIdentifier, int sequence) {
        List<String> ids = axon.getEventStore()
                .readEvents(aggregateIdentifier)
                .asStream()
                .map(DomainEventMessage::getIdentifier)
                .toList();
        return ids.get(sequence);
    }

    /** Sends a command. */
    public final Outcome when(Object command) {
        return new Outcome(past.when(command));
    }

    /** What came of a command. */
    public static final class Outcome {

        private final ResultValidator<?> result;

        Outcome(ResultValidator<?> result) {
            this.result = result;
        }

        /** It recorded this event and nothing else, and gave this answer. */
        public void thenRecorded(Object event, long version, Change... changes) {
            result.expectSuccessfulHandlerExecution()
                    .expectEvents(event)
                    .expectResultMessagePayload(new Recorded(version, List.of(changes)));
        }

        /** It recorded nothing, and gave this answer. */
        public void thenRepeated(long version, Change... changes) {
            result.expectSuccessfulHandlerExecution()
                    .expectNoEvents()
                    .expectResultMessagePayload(new Recorded(version, List.of(changes)));
        }

        /** It recorded nothing, and was refused with this rejection, whose sentence is the exception's. */
        public void thenRefused(Rejection rejection) {
            result.expectNoEvents()
                    .expectException(Rejected.class)
                    .expectExceptionMessage(rejection.message())
                    .expectExceptionDetails(rejection);
        }

        /** It recorded nothing, and the bus answered with this exception. */
        public void thenFailed(Class<? extends Throwable> exception) {
            result.expectNoEvents().expectException(exception);
        }
    }

    private static final class Resources implements ParameterResolverFactory {

        private final Map<Class<?>, Supplier<?>> suppliers = new HashMap<>();

        @Override
        @SuppressWarnings("rawtypes") // Axon's signature
        public @Nullable ParameterResolver createInstance(Executable executable, Parameter[] parameters, int index) {
            Supplier<?> supplier = suppliers.get(parameters[index].getType());
            return supplier == null ? null : new Supplied(supplier);
        }
    }

    private record Supplied(Supplier<?> supplier) implements ParameterResolver<Object> {

        @Override
        public @Nullable Object resolveParameterValue(Message<?> message) {
            return supplier.get();
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
