package no.ehelse.portfolio.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is measured is what happened, to the last command. */
@Timeout(600)
class MetricsTest {

    @TempDir
    private Path folder;

    @Test
    void commands_are_counted_by_type_and_by_what_became_of_them() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            Scrape before = Scrape.of(portfolio);

            assertThat(post(portfolio, "/api/tiltak", """
                    {"number": 1, "name": "En", "effectiveFrom": "2020-04-01"}""")).isEqualTo(201);
            assertThat(post(portfolio, "/api/tiltak", """
                    {"number": 1, "name": "To", "effectiveFrom": "2020-04-01"}""")).isEqualTo(409);
            assertThat(post(portfolio, "/api/tiltak/1/status", """
                    {"status": "RED", "effectiveFrom": "2020-05-01"}""")).isEqualTo(200);
            assertThat(post(portfolio, "/api/tiltak/1/status", """
                    {"status": "RED", "effectiveFrom": "2020-05-01"}""")).isEqualTo(200);
            assertThat(post(portfolio, "/api/tiltak/1/status", """
                    {"status": "RED", "effectiveFrom": "2019-05-01"}""")).isEqualTo(422);
            assertThat(post(portfolio, "/api/tiltak/2/status", """
                    {"status": "RED", "effectiveFrom": "2020-05-01"}""")).isEqualTo(404);
            assertThat(post(portfolio, "/api/rounds/2020-10/closing", "")).isEqualTo(404);
            assertThat(post(portfolio, "/api/tiltak/1/status", "{\"status\": \"PINK\"}")).isEqualTo(400);

