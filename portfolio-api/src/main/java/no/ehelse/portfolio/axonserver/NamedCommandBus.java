package no.ehelse.portfolio.axonserver;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;

/** Commands over Axon Server, under names that tell those of one portfolio from those of another in the same context. */
final class NamedCommandBus extends AxonServerCommandBus {

    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private final LogName name;

    NamedCommandBus(Builder builder, LogName name) {
        super(builder);
        this.name = name;
    }

    /** The names of the commands that anybody here has begun to handle. */
    Set<String> handled() {
        return Set.copyOf(handled);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        super.dispatch(new GenericCommandMessage<>(command, name.there(command.getCommandName())), callback);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        handled.add(commandName);
        Registration here = localSegment().subscribe(commandName, handler);
        Registration there = super.subscribe(name.there(commandName), handler);
        return () -> {
            boolean left = there.cancel();
            return here.cancel() && left;
        };
    }
}
