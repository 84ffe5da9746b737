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
        return new H2File(folder.path());
    }

    /** How the file is opened; the pool's end closes it. */
    private record H2File(Path folder) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "sa";
        }

        @Override
        public String getPassword() {
            return "";
        }

        /**
         * WRITE_DELAY=0: a commit is answered only when it is written; the default loses the last half second with a
         * killed process. DB_CLOSE_ON_EXIT=FALSE: the service closes the pool, and with it the file, in its own order,
         * not a hook of the database in the middle of it. LOCK_TIMEOUT: longer than a whole import takes to append.
         */
        @Override
        public String getJdbcUrl() {
            return "jdbc:h2:file:" + folder.resolve("portfolio") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                    + ";LOCK_TIMEOUT=20000";
        }
    }
}
