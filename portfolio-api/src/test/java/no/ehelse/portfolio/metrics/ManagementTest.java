package no.ehelse.portfolio.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who is told what the service measures, at its own port and at one of its own for management. */
class ManagementTest {

    private static final String PASSWORD = "hemmelig";

    @TempDir
    private Path folder;

    @Test
    void only_operators_and_the_office_are_told() {
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, users().toArray(String[]::new))) {
            assertThat(told(portfolio, portfolio.uri("/actuator/prometheus"))).isEqualTo(Map.of("office", 200,
                    "operator", 200, "auditor", 403, "reporter", 403, "guessing", 401, "nobody", 401));
            assertThat(told(portfolio, portfolio.uri("/actuator/env"))).isEqualTo(Map.of("office", 404, "operator",
                    404, "auditor", 403, "reporter", 403, "guessing", 401, "nobody", 401));
        }
    }

    @Test
    void management_can_have_a_port_of_its_own_where_the_same_rules_hold() {
        List<String> properties = users();
        properties.add("--management.server.port=0");
        properties.add("--management.server.address=127.0.0.1");
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, properties.toArray(String[]::new))) {
            URI management = URI.create("http://127.0.0.1:"
                    + portfolio.bean(Environment.class).getRequiredProperty("local.management.port"));

            assertThat(told(portfolio, management.resolve("/actuator/prometheus"))).isEqualTo(Map.of("office", 200,
                    "operator", 200, "auditor", 403, "reporter", 403, "guessing", 401, "nobody", 401));
            assertThat(told(portfolio, management.resolve("/actuator/health/readiness"))).isEqualTo(Map.of("office",
                    200, "operator", 200, "auditor", 200, "reporter", 200, "guessing", 401, "nobody", 200));
            assertThat(told(portfolio, portfolio.uri("/actuator/prometheus"))).isEqualTo(Map.of("office", 404,
                    "operator", 404, "auditor", 403, "reporter", 403, "guessing", 401, "nobody", 401));
            assertThat(told(portfolio, management.resolve("/api/admin/read-models"))).as("nothing else is there")
                    .isEqualTo(Map.of("office", 404, "operator", 404, "auditor", 403, "reporter", 403, "guessing",
                            401, "nobody", 401));
        }
    }

    private static List<String> users() {
        String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
        List<String> properties = new ArrayList<>();
        for (String role : List.of("operator", "auditor", "reporter")) {
            String user = "--portfolio.security.users." + role;
            properties.addAll(List.of(user + ".password=" + hash, user + ".roles=" + role,
                    user + ".organisation=ingen"));
        }
        return properties;
    }

    private static Map<String, Integer> told(RunningPortfolio portfolio, URI address) {
        Map<String, String> senders = new LinkedHashMap<>();
        senders.put("office", RunningPortfolio.OFFICE);
        List.of("operator", "auditor", "reporter")
                .forEach(role -> senders.put(role, RunningPortfolio.basic(role, PASSWORD)));
        senders.put("guessing", RunningPortfolio.basic("office", "gjettet"));
        Map<String, Integer> told = new LinkedHashMap<>();
        senders.forEach((name, authorization) -> told.put(name,
                portfolio.asSent(
                        HttpRequest.newBuilder(address).header("Authorization", authorization).build())
                        .statusCode()));
        told.put("nobody", portfolio.asSent(HttpRequest.newBuilder(address).build()).statusCode());
        return told;
    }
}
