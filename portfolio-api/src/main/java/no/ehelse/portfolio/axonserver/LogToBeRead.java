package no.ehelse.portfolio.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Nothing but the log in an Axon Server, to be imported and read: without a database, and without anything of the framework.
 */
@EnableConfigurationProperties
@Import(AxonServerConfiguration.class)
public class LogToBeRead {

    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager connections(AxonServerConfiguration configuration) {
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .routingServers(configuration.getServers())
                .build();
    }

    @Bean
    LogInAxonServer storedLog(AxonServerConnectionManager connections, AxonServerConfiguration configuration,
            @Value("${portfolio.store.log-name:}") String name) {
        AxonServer server = new AxonServer(connections, configuration);
        LogName logName = new LogName(name);
        return new LogInAxonServer(server, logName, new LogTail(server, logName, () -> 0));
    }
}
