package no.ehelse.portfolio.evidence;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What lies outside the database: the keys of the seals, and what is remembered of the log. */
@Configuration(proxyBeanMethods = false)
public class EvidenceConfiguration {

    @Bean
    SealKeys sealKeys(@Value("${portfolio.data-dir:./data}") Path folder,
            @Value("${portfolio.evidence.seal-key-file:}") String file) {
        return SealKeyFile.open(SealKeyFile.path(folder, file));
    }

    @Bean
    HeadMemory headMemory(SealKeys keys, @Value("${portfolio.data-dir:./data}") Path folder) {
        return new HeadMemory(keys, folder.resolve(HeadMemory.FILE));
    }
}
