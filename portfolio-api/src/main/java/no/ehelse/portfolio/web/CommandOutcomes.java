package no.ehelse.portfolio.web;

import java.util.Map;
import java.util.stream.Stream;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.eventstore.Conflict;
import no.ehelse.portfolio.eventstore.Outage;
import no.ehelse.portfolio.metrics.CommandMeter;
import no.ehelse.portfolio.organisation.OrganisationCommand;
import no.ehelse.portfolio.round.RoundCommand;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes down what became of every command that is handled here, by whichever way it came, and how long it took: once it is
 * committed, or is not. A command that is part of an import is only over with the whole of it.
 */
@Component
final class CommandOutcomes implements InitializingBean {

    /** What commands on something that does not exist are answered with. */
    private static final Map<Class<?>, ProblemCode> UNKNOWN =
            Map.of(TiltakCommand.class, ProblemCode.UNKNOWN_TILTAK, RoundCommand.class, ProblemCode.UNKNOWN_ROUND);

    private final CommandBus commands;
    private final CommandMeter meter;

    CommandOutcomes(@Qualifier("localSegment") CommandBus commands, CommandMeter meter) {
        this.commands = commands;
        this.meter = meter;
    }

    /**
     * Before the interceptors of others, so that what they refuse is taken down, too. Were this class an interceptor, the
     * framework would register it once more.
     */
    @Override
    public void afterPropertiesSet() {
        Stream.of(TiltakCommand.class, RoundCommand.class, OrganisationCommand.class)
                .map(Class::getPermittedSubclasses)
                .flatMap(Stream::of)
                .forEach(command -> meter.expect(command.getSimpleName()));
        @SuppressWarnings("resource") // it stays as long as the bus
        Object unused = commands.registerHandlerInterceptor(this::takenDown);
    }

    private @Nullable Object takenDown(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        String command = message.getPayloadType().getSimpleName();
        long begun = System.nanoTime();
        unitOfWork.onCleanup(over -> count(message, command, over));
        if (unitOfWork.isRoot()) {
            unitOfWork.onCleanup(over -> meter.took(command, System.nanoTime() - begun));
            return chain.proceed();
        }
        try {
            return chain.proceed();
        } finally {
            meter.took(command, System.nanoTime() - begun);
        }
    }

    private void count(CommandMessage<?> message, String command, UnitOfWork<?> over) {
        ExecutionResult result = over.getExecutionResult();
        if (result.isExceptionResult()) {
            countFailure(message, command, result.getExceptionResult());
        } else if (over.isRolledBack()) {
            meter.count(command, CommandMeter.TAKEN_BACK);
        } else {
            boolean changed = !(result.getResult().getPayload() instanceof Recorded recorded) || recorded.changed();
            meter.count(command, changed ? CommandMeter.CHANGED : CommandMeter.UNCHANGED);
        }
    }

    private void countFailure(CommandMessage<?> message, String command, Throwable failure) {
        ProblemCode code = rejection(message, failure);
        if (code != null) {
            meter.rejected(command, code.code());
        } else {
            meter.count(command, Conflict.causes(failure) ? CommandMeter.CONFLICT
                    : Outage.causes(failure) ? CommandMeter.UNAVAILABLE
                    : CommandMeter.FAILED);
        }
    }

    /** The code that the sender is told; null: it was not a rule that refused. */
    private static @Nullable ProblemCode rejection(CommandMessage<?> message, Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Rejection rejection = cause instanceof CommandExecutionException refused ? Rejected.in(refused) : null;
            if (rejection != null) {
                return RejectionProblems.of(rejection).code();
            }
            if (cause instanceof InvalidValue) {
                return ProblemCode.INVALID_REQUEST;
            }
            if (cause instanceof AggregateNotFoundException) {
                return UNKNOWN.entrySet()
                        .stream()
                        .filter(kind -> kind.getKey().isInstance(message.getPayload()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }
}
