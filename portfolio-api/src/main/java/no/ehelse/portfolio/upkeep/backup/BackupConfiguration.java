package no.ehelse.portfolio.upkeep.backup;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import no.ehelse.portfolio.eventstore.OnlineCopy;
import no.ehelse.portfolio.eventstore.WhereLogIsInTables;
import no.ehelse.portfolio.metrics.Metric;
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

    /** When the latest backup was made; only where this service makes them. */
    @Bean
    @WhereLogIsInTables
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    MeterBinder backupTime(Backups backups) {
        return registry -> Metric.BACKUP_TIME.gauge(registry, () -> {
            Instant latest = backups.latest();
            return latest == null ? 0 : latest.getEpochSecond();
        });
    }
}
