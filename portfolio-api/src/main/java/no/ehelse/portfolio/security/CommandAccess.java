package no.ehelse.portfolio.security;

import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.eventstore.Provenance;
import no.ehelse.portfolio.tiltak.TiltakAccess;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Refuses every command that does not say who sends it, and those of senders who may not send such commands at all, by
 * whichever way they came. Whose tiltak it is, the domain decides.
 */
@Component
final class CommandAccess implements MessageHandlerInterceptor<CommandMessage<?>>, SmartInitializingSingleton {

    private final CommandBus commands;

    CommandAccess(@Qualifier("localSegment") CommandBus commands) {
        this.commands = commands;
    }

    @Override
    public void afterSingletonsInstantiated() {
        @SuppressWarnings("resource") // it stays as long as the bus
        Object unused = commands.registerHandlerInterceptor(this);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        AccessRejection refusal = refusal(unitOfWork.getMessage());
        if (refusal != null) {
            throw new Rejected(refusal);
        }
        return chain.proceed();
    }

    /** Whoever may not send such commands at all is told so before anything is looked up. */
    private static @Nullable AccessRejection refusal(CommandMessage<?> message) {
        Actor actor = Provenance.actor(message.getMetaData());
        if (actor == null) {
            return new AccessRejection.Unauthenticated();
        }
        if (message.getPayload() instanceof TiltakCommand command) {
            return TiltakAccess.refusal(actor, command);
        }
        return actor.mayDoEverything() ? null : new AccessRejection.OfficeOnly();
    }
}
