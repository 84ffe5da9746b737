package no.ehelse.portfolio.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Bounds how long PostgreSQL's driver waits for a server that does not answer: by default for ever, so that a broken network
 * would keep every thread. What the URL says goes before it.
 */
@Component
final class PostgresTimeouts implements BeanPostProcessor {

    /** In seconds. A statement that takes longer is broken off; whoever appends waits for an import at most. */
    private static final Map<String, String> BOUNDS =
            Map.of("connectTimeout", "5", "loginTimeout", "5", "socketTimeout", "60", "tcpKeepAlive", "true");

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && Objects.requireNonNullElse(pool.getJdbcUrl(), "").startsWith("jdbc:postgresql:")) {
            BOUNDS.forEach(pool::addDataSourceProperty);
        }
        return bean;
    }
}
