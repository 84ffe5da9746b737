package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.sql.DataSource;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is away. */
class OutageTest {

    @Test
    void senders_are_told_to_come_back_and_the_service_is_not_ready(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            ((HikariDataSource) portfolio.bean(DataSource.class)).close();

            HttpResponse<String> response = portfolio.send("/api/tiltak", """
                    {"number": 9001, "name": "x", "effectiveFrom": "2020-04-01"}""");

            assertThat(response.body()).isEqualTo("""
                    {"type":"urn:problem:portfolio:event-store-unavailable","title":"The event store is unavailable",\
                    "status":503,"detail":"Events can be neither stored nor read at the moment. Try again later, with \
                    the same idempotency key.","code":"event-store-unavailable"}""");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(portfolio.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        }
    }
}
