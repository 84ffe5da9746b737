package no.ehelse.portfolio.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Bounds how long PostgreSQL's driver waits for a server that does not answer: by default for ever, so that a broken network
 * would keep every thread. And how long the server waits for an instance whose machine is gone: by default two hours, in
 * which it would hold the locks of the transaction that it was in the middle of. What the URL says goes before it.
 */
@Component
final class PostgresTimeouts implements BeanPostProcessor {

    /** In seconds. A statement that takes longer is broken off; whoever appends waits for an import at most. */
    private static final Map<String, String> BOUNDS =
            Map.of("connectTimeout", "5", "loginTimeout", "5", "socketTimeout", "60", "tcpKeepAlive", "true", "options",
                    "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 "
                            + "-c tcp_user_timeout=15s");

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && Objects.requireNonNullElse(pool.getJdbcUrl(), "").startsWith("jdbc:postgresql:")) {
            BOUNDS.forEach(pool::addDataSourceProperty);
        }
        return bean;
    }
}
