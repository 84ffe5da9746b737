package no.ehelse.portfolio.security;

import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.eventstore.Provenance;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Refuses every command that does not say who sends it, by whichever way it came. */
@Component
final class ActorRequired implements MessageHandlerInterceptor<CommandMessage<?>>, SmartInitializingSingleton {

    private final CommandBus commands;

    ActorRequired(@Qualifier("localSegment") CommandBus commands) {
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
        if (Provenance.actor(unitOfWork.getMessage().getMetaData()) == null) {
            throw new Rejected(new AccessRejection.Unauthenticated());
        }
        return chain.proceed();
    }
}
