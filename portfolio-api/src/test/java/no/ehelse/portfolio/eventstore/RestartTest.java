package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a service that stopped and started again still knows. */
@LogInTablesOnly("It changes the rows that a store in tables goes on from")
class RestartTest {

    private static final String REGISTRATION = """
            {"number": 9001, "name": "Språk", "effectiveFrom": "2020-03-01", "organisation": "hsø",
             "budgets": {"2020": 32.0, "2021": null}}""";
    private static final String SAME_IN_OTHER_WORDS = """
            {"budgets": {"2021": null, "2020": 3.2e1}, "organisation": "hsø", "effectiveFrom": "2020-03-01",
             "correction": false, "number": 9001, "name": " Språk "}""";

    @Test
    void a_restart_keeps_events_versions_and_the_answers_to_repeated_requests(@TempDir Path folder) {
        HttpResponse<String> first;
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            portfolio.post("/api/organisations", """
                    {"name": "Helse Sør-Øst RHF", "group": "REGIONAL_HEALTH_AUTHORITY", "aliases": ["HSØ"]}""");
            first = portfolio.send("/api/tiltak", REGISTRATION, "Idempotency-Key", "k1");
            portfolio.post("/api/tiltak/9001/status", """
                    {"status": "RED", "effectiveFrom": "2020-10-09"}""");
        }

        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            HttpResponse<String> again = portfolio.send("/api/tiltak", SAME_IN_OTHER_WORDS, "Idempotency-Key", "k1");

            assertThat(again.statusCode()).isEqualTo(201).isEqualTo(first.statusCode());
            assertThat(again.body()).isEqualTo("""
                    {"number":9001,"version":0,"position":2,"changed":true}""").isEqualTo(first.body());
            assertThat(again.headers().firstValue("Location")).hasValue("/api/tiltak/9001");
            assertThat(again.headers().firstValue("ETag")).hasValue("\"0\"");
            assertThat(portfolio.post("/api/tiltak/9001/status", """
                    {"status": "GREEN", "effectiveFrom": "2020-10-09"}""", "Idempotency-Key", "k1"))
                    .isEqualTo(new Answer(409, """
                            {"type":"urn:problem:portfolio:idempotency-key-reused","title":"The idempotency key was used before",\
                            "status":409,"detail":"The idempotency key k1 was used with other content.",\
                            "code":"idempotency-key-reused"}"""));
            assertThat(portfolio.post("/api/tiltak/9001/status", """
                    {"status": "GREEN", "effectiveFrom": "2020-10-09"}""", "If-Match", "\"1\""))
                    .isEqualTo(new Answer(200, """
                            {"number":9001,"version":2,"position":4,"changed":true}"""));
            assertThat(portfolio.events()).isEqualTo(4);
        }
    }

    @Test
    void registers_that_are_lost_are_written_again_from_the_log(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            portfolio.post("/api/organisations", """
                    {"name": "Helse Sør-Øst RHF", "group": "REGIONAL_HEALTH_AUTHORITY", "aliases": ["HSØ"]}""");
            portfolio.post("/api/rounds", """
                    {"round": "2020-10", "name": "Oktober", "cutOff": "2020-10-09"}""");
            portfolio.post("/api/rounds/2020-10/closing", "");
            portfolio.post("/api/rounds/2020-10/publication", "");
            JdbcClient database = portfolio.bean(JdbcClient.class);
            database.sql("delete from round_register").update();
            database.sql("delete from organisation_register").update();
            database.sql("update append_order set last_recorded_at = 0").update();
        }

        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(portfolio.post("/api/tiltak", """
                    {"number": 9001, "name": "Språk", "effectiveFrom": "2020-03-01", "organisation": " HSØ "}"""))
                    .isEqualTo(new Answer(422, """
                            {"type":"urn:problem:portfolio:round-published","title":"The round is published","status":422,\
                            "detail":"What holds from 2020-03-01 is in published rounds (2020-10); record it as a \
                            correction, with a comment.","code":"round-published","rounds":["2020-10"]}"""));
            assertThat(portfolio.bean(JdbcClient.class)
                    .sql("select last_recorded_at from append_order")
                    .query(Long.class)
                    .single()).isPositive();
        }
    }
}
