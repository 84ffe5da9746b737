package no.ehelse.portfolio.axonserver;

import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.eventstore.Recording;
import no.ehelse.portfolio.eventstore.StoreAway;
import no.ehelse.portfolio.eventstore.StoreWatch;
import no.ehelse.portfolio.eventstore.WhereLogIsInAxonServer;
import no.ehelse.portfolio.metrics.CommandMeter;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.TargetContextResolver;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.command.CommandLoadFactorProvider;
import org.axonframework.axonserver.connector.command.CommandPriorityCalculator;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.axonserver.connector.query.QueryPriorityCalculator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** How the running service uses an Axon Server: events, commands and queries. */
@Configuration(proxyBeanMethods = false)
@WhereLogIsInAxonServer
class AxonServerStore {

    @Bean
    @Qualifier("eventStore") EventStore eventBus(AxonServerConfiguration server, AxonServerConnectionManager connections,
            Recording recording, AppendOrder order, LogTail tail, LogName name, Serializer general,
            @Qualifier("eventSerializer") Serializer events, org.axonframework.config.Configuration configuration) {
        AxonServerEventStore.Builder builder = AxonServerEventStore.builder()
                .configuration(server)
                .platformConnectionManager(connections)
                .snapshotSerializer(general)
                .eventSerializer(events)
                .snapshotFilter(configuration.snapshotFilter())
                .upcasterChain(configuration.upcasterChain())
                .messageMonitor(configuration.messageMonitor(AxonServerEventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class));
        AxonServerEventStore unused = builder.build();
        return new OrderedEventStore(builder, recording, order, tail, name, events);
    }

    @Bean
    @Qualifier("localSegment") CommandBus localCommands(TransactionManager transactions, LogName name, CommandMeter meter,
            DuplicateCommandHandlerResolver duplicates, org.axonframework.config.Configuration configuration) {
        LocalCommands commands = new LocalCommands(SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(configuration.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus")), name, meter);
        @SuppressWarnings("resource") // it stays as long as the bus
        Object unused = commands.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return commands;
    }

    @Bean
    @Primary
    NamedCommandBus commandBus(AxonServerConnectionManager connections, AxonServerConfiguration server,
            @Qualifier("localSegment") CommandBus local, @Qualifier("messageSerializer") Serializer messages,
            RoutingStrategy routing, CommandPriorityCalculator priority, CommandLoadFactorProvider load,
            CommandBusSpanFactory spans, LogName name, CommandMeter meter) {
        return new NamedCommandBus(AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(server)
                .localSegment(local)
                .serializer(messages)
                .routingStrategy(routing)
                .priorityCalculator(priority)
                .loadFactorProvider(load)
                .spanFactory(spans), name, meter);
    }

    /** As the framework itself wires it, but for who answers here. */
    @Bean
    @Primary
    AxonServerQueryBus queryBus(AxonServerConnectionManager connections, AxonServerConfiguration server,
            @Qualifier("localSegment") QueryBus local, @Qualifier("messageSerializer") Serializer messages,
            Serializer general, QueryPriorityCalculator priority,
            TargetContextResolver<? super QueryMessage<?, ?>> target, QueryBusSpanFactory spans) {
        AxonServerQueryBus.Builder queries = AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(server)
                .localSegment(local)
                .updateEmitter(local.queryUpdateEmitter())
                .messageSerializer(messages)
                .genericSerializer(general)
                .priorityCalculator(priority)
                .targetContextResolver(target)
                .spanFactory(spans);
        return (server.isShortcutQueriesToLocalHandlers() ? queries.enabledLocalSegmentShortCut() : queries).build();
    }

    @Bean
    HandlersAreKnown handlersAreKnown(NamedCommandBus commands) {
        return new HandlersAreKnown(commands);
    }

    /** Whoever sends a command is told at once that the store is away, before it is sent anywhere. */
    @Bean
    SmartInitializingSingleton gateOfSenders(NamedCommandBus commands, StoreWatch watch, CommandMeter meter) {
        return () -> {
            @SuppressWarnings("resource") // it stays as long as the bus
            Object unused = commands.registerDispatchInterceptor(messages -> (index, message) -> {
                try {
                    watch.check();
                } catch (StoreAway away) {
                    meter.count(message.getPayloadType().getSimpleName(), CommandMeter.UNAVAILABLE);
                    throw away;
                }
                return message;
            });
        };
    }
}
