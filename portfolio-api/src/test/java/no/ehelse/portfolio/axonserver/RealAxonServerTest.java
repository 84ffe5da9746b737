package no.ehelse.portfolio.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import no.ehelse.portfolio.TestStores;
import no.ehelse.portfolio.axonserver.server.RealAxonServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a real Axon Server, in every build that has one. */
@ResourceLock("Axon Server")
class RealAxonServerTest {

    @BeforeAll
    static void isThere() {
        assumeTrue(RealAxonServer.address().isPresent(),
                "No Axon Server is named (" + RealAxonServer.SERVERS
                        + ") and no Docker is there to run one, so nothing was "
                        + "tried on a real one; AxonServerStoreTest uses a double");
    }

    @Test
    void what_is_recorded_there_is_read_again_and_verified(@TempDir Path folder) {
        String[] properties = TestStores.onAxonServer(folder).toArray(String[]::new);
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, properties)) {
            assertThat(portfolio.post("/api/tiltak", """
                    {"number": 125, "name": "Rehabiliteringsregisteret", "effectiveFrom": "2020-01-01"}""").status())
                    .isEqualTo(201);
        }
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, properties)) {
            Answer reported = portfolio.post("/api/tiltak/125/status", """
                    {"status": "GREEN", "effectiveFrom": "2020-02-01"}""");
            assertThat(reported.status()).as(reported.body()).isEqualTo(200);
            long position = json(reported.body()).get("position").asLong();
            assertThat(json(portfolio.get("/api/tiltak/125?minPosition=" + position).body()).get("status").asString())
                    .isEqualTo("GREEN");
            JsonNode verification = json(portfolio.get("/api/audit/verification").body());
            assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
            assertThat(verification.get("sealed").asLong()).isEqualTo(2);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
