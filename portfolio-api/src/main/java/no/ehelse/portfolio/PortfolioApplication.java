package no.ehelse.portfolio;

import java.io.IOException;
import java.time.Clock;
import no.ehelse.portfolio.upkeep.Refused;
import no.ehelse.portfolio.upkeep.commandline.Outcome;
import no.ehelse.portfolio.upkeep.commandline.StoreCommands;
import no.ehelse.portfolio.upkeep.start.Rehearsal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service as one process. */
@SpringBootApplication
public class PortfolioApplication {

    private static final Logger LOG = LoggerFactory.getLogger(PortfolioApplication.class);

    /** Starts the service, rehearses its start, or does something with a store that no service runs on. */
    public static void main(String[] arguments) {
        // Before the context exists: the framework's update checker would call its vendor with an id of this machine.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        if (StoreCommands.isAsked(arguments)) {
            System.exit(ended(StoreCommands.run(arguments)));
        }
        if (Rehearsal.isAsked(arguments)) {
            System.exit(ended(rehearsed()));
        }
        SpringApplication.run(PortfolioApplication.class, arguments);
    }

    private static Outcome rehearsed() {
        try {
            Rehearsal.run(PortfolioApplication.class);
            return new Outcome(true, "Rehearsed.");
        } catch (Refused refused) {
            return new Outcome(false, refused.reason());
        } catch (IOException failed) {
            return new Outcome(false, failed.toString());
        }
    }

    private static int ended(Outcome outcome) {
        if (outcome.done()) {
            LOG.info(outcome.text());
            return 0;
        }
        LOG.error(outcome.text());
        return 1;
    }

    /** The only clock of the service. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
