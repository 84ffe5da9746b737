package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts that the service is put together from: a missing one is replaced silently by one that does not commit. */
@LogInTablesOnly("It names the parts of a store in tables")
class EventStoreWiringTest {

    @Test
    void every_part_of_the_event_store_is_the_one_that_was_declared(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            Map<String, String> parts = new LinkedHashMap<>();
            for (Class<?> type : new Class<?>[] {DataSource.class, PlatformTransactionManager.class,
                    TransactionManager.class, ConnectionProvider.class, EventStorageEngine.class, EventStore.class,
                    TokenStore.class, SequencedDeadLetterQueue.class, CommandBus.class, QueryBus.class}) {
                parts.put(type.getSimpleName(), portfolio.bean(type).getClass().getSimpleName());
            }
            Configuration axon = portfolio.bean(Configuration.class);
            parts.put("general serializer", axon.serializer().getClass().getSimpleName());
            parts.put("event serializer", axon.eventSerializer().getClass().getSimpleName());
            parts.put("message serializer", axon.messageSerializer().getClass().getSimpleName());
            parts.put("registers", portfolio.bean(EventProcessingConfiguration.class)
                    .eventProcessor(EventProcessors.REGISTERS, EventProcessor.class)
                    .orElseThrow()
                    .getClass()
                    .getSimpleName());

            Map<String, String> expected = new LinkedHashMap<>();
            expected.put("DataSource", "HikariDataSource");
            expected.put("PlatformTransactionManager", "JdbcTransactionManager");
            expected.put("TransactionManager", "SpringTransactionManager");
            expected.put("ConnectionProvider", "UnitOfWorkAwareConnectionProviderWrapper");
            expected.put("EventStorageEngine", "SerialisedAppends");
            expected.put("EventStore", "StagedByAggregate");
            expected.put("TokenStore", "JdbcTokenStore");
            expected.put("SequencedDeadLetterQueue", "JdbcSequencedDeadLetterQueue");
            expected.put("CommandBus", "SimpleCommandBus");
            expected.put("QueryBus", "SimpleQueryBus");
            expected.put("general serializer", "Jackson3Serializer");
            expected.put("event serializer", "Jackson3Serializer");
            expected.put("message serializer", "Jackson3Serializer");
            expected.put("registers", "SubscribingEventProcessor");
            assertThat(parts).isEqualTo(expected);
        }
    }
}
