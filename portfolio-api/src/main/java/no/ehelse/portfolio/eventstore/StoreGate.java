package no.ehelse.portfolio.eventstore;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Refuses every command while the event store is away, before it asks for a connection. */
@Component
final class StoreGate implements MessageDispatchInterceptor<CommandMessage<?>>, SmartInitializingSingleton {

    private final CommandBus commands;
    private final StoreWatch watch;

    StoreGate(@Qualifier("localSegment") CommandBus commands, StoreWatch watch) {
        this.commands = commands;
        this.watch = watch;
    }

    @Override
    public void afterSingletonsInstantiated() {
        @SuppressWarnings("resource") // it stays as long as the bus
        Object unused = commands.registerDispatchInterceptor(this);
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        return (index, message) -> {
            watch.pass();
            return message;
        };
    }
}
