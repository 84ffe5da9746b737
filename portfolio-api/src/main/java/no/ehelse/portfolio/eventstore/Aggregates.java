package no.ehelse.portfolio.eventstore;

import no.ehelse.portfolio.organisation.Organisation;
import no.ehelse.portfolio.organisation.OrganisationCommand;
import no.ehelse.portfolio.round.ReportingRound;
import no.ehelse.portfolio.round.RoundCommand;
import no.ehelse.portfolio.tiltak.Tiltak;
import no.ehelse.portfolio.tiltak.TiltakCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The aggregates that commands are handled by, read from the event store, the recently used ones from memory where no other
 * instance can have added to them.
 */
@Configuration(proxyBeanMethods = false)
class Aggregates {

    /** More than a national portfolio has, so that in daily use no history is read twice. */
    private static final int IN_MEMORY = 2000;

    private final boolean shared;

    /**
     * Configures them.
     *
     * @param shared whether other instances of the service may use the same store; null: wherever they can, which is
     *        everywhere but on the embedded store
     */
    Aggregates(@Value("${portfolio.store.shared:#{null}}") @Nullable Boolean shared,
            ObjectProvider<EmbeddedStore> embedded) {
        this.shared = shared == null ? embedded.getIfAvailable() == null : shared;
    }

    @Bean
    ConfigurerModule tiltak() {
        return configurer -> configurer.configureAggregate(aggregate(Tiltak.class));
    }

    @Bean
    ConfigurerModule reportingRound() {
        return configurer -> configurer.configureAggregate(aggregate(ReportingRound.class));
    }

    @Bean
    ConfigurerModule organisation() {
        return configurer -> configurer.configureAggregate(aggregate(Organisation.class));
    }

    private <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(configuration -> shared ? NoCache.INSTANCE : new RecentlyUsed(IN_MEMORY))
                .configureCommandTargetResolver(configuration -> Aggregates::target);
    }

    /** Which aggregate a command is for; asked of the command itself, not of its annotations by reflection. */
    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        String identifier = switch (message.getPayload()) {
            case TiltakCommand command -> command.aggregateIdentifier();
            case RoundCommand command -> command.aggregateIdentifier();
            case OrganisationCommand command -> command.aggregateIdentifier();
            default -> throw new IllegalArgumentException("No aggregate takes " + message.getCommandName());
        };
        return new VersionedAggregateIdentifier((Object) identifier, null);
    }
}
