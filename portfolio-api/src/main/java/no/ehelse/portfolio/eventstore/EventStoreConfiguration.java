package no.ehelse.portfolio.eventstore;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The parts of the event store, each declared: the framework's own configuration orders itself after class names that
 * the present Spring Boot does not have, and would silently leave out transactions.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    /** How many rows are read at once, of the whole stream and of one aggregate. */
    static final int BATCH = 500;

    /**
     * A reader that has not been heard of for so long is gone, and another instance takes over: soon enough for whoever
     * waits for a position meanwhile. It is heard of every second, and nobody takes over in the middle of a batch.
     */
    private static final Duration GONE_AFTER = Duration.ofSeconds(3);

    /** The framework stamps events with a clock of its own; stores round finer instants than this differently. */
    EventStoreConfiguration(Clock clock) {
        setEventClock(Clock.tick(clock, Duration.ofMillis(1)));
    }

    private static void setEventClock(Clock milliseconds) {
        GenericEventMessage.clock = milliseconds;
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
    }

    /** Processes are told apart also where their machines have one name, as containers may: each has a name of its own. */
    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer general) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(StoreTables.TOKENS)
                .claimTimeout(GONE_AFTER)
                .nodeId(ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID())
                .serializer(general)
                .build();
    }

    /** Stored type names are only ever resolved to the framework's classes and ours. */
    @Bean
    Jackson3SerializerCustomizer trustedTypes() {
        return json -> json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("no.ehelse.portfolio.")
                .build());
    }

    /** The events in tables of the database. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @WhereLogIsInTables
    static class InTables {

        @Bean
        SerialisedAppends eventStorageEngine(ConnectionProvider connections, TransactionManager transactions,
                Recording recording, Durability durability, Configuration configuration, Serializer general,
                @Qualifier("eventSerializer") Serializer events) {
            JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                    .connectionProvider(connections)
                    .transactionManager(transactions)
                    .schema(StoreTables.EVENTS)
                    .persistenceExceptionResolver(new DuplicateKeys())
                    .upcasterChain(configuration.upcasterChain())
                    .snapshotFilter(configuration.snapshotFilter())
                    .snapshotSerializer(general)
                    .eventSerializer(events)
                    .batchSize(BATCH)
                    .finalAggregateBatchPredicate(batch -> batch.size() < BATCH);
            return new SerialisedAppends(builder, transactions, recording, durability);
        }

        @Bean
        @Qualifier("eventStore") EventStore eventBus(EventStorageEngine engine, Configuration configuration) {
            return new StagedByAggregate(EmbeddedEventStore.builder()
                    .storageEngine(engine)
                    .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                    .spanFactory(configuration.getComponent(EventBusSpanFactory.class)));
        }
    }
}
