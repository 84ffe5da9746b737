package no.ehelse.portfolio.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestStores;
import no.ehelse.portfolio.hostile.ApiOperations.Operation;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten thousand hostile requests against every operation, as the office, as a reporter and as nobody: each is refused with
 * a problem of the contract and leaves nothing behind, or is accepted whole. {@code docs/limits.md} says how to run more of
 * them, and how to repeat one.
 */
@Isolated("It keeps the log of the process silent")
class HostileRequestsTest {

    private static final String PASSWORD = "rapport";
    private static final int ENOUGH_TO_REACH_EVERYTHING = 10_000;

    @Test
    void are_refused_with_a_problem_and_leave_nothing_behind_or_are_accepted_whole(@TempDir Path folder)
            throws Exception {
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder,
                "--portfolio.security.users.kari.password={bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD),
                "--portfolio.security.users.kari.roles=reporter",
                "--portfolio.security.users.kari.organisation=" + KnownThings.OF_REPORTER,
                "--portfolio.security.limits.writes-per-second=100000",
                "--portfolio.security.limits.failed-logins=1000000",
                "--portfolio.security.limits.failed-logins-of-address=1000000",
                "--logging.level.no.ehelse.portfolio=off");
                Wire wire = new Wire(portfolio.port())) {
            KnownThings known = KnownThings.madeOver(wire);
            List<Operation> operations =
                    ApiOperations.in(JsonMapper.shared().readTree(portfolio.get("/v3/api-docs").body()));
            long before = portfolio.events();
            RecordedByRequest recorded = RecordedByRequest.in(portfolio.bean(EventStore.class));

            Assault assault = new Assault(portfolio.port(), operations, known, recorded,
                    RunningPortfolio.basic("kari", PASSWORD));
            Tally tally = assault.carriedOut();

            System.out.println(tally);
            assertThat(tally.failures()).isEmpty();
            // What came back from an Axon Server is handled by a thread that knows of no request.
            assertThat(recorded.requests()).allMatch(request -> assault.isOurs(request)
                    || (TestStores.isAxonServer() && request.equals(RecordedByRequest.NO_REQUEST)));
            assertThat(portfolio.events()).as("events in the store").isEqualTo(before + recorded.all());
            assertThat(portfolio.get("/api/admin/dead-letters").body()).isEqualTo("{\"deadLetters\":[]}");
            assertThat(JsonMapper.shared()
                    .readTree(portfolio.get("/api/audit/verification").body())
                    .get("intact")
                    .asBoolean()).isTrue();
            assertThat(tally.operationsNeverSent(operations)).isEmpty();
            if (tally.requests() >= ENOUGH_TO_REACH_EVERYTHING) {
                assertThat(tally.operationsNeverAccepted())
                        .allMatch(operation -> !TestStores.isEmbedded() && operation.contains("/backups"));
            }
        }
    }
}
