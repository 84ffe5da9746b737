package no.ehelse.portfolio.upkeep.backup;

import java.nio.file.Path;
import java.time.Clock;
import no.ehelse.portfolio.eventstore.OnlineCopy;
import no.ehelse.portfolio.eventstore.WhereLogIsInTables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the running service keeps backups of the embedded store; other databases have tools of their own. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    @Bean
    @WhereLogIsInTables
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    Backups backups(@Value("${portfolio.backup.dir:${portfolio.data-dir:./data}/backups}") Path folder,
            OnlineCopy database, Clock clock) {
        return new Backups(folder, database, clock);
    }
}
