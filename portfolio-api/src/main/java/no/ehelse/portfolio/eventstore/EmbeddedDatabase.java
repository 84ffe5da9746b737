package no.ehelse.portfolio.eventstore;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The database in the data folder, which holds everything unless a {@code spring.datasource.url} says otherwise. */
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabase {

    /** Taken when somebody first needs it, and given free after everybody who needed it. */
    @Bean
    @Lazy
    DataFolder dataFolder(@Value("${portfolio.data-dir:./data}") Path folder) {
        return DataFolder.take(folder);
    }

    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    JdbcConnectionDetails embeddedStore(DataFolder folder) {
        return new H2File(new EmbeddedStore(folder.path()));
    }

    /** How the file is opened; the pool's end closes it. */
    private record H2File(EmbeddedStore store) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedStore.USER;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return store.url();
        }
    }
}
