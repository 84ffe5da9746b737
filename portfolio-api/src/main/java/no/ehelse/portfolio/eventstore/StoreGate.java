package no.ehelse.portfolio.eventstore;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Refuses every command while the event store is away, by whichever way it came, before it asks for a connection. */
@Component
final class StoreGate implements SmartInitializingSingleton {

    private final CommandBus commands;
    private final StoreWatch watch;

    StoreGate(@Qualifier("localSegment") CommandBus commands, StoreWatch watch) {
        this.commands = commands;
        this.watch = watch;
    }

    @Override
    public void afterSingletonsInstantiated() {
        @SuppressWarnings("resource") // it stays as long as the bus
        Object unused = commands.registerDispatchInterceptor(messages -> (index, message) -> passed(message));
    }

    private CommandMessage<?> passed(CommandMessage<?> message) {
        watch.pass();
        return message;
    }
}
