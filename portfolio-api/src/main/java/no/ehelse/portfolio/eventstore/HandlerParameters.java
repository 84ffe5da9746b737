package no.ehelse.portfolio.eventstore;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.organisation.Organisations;
import no.ehelse.portfolio.round.Rounds;
import no.ehelse.portfolio.round.Witnesses;
import no.ehelse.portfolio.tiltak.Circumstances;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What command handlers are given beside the command: the sender's conditions, the day, and the registers. */
@Component
final class HandlerParameters implements ParameterResolverFactory {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Clock clock;
    private final Rounds rounds;
    private final Organisations organisations;
    private final Witnesses witnesses;

    HandlerParameters(Clock clock, Rounds rounds, Organisations organisations, Witnesses witnesses) {
        this.clock = clock;
        this.rounds = rounds;
        this.organisations = organisations;
        this.witnesses = witnesses;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        Class<?> type = parameters[index].getType();
        if (type == Circumstances.class) {
            return new OfCommand<>(this::circumstances);
        }
        if (type == Actor.class) {
            return new OfCommand<>(HandlerParameters::actor);
        }
        if (type == Conditions.class) {
            return new OfCommand<>(HandlerParameters::conditions);
        }
        if (type == Organisations.class) {
            return new OfCommand<>(command -> organisations);
        }
        if (type == Witnesses.class) {
            return new OfCommand<>(command -> witnesses);
        }
        return type == Rounds.class ? new OfCommand<>(command -> rounds) : null;
    }

    private Circumstances circumstances(Message<?> command) {
        return new Circumstances(LocalDate.now(clock.withZone(OSLO)), actor(command), conditions(command), rounds,
                organisations);
    }

    private static Actor actor(Message<?> command) {
        return Objects.requireNonNull(Provenance.actor(command.getMetaData()), "commands without one are refused");
    }

    private static Conditions conditions(Message<?> command) {
        MetaData metaData = command.getMetaData();
        RequestKey request = metaData.get(RequestKey.KEY) instanceof String key
                && metaData.get(RequestKey.DIGEST) instanceof String digest ? new RequestKey(key, digest) : null;
        Long expectedVersion = metaData.get(Conditions.EXPECTED_VERSION) instanceof Number version
                ? Long.valueOf(version.longValue())
                : null;
        return new Conditions(request, expectedVersion);
    }

    /** A value that is made from each command. */
    private record OfCommand<T>(Function<Message<?>, T> value) implements ParameterResolver<T> {

        @Override
        public T resolveParameterValue(Message<?> message) {
            return value.apply(message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof CommandMessage;
        }
    }
}
