package no.ehelse.portfolio.axonserver;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.ehelse.portfolio.eventstore.Outage;
import no.ehelse.portfolio.metrics.CommandMeter;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;

/**
 * Commands over Axon Server, under names that tell those of one portfolio from those of another in the same context. Here
 * those are counted that come to nobody.
 */
final class NamedCommandBus extends AxonServerCommandBus {

    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private final LogName name;
    private final CommandMeter meter;

    NamedCommandBus(Builder builder, LogName name, CommandMeter meter) {
        super(builder);
        this.name = name;
        this.meter = meter;
    }

    /** The names of the commands that anybody here has begun to handle. */
    Set<String> handled() {
        return Set.copyOf(handled);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandCallback<C, R> counting = (sent, answer) -> {
            if (answer.isExceptional() && isLostOnItsWay(answer.exceptionResult())) {
                meter.count(command.getPayloadType().getSimpleName(), CommandMeter.UNAVAILABLE);
            }
            callback.onResult(sent, answer);
        };
        super.dispatch(new GenericCommandMessage<>(command, name.there(command.getCommandName())), counting);
    }

    /** Whoever handles a command tells each failure in details, and counts it: {@link LocalCommands}. */
    private static boolean isLostOnItsWay(Throwable failure) {
        boolean told = failure instanceof CommandExecutionException handled && handled.getDetails().isPresent();
        return !told && Outage.causes(failure);
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
