package no.ehelse.portfolio.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.axonserver.server.AxonServerDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service without the profile, though an Axon Server is named and there. */
@LogInTablesOnly("It starts without the profile")
class OnlyWithProfileTest {

    @Test
    void nothing_is_asked_of_an_axon_server(@TempDir Path folder) {
        try (AxonServerDouble server = AxonServerDouble.start();
                RunningPortfolio portfolio =
                        RunningPortfolio.with(folder, "--axon.axonserver.servers=" + server.address())) {
            assertThat(portfolio.post("/api/tiltak", """
                    {"number": 1, "name": "Tiltak", "effectiveFrom": "2020-01-01"}""").status()).isEqualTo(201);

            assertThat(server.calls()).isZero();
        }
    }
}
