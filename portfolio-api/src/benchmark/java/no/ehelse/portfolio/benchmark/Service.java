package no.ehelse.portfolio.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.PortfolioApplication;
import no.ehelse.portfolio.eventstore.EventProcessors;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.index.PortfolioIndex;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole service in this process, with its store in a folder. */
final class Service implements AutoCloseable {

    /** The password of the office. */
    static final String OFFICE_PASSWORD = "måling";

    private static final Duration CATCHING_UP = Duration.ofMinutes(30);

    private final ConfigurableApplicationContext context;

    /** Starts the service on the embedded store in a folder. */
    Service(Path folder) {
        this(folder, new Database.Embedded());
    }

    /** Starts the service on a folder and a database. */
    Service(Path folder, Database database) {
        List<String> arguments = new ArrayList<>(List.of("--portfolio.data-dir=" + folder,
                "--portfolio.sample-data=false", "--server.port=0",
                "--portfolio.security.office-password=" + OFFICE_PASSWORD, "--logging.level.root=warn"));
        arguments.addAll(database.arguments(folder));
        context = SpringApplication.run(PortfolioApplication.class, arguments.toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    CommandGateway commands() {
        return bean(CommandGateway.class);
    }

    /** The bus whose commands are handled in this process, in the transaction of the sender, whichever store it is. */
    CommandBus commandsHandledHere() {
        return BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(), CommandBus.class,
                "localSegment");
    }

    QueryGateway queries() {
        return bean(QueryGateway.class);
    }

    PortfolioIndex index() {
        return bean(PortfolioIndex.class);
    }

    JdbcTemplate tables() {
        return bean(JdbcTemplate.class);
    }

    /** The processor that fills the read model. */
    StreamingEventProcessor processor() {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor(EventProcessors.PORTFOLIO, StreamingEventProcessor.class)
                .orElseThrow();
    }

    /** Waits until the read model has everything that is recorded. */
    void catchUp() {
        try {
            if (!index().await(bean(StreamPositions.class).head(), CATCHING_UP)) {
                throw new IllegalStateException("the read model does not catch up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
