package no.ehelse.portfolio.axonserver;

import no.ehelse.portfolio.eventstore.AppendOrder;
import no.ehelse.portfolio.eventstore.WhereLogIsInAxonServer;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log in an Axon Server, for the service and for what is done with a store that none runs on. */
@Configuration(proxyBeanMethods = false)
@WhereLogIsInAxonServer
public class AxonServerLog {

    @Bean
    LogName logName(@Value("${portfolio.store.log-name:}") String name) {
        return new LogName(name);
    }

    @Bean
    AxonServer axonServer(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        return new AxonServer(connections, configuration);
    }

    @Bean
    LogTail logTail(AxonServer server, LogName name, ObjectProvider<AppendOrder> order) {
        return new LogTail(server, name, () -> order.getObject().followed().orElse(0));
    }

    @Bean
    LogInAxonServer storedLog(AxonServer server, LogName name, LogTail tail) {
        return new LogInAxonServer(server, name, tail);
    }

    @Bean
    PositionsInAxonServer streamPositions(AxonServer server, LogName name, LogTail tail) {
        return new PositionsInAxonServer(server, name, tail);
    }

    @Bean
    TakenOverInAxonServer takenOverEvents(AxonServer server, LogName name,
            @Qualifier("eventSerializer") Serializer serializer) {
        return new TakenOverInAxonServer(server, name, serializer);
    }
}
