package no.ehelse.portfolio.axonserver;

import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.eventstore.CommandFailure;
import no.ehelse.portfolio.eventstore.Conflict;
import no.ehelse.portfolio.eventstore.Outage;
import no.ehelse.portfolio.eventstore.StoreAway;
import no.ehelse.portfolio.metrics.CommandMeter;
import no.ehelse.portfolio.round.RoundCommand;
import no.ehelse.portfolio.round.RoundRejection;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import no.ehelse.portfolio.tiltak.TiltakRejection;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Where commands are handled that Axon Server gave to this instance. Of a failure nothing but its details gets back there,
 * so what its sender must know is said in details.
 */
final class LocalCommands extends SimpleCommandBus {

    private final LogName name;
    private final CommandMeter meter;

    LocalCommands(Builder builder, LogName name, CommandMeter meter) {
        super(builder);
        this.name = name;
        this.meter = meter;
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandCallback<C, R> telling = (sent, answer) -> callback.onResult(sent, told(sent, answer));
        try {
            super.dispatch(command, telling);
        } catch (RuntimeException refused) {
            if (Outage.causes(refused) && !(refused instanceof StoreAway)) {
                // It did not come as far as to where the others are taken down.
                meter.count(command.getPayloadType().getSimpleName(), CommandMeter.UNAVAILABLE);
            }
            // The outermost edge: whoever waits for an answer is on another machine.
            telling.onResult(command, GenericCommandResultMessage.asCommandResultMessage(refused));
        }
    }

    @Override
    protected <C> CommandMessage<C> intercept(CommandMessage<C> command) {
        String own = command.getPayloadType().getName();
        return super.intercept(command.getCommandName().equals(name.there(own))
                ? new GenericCommandMessage<>(command, own)
                : command);
    }

    private static <C, R> CommandResultMessage<? extends R> told(CommandMessage<? extends C> command,
            CommandResultMessage<? extends R> answer) {
        if (!answer.isExceptional()) {
            return answer;
        }
        CommandExecutionException told = told(command.getPayload(), answer.exceptionResult());
        return told == null ? answer : new GenericCommandResultMessage<>(told, answer.getMetaData());
    }

    private static @Nullable CommandExecutionException told(@Nullable Object command, Throwable failure) {
        if (failure instanceof CommandExecutionException refused && refused.getDetails().isPresent()) {
            return null;
        }
        if (failure instanceof AggregateNotFoundException) {
            Rejection unknown = unknown(command);
            if (unknown != null) {
                return new Rejected(unknown);
            }
        }
        if (Conflict.causes(failure)) {
            return new CommandExecutionException("Somebody else was faster", failure, CommandFailure.LOST_RACE);
        }
        return Outage.causes(failure)
                ? new CommandExecutionException("The store is away", failure, CommandFailure.STORE_AWAY)
                : new CommandExecutionException(String.valueOf(failure.getMessage()), failure, CommandFailure.BROKEN);
    }

    private static @Nullable Rejection unknown(@Nullable Object command) {
        return switch (command) {
            case TiltakCommand ofTiltak -> new TiltakRejection.UnknownTiltak(ofTiltak.number());
            case RoundCommand ofRound -> new RoundRejection.UnknownRound(ofRound.round());
            case null, default -> null;
        };
    }
}
