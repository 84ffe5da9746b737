package no.ehelse.portfolio;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service as one process. */
@SpringBootApplication
public class PortfolioApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PortfolioApplication.class, arguments);
    }
}
