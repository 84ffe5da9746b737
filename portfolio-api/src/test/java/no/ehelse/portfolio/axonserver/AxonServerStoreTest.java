package no.ehelse.portfolio.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import no.ehelse.portfolio.axonserver.server.AxonServerDouble;
import no.ehelse.portfolio.axonserver.server.ContextDouble;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over HTTP on a double of an Axon Server. */
class AxonServerStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    private static @Nullable AxonServerDouble server;
    private static @Nullable RunningPortfolio running;

    @BeforeAll
    static void start() {
        server = AxonServerDouble.start();
        running = started();
    }

    private static RunningPortfolio started() {
        return RunningPortfolio.with(folder, "--spring.profiles.active=axonserver",
                "--spring.datasource.url=jdbc:h2:mem:axonserver;DB_CLOSE_DELAY=-1", "--spring.datasource.username=sa",
                "--axon.axonserver.servers=" + server().address());
    }

    @AfterAll
    static void stop() {
        portfolio().close();
        server().close();
    }

    private static AxonServerDouble server() {
        return Objects.requireNonNull(server);
    }

    private static RunningPortfolio portfolio() {
        return Objects.requireNonNull(running);
    }

    private static ContextDouble context() {
        return server().context("default");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Answer register(int number, String further, String... headers) {
        return portfolio().post("/api/tiltak", """
                {"number": %d, "name": "Tiltak", "effectiveFrom": "2020-01-01"%s}""".formatted(number, further),
                headers);
    }

    private static HttpResponse<String> readAfter(Answer recorded, String address) {
        return portfolio().get(address + "?minPosition=" + json(recorded.body()).get("position").asLong());
    }

    @Test
    void every_part_is_the_one_that_was_declared() {
        assertThat(List.of(portfolio().bean(EventStore.class), portfolio().bean(CommandBus.class),
                portfolio().bean(QueryBus.class))).extracting(part -> part.getClass().getSimpleName())
                .containsExactly("OrderedEventStore", "NamedCommandBus", "AxonServerQueryBus");
    }

    @Test
    void what_is_reported_is_recorded_there_and_read_here() {
        Answer registered = register(1, "");
        Answer reported = portfolio().post("/api/tiltak/1/status", """
                {"status": "GREEN", "effectiveFrom": "2020-02-01"}""");

        assertThat(registered.status()).isEqualTo(201);
        assertThat(reported.status()).isEqualTo(200);
        long position = json(reported.body()).get("position").asLong();
        Event stored = context().event((int) position - 1);
        assertThat(stored.getAggregateIdentifier()).isEqualTo("tiltak:1");
        assertThat(stored.getAggregateSequenceNumber()).isEqualTo(1);
        assertThat(stored.getMetaDataMap()).containsKeys("user", "roles", "source", "seal");
        assertThat(json(readAfter(reported, "/api/tiltak/1").body()).get("status").asString()).isEqualTo("GREEN");
    }

    @Test
    void a_rejection_comes_back_with_its_code_and_whatever_it_is_about() {
        assertThat(portfolio().post("/api/tiltak/99/status", """
                {"status": "GREEN", "effectiveFrom": "2020-02-01"}""")).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(json(answer.body()).get("code").asString()).isEqualTo("unknown-tiltak");
        });
        assertThat(register(2, ", \"organisation\": \"Ingen\"")).satisfies(answer -> assertThat(
                json(answer.body()).get("code").asString()).isEqualTo("unknown-organisation"));
    }

    private static void accepted(String address, String body) {
        Answer answer = portfolio().post(address, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }

    @Test
    void an_organisation_and_a_round_can_be_named_at_once_and_a_publication_holds_at_once() {
        accepted("/api/organisations", """
                {"name": "Helsedirektoratet", "group": "HEALTH_ADMINISTRATION"}""");
        accepted("/api/rounds", """
                {"round": "2019-10", "name": "Høsten 2019", "cutOff": "2019-10-31"}""");
        accepted("/api/tiltak", """
                {"number": 3, "name": "Tiltak", "effectiveFrom": "2019-09-01", "organisation": "Helsedirektoratet",
                 "round": "2019-10"}""");
        accepted("/api/rounds/2019-10/closing", "");
        accepted("/api/rounds/2019-10/publication", "{}");

        assertThat(json(portfolio().post("/api/tiltak/3/status", """
                {"status": "RED", "effectiveFrom": "2019-09-15"}""").body()).get("code").asString())
                .isEqualTo("round-published");
        JsonNode verification = json(portfolio().get("/api/audit/verification").body());
        assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
        assertThat(verification.get("publications").size()).isEqualTo(1);
    }

    @Test
    void what_a_process_that_was_killed_left_only_there_is_looked_up_before_anything_is_decided() {
        assertThat(portfolio().post("/api/organisations", """
                {"name": "Oslo kommune", "group": "OTHER"}""").status()).isEqualTo(201);
        JdbcClient database = portfolio().bean(JdbcClient.class);
        database.sql("delete from organisation_register where organisation = 'oslo-kommune'").update();
        database.sql("update append_order set followed = 0, head = null").update();

        assertThat(register(4, ", \"organisation\": \"Oslo kommune\"").status()).isEqualTo(201);
        assertThat(json(portfolio().get("/api/audit/verification").body()).get("intact").asBoolean()).isTrue();
    }

    @Test
    void a_repeated_command_is_answered_as_before_also_by_a_process_that_remembers_nothing() {
        Answer first = register(5, "", "Idempotency-Key", "five");
        portfolio().close();
        running = started();

        assertThat(register(5, "", "Idempotency-Key", "five")).isEqualTo(first);
    }

    @Test
    void somebody_elses_events_in_the_context_are_passed_over() throws Exception {
        context().append(List.of(Event.newBuilder()
                .setMessageIdentifier("somebody")
                .setAggregateIdentifier("elsewhere")
                .setAggregateType("Other")
                .setTimestamp(System.currentTimeMillis())
                .setPayload(SerializedObject.newBuilder().setType("other.Event").setData(ByteString.copyFromUtf8("{}")))
                .build()));

        Answer registered = register(6, "");

        assertThat(registered.status()).isEqualTo(201);
        assertThat(readAfter(registered, "/api/tiltak/6").statusCode()).isEqualTo(200);
        assertThat(portfolio().stored()).noneMatch(event -> event.aggregate().equals("elsewhere"));
    }

    @Test
    void while_it_is_away_commands_are_refused_at_once_and_afterwards_taken_again() {
        assertThat(register(7, "").status()).isEqualTo(201);
        double countedBefore = countedAsRefused();
        server().stop();

        HttpResponse<String> refused = portfolio().send("/api/tiltak/7/status", """
                {"status": "RED", "effectiveFrom": "2020-02-01"}""");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().map()).containsEntry("Retry-After", List.of("5"));
        assertThat(json(refused.body()).get("code").asString()).isEqualTo("event-store-unavailable");
        assertThat(countedAsRefused() - countedBefore).isEqualTo(1);
        assertThat(portfolio().get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(portfolio().get("/api/tiltak/7").statusCode()).isEqualTo(200);

        server().resume();
        Answer taken = awaitStatus(200, "/api/tiltak/7/status", """
                {"status": "RED", "effectiveFrom": "2020-02-01"}""");
        assertThat(json(readAfter(taken, "/api/tiltak/7").body()).get("status").asString()).isEqualTo("RED");
        assertThat(portfolio().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    /** Of commands that report a status. */
    private static double countedAsRefused() {
        return portfolio().bean(MeterRegistry.class)
                .find("portfolio.commands")
                .tags("command", "ReportStatus", "outcome", "unavailable")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static Answer awaitStatus(int status, String address, String body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = portfolio().post(address, body);
        while (answer.status() != status && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            answer = portfolio().post(address, body);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    @Test
    void an_event_that_was_changed_there_is_found() {
        Answer registered = register(9, "");
        int token = (int) json(registered.body()).get("position").asLong() - 1;
        Event recorded = context().event(token);
        context().tamper(token, recorded.toBuilder().setTimestamp(recorded.getTimestamp() + 1).build());

        JsonNode verification = json(portfolio().get("/api/audit/verification").body());

        context().tamper(token, recorded);
        assertThat(verification.get("intact").asBoolean()).isFalse();
        assertThat(verification.get("findings").size()).isEqualTo(1);
        assertThat(verification.get("findings").get(0).get("kind").asString()).isEqualTo("ALTERED");
        assertThat(verification.get("findings").get(0).get("position").asLong()).isEqualTo(token + 1);
    }

    @Test
    void the_read_model_is_rebuilt_from_there() {
        assertThat(register(8, "").status()).isEqualTo(201);
        HttpResponse<String> begun = portfolio().send("/api/admin/read-models/portfolio/rebuilds", "{}");
        String address = begun.headers().firstValue("Location").orElseThrow();
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode rebuild = json(portfolio().get(address).body());
        while (!Map.of("DONE", 1, "FAILED", 1, "INTERRUPTED", 1).containsKey(rebuild.get("state").asString())
                && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            rebuild = json(portfolio().get(address).body());
        }
        assertThat(rebuild.get("state").asString()).as(rebuild.toString()).isEqualTo("DONE");
        assertThat(rebuild.get("differences").asLong()).isZero();
    }
}
