package no.ehelse.portfolio.eventstore;

import no.ehelse.portfolio.metrics.CommandMeter;
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
    private final CommandMeter meter;

    StoreGate(@Qualifier("localSegment") CommandBus commands, StoreWatch watch, CommandMeter meter) {
        this.commands = commands;
        this.watch = watch;
        this.meter = meter;
    }

    @Override
    public void afterSingletonsInstantiated() {
        @SuppressWarnings("resource") // it stays as long as the bus
        Object unused = commands.registerDispatchInterceptor(messages -> (index, message) -> passed(message));
    }

    private CommandMessage<?> passed(CommandMessage<?> message) {
        try {
            watch.pass();
        } catch (StoreAway away) {
            meter.count(message.getPayloadType().getSimpleName(), CommandMeter.UNAVAILABLE);
            throw away;
        }
        return message;
    }
}
