package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import no.ehelse.portfolio.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service runs on the database that the tests are run on, and does the same there. */
class EitherStoreTest {

    @TempDir
    private Path folder;

    @Test
    void the_database_is_the_one_that_the_tests_are_run_on() throws SQLException {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder);
                Connection connection = portfolio.bean(javax.sql.DataSource.class).getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName())
                    .isEqualTo(TestDatabases.isPostgresql() ? "PostgreSQL" : "H2");
            assertThat(Files.exists(folder.resolve("portfolio.mv.db"))).isNotEqualTo(TestDatabases.isPostgresql());
        }
    }

    @Test
    void commands_are_recorded_and_answered_the_same() {
        long head;
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            portfolio.post("/api/organisations", """
                    {"name": "Helse Sør-Øst RHF", "group": "REGIONAL_HEALTH_AUTHORITY"}""");
            portfolio.post("/api/rounds", """
                    {"round": "2020-10", "name": "Oktober", "cutOff": "2020-10-09"}""");
            head = portfolio.head();

            assertThat(portfolio.post("/api/tiltak", """
                    {"number": 9001, "name": "Språk", "effectiveFrom": "2020-03-01",
                     "organisation": "helse sør-øst rhf", "round": "2020-10"}""")).isEqualTo(new Answer(201, """
                    {"number":9001,"version":0,"position":%d,"changed":true}""".formatted(head + 1)));
            assertThat(portfolio.post("/api/organisations", """
                    {"name": "HELSE SØR-ØST RHF", "id": "annen", "group": "OTHER"}""").status()).isEqualTo(409);
        }
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(portfolio.post("/api/tiltak/9001/organisation", """
                    {"organisation": "helse-sor-ost-rhf", "effectiveFrom": "2020-05-01"}""", "If-Match", "\"0\""))
                    .isEqualTo(new Answer(200, """
                            {"number":9001,"version":1,"position":%d,"changed":false}""".formatted(head + 2)));
        }
    }
}