            // In an Axon Server, all events of the context are counted, of other tests too.
            Scrape after = until(portfolio, scrape -> TestStores.isAxonServer()
                    || scrape.value("portfolio_store_events") == portfolio.events());
            Map<String, Double> expected = new TreeMap<>();
            expected.put("{code=\"none\",command=\"RegisterTiltak\",outcome=\"changed\"}", 1.0);
            expected.put("{code=\"number-taken\",command=\"RegisterTiltak\",outcome=\"rejected\"}", 1.0);
            expected.put("{code=\"none\",command=\"ReportStatus\",outcome=\"changed\"}", 1.0);
            expected.put("{code=\"none\",command=\"ReportStatus\",outcome=\"unchanged\"}", 1.0);
            expected.put("{code=\"before-registration\",command=\"ReportStatus\",outcome=\"rejected\"}", 1.0);
            expected.put("{code=\"unknown-tiltak\",command=\"ReportStatus\",outcome=\"rejected\"}", 1.0);
            expected.put("{code=\"unknown-round\",command=\"CloseRound\",outcome=\"rejected\"}", 1.0);
            assertThat(after.grownSince(before, "portfolio_commands_total")).isEqualTo(expected);
            assertThat(after.grownSince(before, "portfolio_command_duration_seconds_count")).isEqualTo(
                    Map.of("{command=\"RegisterTiltak\"}", 2.0, "{command=\"ReportStatus\"}", 4.0,
                            "{command=\"CloseRound\"}", 1.0));
            assertThat(after.value("portfolio_command_duration_seconds_bucket{command=\"ReportStatus\",le=\"20.0\"}"))
                    .isEqualTo(4.0);
            assertThat(after.grownSince(before, "http_server_requests_seconds_count")).containsEntry(
                    "{error=\"none\",exception=\"none\",method=\"POST\",outcome=\"SUCCESS\",status=\"200\","
                            + "uri=\"/api/tiltak/{number}/status\"}",
                    2.0);
            assertThat(after.values().keySet()).as("nothing names a tiltak")
                    .noneMatch(
                            series -> series.contains("tiltak/1") || series.contains("tiltak:1"));
        }
    }

    @Test
    void the_lag_goes_to_nothing_and_parked_events_are_counted() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            JdbcTemplate jdbc = portfolio.bean(JdbcTemplate.class);
            Scrape begun = Scrape.of(portfolio);
            long position = position(portfolio, "/api/tiltak", """
                    {"number": 1, "name": "En", "effectiveFrom": "2020-04-01"}""");

            Scrape read = until(portfolio, scrape -> hasRead(scrape, position));
            for (String part : new String[] {"tables", "memory"}) {
                assertThat(read.value("portfolio_readmodel_lag_events{part=\"" + part + "\"}")).isZero();
                assertThat(read.value("portfolio_readmodel_lag_seconds{part=\"" + part + "\"}")).isZero();
                assertThat(read.value("portfolio_readmodel_position{part=\"" + part + "\"}"))
                        .isEqualTo((double) position);
            }
            assertThat(read.value("portfolio_deadletters_events")).isZero();
            assertThat(read.grownSince(begun, "portfolio_readmodel_read_events_total")).isEqualTo(Map.of("", 1.0));
            assertThat(read.value("portfolio_readmodel_reader")).isEqualTo(1);

            jdbc.update("""
                    insert into tiltak_entry_a (position, number, sequence, event_id, type, recorded_at, changed_on,
                                                changes, confirmed, late, correction, payload)
                    select 1000000, 1, 1, 'in the way', type, recorded_at, changed_on, changes, confirmed, late,
                           correction, payload
                    from tiltak_entry_a
                    """);
            long broken = position(portfolio, "/api/tiltak/1/status", """
                    {"status": "RED", "effectiveFrom": "2020-05-01"}""");

            Scrape parked = until(portfolio, scrape -> hasRead(scrape, broken)
                    && scrape.value("portfolio_deadletters_events") > 0);
            assertThat(parked.value("portfolio_deadletters_events")).isEqualTo(1);
            assertThat(parked.value("portfolio_readmodel_lag_events{part=\"tables\"}")).isZero();
        }
    }

    @Test
    @LogInTablesOnly("It makes events older in the table")
    void what_has_not_been_read_is_the_lag() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            JdbcTemplate jdbc = portfolio.bean(JdbcTemplate.class);
            long first = position(portfolio, "/api/tiltak", """
                    {"number": 1, "name": "En", "effectiveFrom": "2020-04-01"}""");
            readUpTo(portfolio, first);
            // As if the tables had been filled an hour and three events ago.
            for (int month = 5; month < 8; month++) {
                long last = position(portfolio, "/api/tiltak/1/status", """
                        {"status": "RED", "effectiveFrom": "2020-0%d-01"}""".formatted(month));
                readUpTo(portfolio, last);
            }
            jdbc.update("update read_model_progress set position = ?", first);
            jdbc.update("update domain_event_entry set time_stamp = ? where global_index > ?",
                    Instant.now().minusSeconds(3600).toString(), first);

            Scrape behind = until(portfolio,
                    scrape -> scrape.value("portfolio_readmodel_position{part=\"tables\"}") == first);

            assertThat(behind.value("portfolio_readmodel_lag_events{part=\"tables\"}")).isEqualTo(3);
            assertThat(behind.value("portfolio_readmodel_lag_seconds{part=\"tables\"}")).isBetween(3600.0, 3720.0);
        }
    }

    @Test
    void a_rebuild_tells_how_it_went() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(post(portfolio, "/api/tiltak", """
                    {"number": 1, "name": "En", "effectiveFrom": "2020-04-01"}""")).isEqualTo(201);
            Scrape before = Scrape.of(portfolio);
            assertThat(before.value("portfolio_rebuild_progress_ratio")).isZero();

            assertThat(post(portfolio, "/api/admin/read-models/portfolio/rebuilds", "")).isEqualTo(202);

            Scrape after = until(portfolio, scrape -> scrape.value("portfolio_rebuild_progress_ratio") == 1
                    && scrape.value("portfolio_rebuild_running") == 0
                    && scrape.value("portfolio_rebuild_events_per_second") > 0);
            assertThat(after.value("portfolio_rebuild_failed")).isZero();
        }
    }

    @Test
    void refused_logins_and_requests_are_counted() throws InterruptedException {
        String scraper = RunningPortfolio.basic("scraper", "hemmelig");
        try (RunningPortfolio portfolio = RunningPortfolio.with(folder, "--portfolio.security.limits.failed-logins=2",
                "--portfolio.security.limits.writes-per-second=1",
                "--portfolio.security.users.scraper.roles=operator",
                "--portfolio.security.users.scraper.organisation=ingen",
                "--portfolio.security.users.scraper.password={bcrypt}"
                        + new BCryptPasswordEncoder(4).encode("hemmelig"))) {
            Scrape before = Scrape.of(portfolio, scraper);

            List<Integer> guesses = new ArrayList<>();
            for (int time = 0; time < 3; time++) {
                guesses.add(portfolio.exchange(HttpRequest.newBuilder(portfolio.uri("/api/admin/read-models"))
                        .header("Authorization", RunningPortfolio.basic("office", "gjettet"))
                        .build()).statusCode());
            }
            List<Integer> written = atOnce(100,
                    () -> portfolio.post("/api/rounds/2020-10/closing", "", "Authorization", scraper).status());
            double refused = written.stream().filter(status -> status == 429).count();

            assertThat(guesses).isEqualTo(List.of(401, 401, 429));
            assertThat(written).containsOnly(403, 429);
            Scrape after = Scrape.of(portfolio, scraper);
            assertThat(after.grownSince(before, "portfolio_logins_failed_total")).isEqualTo(Map.of("", 2.0));
            assertThat(after.grownSince(before, "portfolio_requests_limited_total"))
                    .isEqualTo(Map.of("{limit=\"logins\"}", 1.0, "{limit=\"writes\"}", refused));
        }
    }

    @Test
    @EmbeddedStoreOnly("the file and the backups of the embedded store")
    void the_size_of_the_store_and_the_latest_backup_are_told() throws Exception {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            Scrape before = Scrape.of(portfolio);
            assertThat(before.value("portfolio_store_size_bytes"))
                    .isEqualTo((double) Files.size(folder.resolve("portfolio.mv.db")));
            assertThat(before.value("portfolio_backup_time_seconds")).isZero();

            Instant begun = Instant.now();
            assertThat(post(portfolio, "/api/admin/backups", "")).isEqualTo(201);

            assertThat(Scrape.of(portfolio).value("portfolio_backup_time_seconds"))
                    .isBetween(begun.getEpochSecond() - 1.0, begun.getEpochSecond() + 60.0);
        }
    }

    @Test
    void an_outage_is_told_and_does_not_keep_the_scraper_waiting() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(Scrape.of(portfolio).value("portfolio_ready")).isEqualTo(1);
            assertThat(Scrape.of(portfolio).value("portfolio_store_available")).isEqualTo(1);
            ((HikariDataSource) portfolio.bean(DataSource.class)).close();

            assertThat(post(portfolio, "/api/tiltak", """
                    {"number": 1, "name": "En", "effectiveFrom": "2020-04-01"}""")).isEqualTo(503);
            // Each figure is good for a moment of its own.
            Scrape away = until(portfolio, scrape -> scrape.value("portfolio_store_available") == 0
                    && Double.isNaN(scrape.value("portfolio_store_events"))
                    && Double.isNaN(scrape.value("portfolio_readmodel_lag_events{part=\"tables\"}")));
            assertThat(post(portfolio, "/api/tiltak", """
                    {"number": 1, "name": "En", "effectiveFrom": "2020-04-01"}""")).isEqualTo(503);

            assertThat(away.value("portfolio_ready")).isZero();
            assertThat(Scrape.of(portfolio)
                    .value("portfolio_commands_total"
                            + "{code=\"none\",command=\"RegisterTiltak\",outcome=\"unavailable\"}"))
                    .isEqualTo(2);
        }
    }

    private static List<Integer> atOnce(int times, Callable<Integer> request) throws InterruptedException {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            return senders.invokeAll(Collections.nCopies(times, request))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static int post(RunningPortfolio portfolio, String address, String body) {
        return portfolio.post(address, body).status();
    }

    private static long position(RunningPortfolio portfolio, String address, String body) {
        RunningPortfolio.Answer answer = portfolio.post(address, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        JsonNode position = JsonMapper.shared().readTree(answer.body()).get("position");
        return position.longValue();
    }

    private static void readUpTo(RunningPortfolio portfolio, long position) {
        assertThat(portfolio.get("/api/portfolio?minPosition=" + position).statusCode()).isEqualTo(200);
    }

    private static boolean hasRead(Scrape scrape, long position) {
        return Stream.of("tables", "memory")
                .allMatch(part -> scrape.value("portfolio_readmodel_position{part=\"" + part + "\"}") == position
                        && scrape.value("portfolio_readmodel_lag_events{part=\"" + part + "\"}") == 0)
                && scrape.value("portfolio_store_position") == position;
    }

    /** Looks until it is so; what is told may be a moment old. */
    private static Scrape until(RunningPortfolio portfolio, Predicate<Scrape> reached) {
        Scrape now = Scrape.of(portfolio);
        while (!reached.test(now)) {
            now = Scrape.of(portfolio);
        }
        return now;
    }
}
