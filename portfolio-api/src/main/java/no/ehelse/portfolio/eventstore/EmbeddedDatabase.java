package no.ehelse.portfolio.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database in the data folder, which holds everything unless a {@code spring.datasource.url} says otherwise. */
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabase {

    /** Taken when somebody first needs it, and given free after everybody who needed it. */
    @Bean
    @Lazy
    DataFolder dataFolder(@Value("${portfolio.data-dir:./data}") Path folder) {
        return DataFolder.take(folder);
    }

    /** The store itself, where it is this one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    static class InUse {

        @Bean
        EmbeddedStore embeddedStore(DataFolder folder) {
            return new EmbeddedStore(folder.path());
        }

        @Bean
        OneWriter oneWriter() {
            return new OneWriter();
        }

        @Bean
        ReopenedDatabase reopenedDatabase(EmbeddedStore store, OneWriter writer) {
            return new ReopenedDatabase(store, writer);
        }

        @Bean
        OnlineCopy onlineCopy(JdbcClient database, OneWriter writer) {
            return new OnlineCopy(database, writer);
        }

        /** The pool; its end comes before that of the database. */
        @Bean
        @ConfigurationProperties("spring.datasource.hikari")
        HikariDataSource dataSource(ReopenedDatabase database) {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(database.source());
            pool.setExceptionOverride(new DeadWithTheirDatabase(pool));
            return pool;
        }
    }

    /** Throws away what is dead: where one connection is, all are. The pool knows the codes of other databases only. */
    private record DeadWithTheirDatabase(HikariDataSource pool) implements SQLExceptionOverride {

        @java.lang.Override // the short name is that of the answer
        public Override adjudicate(SQLException failure) {
            if (failure instanceof SQLTransientException || !Outage.causes(failure)) {
                return Override.CONTINUE_EVICT;
            }
            HikariPoolMXBean connections = pool.getHikariPoolMXBean();
            if (connections != null) {
                connections.softEvictConnections();
            }
            return Override.MUST_EVICT;
        }
    }
}
