package no.ehelse.portfolio.eventstore;

import java.util.concurrent.TimeUnit;
import no.ehelse.portfolio.projection.Batches;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** Who reads the events, and what happens where a reader fails; the names are keys of what they have read. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class EventProcessors {

    /** The processing group of the read model: behind the log, in batches, in one order. */
    public static final String PORTFOLIO = "portfolio";
    /** The processing group of what commands look up: in the transaction that appends the events. */
    public static final String REGISTERS = "registers";

    /** So many at once at most, where many wait: each commit of the embedded database writes every page that it touched. */
    private static final int EVENTS_PER_BATCH = 5_000;

    @Bean
    SequencedDeadLetterQueue<EventMessage<?>> deadLetterQueue(ConnectionProvider connections,
            TransactionManager transactions, Serializer general, @Qualifier("eventSerializer") Serializer events) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(PORTFOLIO)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(StoreTables.DEAD_LETTERS)
                .genericSerializer(general)
                .eventSerializer(events)
                .build();
    }

    @Bean
    ConfigurerModule processing(SequencedDeadLetterQueue<EventMessage<?>> deadLetterQueue,
            ObjectProvider<Batches> batches) {
        // What fails is never logged and passed over, whoever forgets to name a group.
        return configurer -> configurer.eventProcessing(processing -> processing
                .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerSubscribingEventProcessor(REGISTERS)
                .registerTrackingEventProcessor(PORTFOLIO, Configuration::eventStore, configuration -> oneReader())
                .registerHandlerInterceptor(PORTFOLIO, configuration -> (unitOfWork, chain) -> {
                    if (unitOfWork.getMessage() instanceof TrackedEventMessage<?> event) {
                        batches.getObject().comesUp(event.trackingToken().position().orElseThrow());
                    }
                    return chain.proceed();
                })
                .registerDeadLetterQueue(PORTFOLIO, configuration -> deadLetterQueue)
                .registerDeadLetterPolicy(PORTFOLIO, configuration -> new ParkBrokenEvents())
                .registerDeadLetteringEventHandlerInvokerConfiguration(PORTFOLIO,
                        (configuration, builder) -> builder.enableSequenceIdentifierCache()));
    }

    /**
     * A thread that waits for events. The framework's newer processor, the pooled one, cannot wait for those of a
     * database: it looks twice a second, and takes at most 1024 of them ten times a second.
     */
    private static TrackingEventProcessorConfiguration oneReader() {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andInitialSegmentsCount(1)
                .andBatchSize(EVENTS_PER_BATCH)
                .andTokenClaimInterval(500, TimeUnit.MILLISECONDS)
                // Not interrupted in the middle of a batch: that would close the file of the embedded database.
                .andWorkerTerminationTimeout(20, TimeUnit.SECONDS);
    }
}
