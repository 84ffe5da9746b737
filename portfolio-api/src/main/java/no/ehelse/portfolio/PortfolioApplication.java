package no.ehelse.portfolio;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service as one process. */
@SpringBootApplication
public class PortfolioApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        // Before the context exists: the framework's update checker would call its vendor with an id of this machine.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(PortfolioApplication.class, arguments);
    }

    /** The only clock of the service. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
