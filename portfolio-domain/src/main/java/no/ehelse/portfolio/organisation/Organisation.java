package no.ehelse.portfolio.organisation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.ehelse.portfolio.actor.AccessRejection;
import no.ehelse.portfolio.actor.Actor;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.command.Conditions;
import no.ehelse.portfolio.command.Decision;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.organisation.OrganisationCommand.RegisterOrganisation;
import no.ehelse.portfolio.organisation.OrganisationEvent.OrganisationRegistered;
import no.ehelse.portfolio.organisation.OrganisationRejection.IdempotencyKeyReused;
import no.ehelse.portfolio.organisation.OrganisationRejection.OrganisationExists;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The aggregate of one organisation. Its only event so far is its registration, so its history is that one event. */
public class Organisation {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String identifier;

    private @Nullable OrganisationRegistered registered;
    private @Nullable RequestKey registeredBy;

    Organisation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded handle(RegisterOrganisation command, Actor actor, Conditions conditions, Organisations organisations) {
        return switch (decide(registered, registeredBy, command, actor, conditions, organisations)) {
            case Decision.Happened<OrganisationEvent> happened -> {
                AggregateLifecycle.apply(happened.event());
                yield new Recorded(0, happened.changes());
            }
            case Decision.Repeated<OrganisationEvent> repeated -> repeated.answer();
            case Decision.Refused<OrganisationEvent> refused -> throw new Rejected(refused.rejection());
        };
    }

    static Decision<OrganisationEvent> decide(@Nullable OrganisationRegistered registered,
            @Nullable RequestKey registeredBy, RegisterOrganisation command, Actor actor, Conditions conditions,
            Organisations organisations) {
        if (!actor.mayDoEverything()) {
            return new Decision.Refused<>(new AccessRejection.OfficeOnly());
        }
        RequestKey request = conditions.request();
        if (request != null && registered != null && registeredBy != null && registeredBy.key().equals(request.key())) {
            return registeredBy.digest().equals(request.digest())
                    ? new Decision.Repeated<>(new Recorded(0, changesBy(registered)))
                    : new Decision.Refused<>(new IdempotencyKeyReused(request.key()));
        }
        if (registered != null) {
            return new Decision.Refused<>(new OrganisationExists(command.id(), command.id().value()));
        }
        for (String name : Stream.concat(Stream.of(command.id().value(), command.name()), command.aliases().stream())
                .toList()) {
            Optional<OrganisationId> owner = organisations.find(name);
            if (owner.isPresent()) {
                return new Decision.Refused<>(new OrganisationExists(owner.get(), name));
            }
        }
        OrganisationRegistered event = new OrganisationRegistered(command.id(), command.name(), command.group(),
                command.aliases());
        return new Decision.Happened<>(event, changesBy(event));
    }

    private static List<Change> changesBy(OrganisationRegistered event) {
        return List.of(new Change("name", null, event.name()), new Change("group", null, event.group().name()));
    }

    @EventSourcingHandler
    void on(OrganisationEvent event, @MetaDataValue(RequestKey.KEY) @Nullable String key,
            @MetaDataValue(RequestKey.DIGEST) @Nullable String digest) {
        identifier = event.id().aggregateIdentifier();
        switch (event) {
            case OrganisationRegistered registration -> {
                registered = registration;
                registeredBy = key == null || digest == null ? null : new RequestKey(key, digest);
            }
        }
    }
}
