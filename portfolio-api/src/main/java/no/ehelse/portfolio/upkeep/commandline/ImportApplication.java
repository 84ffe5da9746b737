package no.ehelse.portfolio.upkeep.commandline;

import java.time.Clock;
import no.ehelse.portfolio.axonserver.AxonServerLog;
import no.ehelse.portfolio.eventstore.StoreAlone;
import no.ehelse.portfolio.evidence.EvidenceConfiguration;
import no.ehelse.portfolio.evidence.verification.Verification;
import no.ehelse.portfolio.register.OrganisationRegister;
import no.ehelse.portfolio.register.RegistersBehindLog;
import no.ehelse.portfolio.register.RegistersFromLog;
import no.ehelse.portfolio.register.RequestRegister;
import no.ehelse.portfolio.register.RoundRegister;
import no.ehelse.portfolio.upkeep.move.LogImport;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What an import needs of the service: the store with its engine, and the registers. */
@EnableAutoConfiguration
@Import({StoreAlone.class, AxonServerLog.class, EvidenceConfiguration.class, Verification.class, RoundRegister.class,
        OrganisationRegister.class, RegistersBehindLog.class, RegistersFromLog.class, RequestRegister.class,
        LogImport.class})
class ImportApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
