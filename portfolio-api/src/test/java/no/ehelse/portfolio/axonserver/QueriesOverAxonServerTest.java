package no.ehelse.portfolio.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.axonserver.server.AxonServerDouble;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.tiltak.view.portfolio.FindPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every query and its answer, written to the wire and read again by the serializer that the service has: answers are the
 * same, byte for byte, as those of an instance that asks itself.
 */
class QueriesOverAxonServerTest {

    private static final List<String> ADDRESSES = List.of("/api/portfolio?at=2020-10-09",
            "/api/portfolio?round=2020-10", "/api/tiltak/125?at=2020-10-09", "/api/tiltak/125/history",
            "/api/portfolio/counts?by=status&by=organisation&at=2020-10-09",
            "/api/portfolio/series?by=status",
            "/api/portfolio/changes?from=2020-06-01&to=2020-10-09", "/api/audit", "/api/rounds", "/api/rounds/2020-10",
            "/api/rounds/2020-10/report", "/api/rounds/2020-10/report?published=true",
            "/api/rounds/2020-10/report/corrections");

    @Test
    void are_answered_the_same_as_without_it(@TempDir Path folder) {
        try (AxonServerDouble server = AxonServerDouble.start()) {
            Map<String, String> own = answers(server, folder, true);
            assertThat(own.values()).allMatch(answer -> answer.startsWith("200 "));
            assertThat(server.context("default").asked()).isEmpty();

            assertThat(answers(server, folder, false)).isEqualTo(own);
            assertThat(server.context("default").asked()).hasSameSizeAs(MessagesTest.queries())
                    .contains(FindPortfolio.class.getName());
        }
    }

    private static Map<String, String> answers(AxonServerDouble server, Path folder, boolean ofItsOwn) {
        Map<String, String> answers = new TreeMap<>();
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--spring.profiles.active=axonserver",
                "--spring.datasource.url=jdbc:h2:mem:queries;DB_CLOSE_DELAY=-1", "--spring.datasource.username=sa",
                "--axon.axonserver.servers=" + server.address(), "--portfolio.sample-data=true",
                "--axon.axonserver.shortcut-queries-to-local-handlers=" + ofItsOwn)) {
            long head = portfolio.bean(StreamPositions.class).head();
            assertThat(portfolio.get("/api/portfolio?minPosition=" + head).statusCode()).isEqualTo(200);
            for (String address : ADDRESSES) {
                HttpResponse<String> answer = portfolio.get(address);
                answers.put(address, answer.statusCode() + " " + answer.body());
            }
        }
        return answers;
    }
}
