package no.ehelse.portfolio.importing;

import java.util.List;
import java.util.stream.Stream;
import no.ehelse.portfolio.organisation.OrganisationEvent;
import no.ehelse.portfolio.organisation.OrganisationEvent.OrganisationRegistered;
import no.ehelse.portfolio.organisation.OrganisationId;
import no.ehelse.portfolio.register.OrganisationRegister;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** The names as they were registered; the register of names holds only how they are compared. */
@Component
class RegisteredNames implements OrganisationNames {

    private final OrganisationRegister register;
    private final EventStore events;

    RegisteredNames(OrganisationRegister register, EventStore events) {
        this.register = register;
        this.events = events;
    }

    @Override
    public List<String> all() {
        return register.ids().stream().flatMap(this::names).toList();
    }

    private Stream<String> names(OrganisationId id) {
        return events.readEvents(id.aggregateIdentifier())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .map(OrganisationEvent.class::cast)
                .flatMap(event -> switch (event) {
                    case OrganisationRegistered registered ->
                        Stream.concat(Stream.of(registered.name()), registered.aliases().stream());
                });
    }
}
