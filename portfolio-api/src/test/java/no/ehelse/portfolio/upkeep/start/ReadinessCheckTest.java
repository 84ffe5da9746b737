package no.ehelse.portfolio.upkeep.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import no.ehelse.portfolio.discovery.WithoutStore;
import org.junit.jupiter.api.Test;

@WithoutStore
class ReadinessCheckTest {

    @Test
    void it_asks_where_the_service_of_its_environment_listens() {
        assertThat(ReadinessCheck.address(Map.of()))
                .isEqualTo(URI.create("http://127.0.0.1:8080/actuator/health/readiness"));
        assertThat(ReadinessCheck.address(Map.of("SERVER_PORT", "9000")))
                .isEqualTo(URI.create("http://127.0.0.1:9000/actuator/health/readiness"));
        assertThat(ReadinessCheck.address(Map.of("SERVER_PORT", "9000", "MANAGEMENT_SERVER_PORT", "9001")))
                .isEqualTo(URI.create("http://127.0.0.1:9001/actuator/health/readiness"));
    }
}
