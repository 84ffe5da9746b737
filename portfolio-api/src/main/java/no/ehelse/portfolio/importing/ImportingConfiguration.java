package no.ehelse.portfolio.importing;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** What an import needs and cannot make itself. */
@Configuration(proxyBeanMethods = false)
class ImportingConfiguration {

    /** Where there is no read model, nothing is known to be missing in a file. */
    @Bean
    @Fallback
    PortfolioListing noListing() {
        return day -> List.of();
    }
}
