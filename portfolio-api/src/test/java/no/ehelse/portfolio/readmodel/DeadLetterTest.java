package no.ehelse.portfolio.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestDatabases;
import no.ehelse.portfolio.projection.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event that cannot be digested: parked, told of, and handled after a fix as if nothing had happened. */
@LogInTablesOnly("It breaks events in the table")
class DeadLetterTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ON_THE_DAY = "?at=2020-03-01";

    @TempDir
    private Path folder;

    @Test
    void an_event_that_cannot_be_digested_is_parked_told_of_and_digested_after_a_fix() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            JdbcTemplate jdbc = portfolio.bean(JdbcTemplate.class);
            register(portfolio, 1);
            long position = register(portfolio, 2);
            read(portfolio, "/api/portfolio?minPosition=" + position);
            String tag = portfolio.get("/api/tiltak/1" + ON_THE_DAY).headers().firstValue("ETag").orElseThrow();
            putInTheWay(jdbc);

            red(portfolio, 1);
            long last = red(portfolio, 2);

            HttpResponse<String> whole = portfolio.get("/api/portfolio" + ON_THE_DAY + "&minPosition=" + last);
            assertThat(whole.headers().firstValue("Portfolio-Incomplete")).contains("1");
            assertThat(JSON.readTree(whole.body()).get("incomplete")).isEqualTo(JSON.readTree("[1]"));
            assertThat(statuses(JSON.readTree(whole.body()))).isEqualTo(List.of("1 null", "2 RED"));
            HttpResponse<String> one = portfolio.get("/api/tiltak/1" + ON_THE_DAY);
            assertThat(one.headers().firstValue("Portfolio-Incomplete")).contains("1");
            assertThat(one.headers().firstValue("ETag")).isNotEqualTo(tag);
            assertThat(JSON.readTree(one.body()).get("incomplete")).isEqualTo(JSON.readTree("[1]"));
            HttpResponse<String> other = portfolio.get("/api/tiltak/2" + ON_THE_DAY);
            assertThat(other.headers().firstValue("Portfolio-Incomplete")).isEmpty();
            assertThat(JSON.readTree(other.body()).has("incomplete")).isFalse();
            assertThat(portfolio.get("/actuator/health/dead-letters").statusCode()).isEqualTo(503);
            assertThat(portfolio.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(publish(portfolio)).isEqualTo("409 read-model-incomplete");
            JsonNode parked = read(portfolio, "/api/admin/dead-letters").get("deadLetters");
            assertThat(parked.size()).isEqualTo(1);
            assertThat(parked.get(0).get("sequence").stringValue()).isEqualTo("tiltak:1");
            assertThat(parked.get(0).get("type").stringValue()).isEqualTo("StatusReported");
            assertThat(parked.get(0).get("version").intValue()).isEqualTo(1);
            assertThat(parked.get(0).get("error").stringValue()).isNotBlank();

            assertThat(retry(portfolio, "{}").get("deadLetters").size()).as("still in the way").isEqualTo(1);
            assertThat(portfolio.post("/api/admin/dead-letters/retries", "{\"sequence\": \"tiltak:2\"}").status())
                    .isEqualTo(404);

            jdbc.update("delete from tiltak_entry_a where event_id = 'in the way'");
            assertThat(retry(portfolio, "{\"sequence\": \"tiltak:1\"}"))
                    .isEqualTo(JSON.readTree("{\"tried\": [\"tiltak:1\"], \"deadLetters\": []}"));

            HttpResponse<String> complete = portfolio.get("/api/portfolio" + ON_THE_DAY);
            assertThat(complete.headers().firstValue("Portfolio-Incomplete")).isEmpty();
            assertThat(statuses(JSON.readTree(complete.body()))).isEqualTo(List.of("1 RED", "2 RED"));
            assertThat(publish(portfolio)).isEqualTo("200 ");
            assertThat(portfolio.get("/actuator/health/dead-letters").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_cannot_be_written_still_is_answered_as_parked_and_without_its_sql() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            JdbcTemplate jdbc = portfolio.bean(JdbcTemplate.class);
            register(portfolio, 1);
            jdbc.execute("alter table tiltak_entry_a add constraint in_the_way check (source <> 'x')");
            long position = position(portfolio.post("/api/tiltak/1/name", """
                    {"name": "Annet", "effectiveFrom": "2020-04-01"}""", "Portfolio-Source", "x"));
            read(portfolio, "/api/portfolio?minPosition=" + position);

            for (int time = 0; time < 3; time++) {
                RunningPortfolio.Answer answer = portfolio.post("/api/admin/dead-letters/retries", "{}");
                assertThat(answer.status()).isEqualTo(200);
                JsonNode parked = JSON.readTree(answer.body()).get("deadLetters");
                assertThat(parked.size()).isEqualTo(1);
                assertThat(parked.get(0).get("error").stringValue()).containsIgnoringCase("in_the_way")
                        .contains(TestDatabases.isPostgresql() ? "violates check constraint"
                                : "Check constraint violation")
                        .doesNotContainIgnoringCase("insert")
                        .doesNotContain("Annet");
            }

            jdbc.execute("alter table tiltak_entry_a drop constraint in_the_way");
            assertThat(retry(portfolio, "{}"))
                    .isEqualTo(JSON.readTree("{\"tried\": [\"tiltak:1\"], \"deadLetters\": []}"));
        }
    }

    @Test
    void an_event_that_cannot_even_be_read_keeps_nobody_else_waiting() {
        long last;
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            register(portfolio, 1);
            last = red(portfolio, 1);
            read(portfolio, "/api/portfolio?minPosition=" + last);
        }
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--portfolio.sample-data=true")) {
            JdbcTemplate jdbc = portfolio.bean(JdbcTemplate.class);
            jdbc.update("""
                    insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                                                    time_stamp, payload_type, payload_revision, payload, meta_data)
                    select 'unreadable', 'tiltak:2', 0, type, time_stamp, payload_type, payload_revision, ?, meta_data
                    from domain_event_entry
                    where aggregate_identifier = 'tiltak:1' and sequence_number = 0
                    """, (Object) "{\"no\": \"tiltak\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            long head = portfolio.bean(no.ehelse.portfolio.eventstore.StreamPositions.class).head();

            assertThat(statuses(read(portfolio, "/api/portfolio" + ON_THE_DAY + "&minPosition=" + head)))
                    .isEqualTo(List.of("1 RED"));
            assertThat(portfolio.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(portfolio.get("/api/tiltak/2").body()).contains("read-model-incomplete");
            assertThat(publish(portfolio)).isEqualTo("409 read-model-incomplete");
            assertThat(read(portfolio, "/api/admin/dead-letters").get("deadLetters").get(0).get("event").stringValue())
                    .isEqualTo("unreadable");
        }
    }

    @Test
    void what_another_instance_digests_later_is_what_this_one_goes_on_from() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            register(portfolio, 1);
            assertThat(portfolio.post("/api/rounds", """
                    {"round": "2020-03", "name": "Mars", "cutOff": "2020-03-31"}""").status()).isEqualTo(201);
            long before = redInRound(portfolio);
            read(portfolio, "/api/portfolio?minPosition=" + before);

            // As if the closing had been parked, and another instance digested it now.
            portfolio.bean(JdbcTemplate.class)
                    .update("update reporting_round_a set closed_at = opened_at, closed_position = opened_position");
            portfolio.bean(Progress.class).newGeneration();

            long after = redInRound(portfolio);
            assertThat(read(portfolio, "/api/tiltak/1/history?minPosition=" + after).get("entries")
                    .valueStream()
                    .map(entry -> entry.get("position").asLong() + " " + entry.get("late").asBoolean()))
                    .containsSubsequence(before + " false", after + " true");
        }
    }

    private static long redInRound(RunningPortfolio portfolio) {
        return position(portfolio.post("/api/tiltak/1/status", """
                {"status": "RED", "effectiveFrom": "2020-03-01", "round": "2020-03"}"""));
    }

    @Test
    void a_rebuild_that_meets_a_broken_event_stops_at_it_and_what_served_still_does() throws InterruptedException {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            JdbcTemplate jdbc = portfolio.bean(JdbcTemplate.class);
            register(portfolio, 1);
            long last = red(portfolio, 1);
            read(portfolio, "/api/portfolio?minPosition=" + last);
            jdbc.update("""
                    update domain_event_entry
                    set payload = ?
                    where aggregate_identifier = 'tiltak:1' and sequence_number = 1
                    """, (Object) "{\"no\": \"status\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

            HttpResponse<String> begun = portfolio.send("/api/admin/read-models/portfolio/rebuilds", "{}");
            JsonNode rebuild = JSON.readTree(begun.body());
            while (List.of("READING", "COMPARING").contains(rebuild.get("state").stringValue())) {
                Thread.sleep(50); // it runs in a thread of its own
                rebuild = read(portfolio, begun.headers().firstValue("Location").orElseThrow());
            }

            assertThat(rebuild.get("state").stringValue()).isEqualTo("FAILED");
            assertThat(rebuild.get("failure").get("after").longValue()).isEqualTo(last - 1);
            assertThat(rebuild.get("failure").get("event").stringValue()).isNotBlank();
            assertThat(rebuild.get("failure").get("message").stringValue()).isNotBlank();
            assertThat(read(portfolio, "/api/admin/read-models").get("readModels").get(0).get("serving").stringValue())
                    .isEqualTo("a");
            assertThat(statuses(read(portfolio, "/api/portfolio" + ON_THE_DAY))).isEqualTo(List.of("1 RED"));
        }
    }

    /** A row that must not be there makes the next entry of tiltak 1 impossible to write. */
    private static void putInTheWay(JdbcTemplate jdbc) {
        jdbc.update("""
                insert into tiltak_entry_a (position, number, sequence, event_id, type, recorded_at, changed_on, changes,
                                            confirmed, late, correction, payload)
                select 1000000, 1, 1, 'in the way', type, recorded_at, changed_on, changes, confirmed, late, correction,
                       payload
                from tiltak_entry_a
                where number = 1
                """);
    }

    private static long register(RunningPortfolio portfolio, int number) {
        return position(portfolio.post("/api/tiltak", """
                {"number": %d, "name": "Tiltak", "effectiveFrom": "2020-03-01"}""".formatted(number)));
    }

    private static long red(RunningPortfolio portfolio, int number) {
        return position(portfolio.post("/api/tiltak/" + number + "/status", """
                {"status": "RED", "effectiveFrom": "2020-03-01"}"""));
    }

    /** The first attempt opens and closes the round that it publishes. */
    private static String publish(RunningPortfolio portfolio) {
        portfolio.post("/api/rounds", """
                {"round": "2020-03", "name": "Mars", "cutOff": "2020-03-31"}""");
        portfolio.post("/api/rounds/2020-03/closing", "{}");
        RunningPortfolio.Answer answer = portfolio.post("/api/rounds/2020-03/publication", "{}");
        return answer.status() + " " + JSON.readTree(answer.body()).path("code").asString("");
    }

    private static long position(RunningPortfolio.Answer answer) {
        return JSON.readTree(answer.body()).get("position").longValue();
    }

    private static JsonNode retry(RunningPortfolio portfolio, String body) {
        return JSON.readTree(portfolio.post("/api/admin/dead-letters/retries", body).body());
    }

    private static JsonNode read(RunningPortfolio portfolio, String address) {
        HttpResponse<String> answer = portfolio.get(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> statuses(JsonNode portfolio) {
        return portfolio.get("tiltak")
                .valueStream()
                .map(tiltak -> tiltak.get("number").asString() + " "
                        + Map.of(true, "null", false, tiltak.get("status").asString(""))
                                .get(tiltak.get("status").isNull()))
                .toList();
    }
}
