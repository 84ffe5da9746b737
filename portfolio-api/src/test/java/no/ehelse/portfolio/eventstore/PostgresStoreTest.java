package no.ehelse.portfolio.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same store on PostgreSQL. */
class PostgresStoreTest {

    @Test
    void commands_are_recorded_and_answered_as_on_the_embedded_store(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--spring.datasource.url=" + url)) {
                portfolio.post("/api/organisations", """
                        {"name": "Helse Sør-Øst RHF", "group": "REGIONAL_HEALTH_AUTHORITY"}""");
                portfolio.post("/api/rounds", """
                        {"round": "2020-10", "name": "Oktober", "cutOff": "2020-10-09"}""");

                assertThat(portfolio.post("/api/tiltak", """
                        {"number": 9001, "name": "Språk", "effectiveFrom": "2020-03-01",
                         "organisation": "helse sør-øst rhf", "round": "2020-10"}""")).isEqualTo(new Answer(201, """
                        {"number":9001,"version":0,"position":3,"changed":true}"""));
                assertThat(portfolio.post("/api/organisations", """
                        {"name": "HELSE SØR-ØST RHF", "id": "annen", "group": "OTHER"}""").status()).isEqualTo(409);
            }
            try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--spring.datasource.url=" + url)) {
                assertThat(portfolio.post("/api/tiltak/9001/organisation", """
                        {"organisation": "helse-sor-ost-rhf", "effectiveFrom": "2020-05-01"}""", "If-Match", "\"0\""))
                        .isEqualTo(new Answer(200, """
                                {"number":9001,"version":1,"position":4,"changed":false}"""));
            }
            assertThat(Files.exists(folder.resolve("portfolio.mv.db"))).isFalse();
        }
    }
}
