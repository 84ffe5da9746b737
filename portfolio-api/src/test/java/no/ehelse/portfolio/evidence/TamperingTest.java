package no.ehelse.portfolio.evidence;

import static no.ehelse.portfolio.evidence.SmallLog.database;
import static no.ehelse.portfolio.evidence.SmallLog.findings;
import static no.ehelse.portfolio.evidence.SmallLog.verification;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import no.ehelse.portfolio.LogInTablesOnly;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Whoever changes the log behind the service's back is found, event by event: each time on a copy of a real store. */
@LogInTablesOnly("It changes what is stored, in the table")
class TamperingTest {

    @TempDir
    private static Path folder;
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static @Nullable RunningPortfolio running;

    @BeforeAll
    static void record() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder.resolve("store"))) {
            SmallLog.record(portfolio);
            assertThat(findings(portfolio)).isEmpty();
        }
    }

    @AfterAll
    static void forget() throws IOException {
        if (running != null) {
            running.close();
        }
        FileSystemUtils.deleteRecursively(folder.resolve("store"));
    }

    private static Path copy() {
        try {
            Path copy = folder.resolve("copy-" + COPIES.incrementAndGet());
            FileSystemUtils.copyRecursively(folder.resolve("store"), copy);
            Files.deleteIfExists(copy.resolve("lock"));
            TestDatabases.copy(folder.resolve("store"), copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tampers with the database while the service is stopped, and asks the service about it. */
    private static void stopped(List<String> sql, Consumer<RunningPortfolio> then) {
        Path copy = copy();
        try (Connection connection = TestDatabases.connect(copy);
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.executeUpdate(TestDatabases.worded(one));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (RunningPortfolio portfolio = RunningPortfolio.on(copy)) {
            then.accept(portfolio);
        }
    }

    /** Tampers with the database while the service runs, asks the service about it, and makes it undone. */
    private static List<String> running(Consumer<JdbcClient> tampering) {
        RunningPortfolio portfolio = runningOnCopy();
        try {
            tampering.accept(database(portfolio));
            return findings(portfolio);
        } finally {
            restore(portfolio);
        }
    }

    /** One service for all of them: it keeps nothing of the log in memory that it verifies. */
    private static RunningPortfolio runningOnCopy() {
        if (running == null) {
            running = RunningPortfolio.on(copy());
            database(running).sql("create table kept_events as select * from domain_event_entry").update();
            database(running).sql("create table kept_order as select * from append_order").update();
        }
        return running;
    }

    private static void restore(RunningPortfolio portfolio) {
        JdbcClient database = database(portfolio);
        database.sql("delete from domain_event_entry").update();
        database.sql("insert into domain_event_entry select * from kept_events").update();
        database.sql("update append_order set head = (select head from kept_order)").update();
        database.sql("alter table domain_event_entry alter column global_index restart with "
                + (SmallLog.EVENTS + 1)).update();
        assertThat(findings(portfolio)).as("as it was recorded").isEmpty();
    }

    private static List<String> running(String... sql) {
        return running(database -> List.of(sql)
                .forEach(one -> assertThat(database.sql(TestDatabases.worded(one)).update()).isPositive()));
    }

    @Test
    void an_untouched_log_is_intact() {
        stopped(List.of(), portfolio -> {
            JsonNode verified = verification(portfolio);

            assertThat(verified.get("intact").asBoolean()).isTrue();
            assertThat(verified.get("events").asLong()).isEqualTo(SmallLog.EVENTS);
            assertThat(verified.get("sealed").asLong()).isEqualTo(SmallLog.EVENTS);
            assertThat(verified.get("unsealed").asLong()).isZero();
            assertThat(verified.get("aggregates").asLong()).isEqualTo(5);
            assertThat(verified.get("position").asLong()).isEqualTo(SmallLog.EVENTS);
            assertThat(verified.get("findings")).isEmpty();
            JsonNode edition = verified.get("publications").get(0);
            assertThat(edition.get("witness").asString()).matches("[0-9a-f]{64}")
                    .isEqualTo(edition.get("computed").asString())
                    .isNotEqualTo(verified.get("heads").asString());
            assertThat(edition.get("round").asString() + "/" + edition.get("edition") + " "
                    + edition.get("position") + " " + edition.get("state").asString())
                    .isEqualTo("2020-10/1 11 INTACT");
        });
    }

    @Test
    void one_altered_byte_of_a_payload_is_found() {
        List<String> findings = running("""
                update domain_event_entry set payload = stringtoutf8(replace(utf8tostring(payload), 'GREEN', 'GREEM'))
                where global_index = 5""");

        assertThat(findings).containsExactly("ALTERED tiltak:1#1 position 5 place 5 breaks 2020-10/1");
    }

    @Test
    void a_payload_that_is_not_even_a_text_any_more_is_found() {
        assertThat(running("update domain_event_entry set payload = X'7bff00' where global_index = 6"))
                .containsExactly("ALTERED tiltak:1#2 position 6 place 6 breaks 2020-10/1");
        assertThat(running("update domain_event_entry set payload = X'7b' where global_index = 11"))
                .containsExactly("ALTERED round:2020-10#2 position 11 place 11");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 11})
    void a_service_that_starts_on_a_payload_that_is_no_json_names_it(int position) {
        stopped(List.of("update domain_event_entry set payload = X'7b' where global_index = " + position),
                portfolio -> assertThat(findings(portfolio)).singleElement()
                        .asString()
                        .startsWith("ALTERED ")
                        .contains(" position " + position + " place " + position));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_stamp = '2020-10-09T10:00:00.001Z'", "time_stamp = 'yesterday'",
            "event_identifier = 'another'", "payload_revision = '2'", "payload_revision = null",
            "payload_type = 'no.ehelse.portfolio.tiltak.TiltakEvent$RiskAssessed'",
            "meta_data = stringtoutf8(replace(utf8tostring(meta_data), '\"api\"', '\"page\"'))",
            "meta_data = stringtoutf8(replace(utf8tostring(meta_data), '{', '{\"user\":\"kari\",'))"})
    void whatever_of_an_event_is_altered_is_found(String change) {
        assertThat(running("update domain_event_entry set " + change + " where global_index = 8"))
                .containsExactly("ALTERED tiltak:2#1 position 8 place 8 breaks 2020-10/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "X'7b7d'", "X'ff'", "stringtoutf8('{\"seal\":1}')",
            "stringtoutf8('{\"source\":\"api\",\"source\":\"api\"}')"})
    void an_event_that_lost_its_seal_is_found(String metaData) {
        assertThat(running("update domain_event_entry set meta_data = " + metaData + " where global_index = 8"))
                .containsExactly("ALTERED tiltak:2#1 position 8 place 8 breaks 2020-10/1");
    }

    @Test
    void two_events_that_changed_places_in_the_stream_are_found() {
        assertThat(running("update domain_event_entry set global_index = -1 where global_index = 3",
                "update domain_event_entry set global_index = 3 where global_index = 8",
                "update domain_event_entry set global_index = 8 where global_index = -1"))
                .containsExactly("SWAPPED tiltak:2#1 position 3 place 8 breaks 2020-10/1",
                        "SWAPPED tiltak:2#0 position 8 place 3 breaks 2020-10/1");
        assertThat(running("update domain_event_entry set global_index = -1 where global_index = 3",
                "update domain_event_entry set global_index = 3 where global_index = 4",
                "update domain_event_entry set global_index = 4 where global_index = -1"))
                .as("of different aggregates: no chain is touched")
                .containsExactly("SWAPPED tiltak:3#0 position 3 place 4", "SWAPPED tiltak:2#0 position 4 place 3");
    }

    @Test
    void two_events_that_changed_their_numbers_are_found() {
        assertThat(running("update domain_event_entry set sequence_number = 99 where global_index = 5",
                "update domain_event_entry set sequence_number = 1 where global_index = 6",
                "update domain_event_entry set sequence_number = 2 where global_index = 5"))
                .containsExactly("SWAPPED tiltak:1#2 position 5 place 5 breaks 2020-10/1",
                        "SWAPPED tiltak:1#1 position 6 place 6 breaks 2020-10/1");
    }

    @Test
    void two_events_that_changed_their_contents_are_found() {
        assertThat(running(database -> {
            byte[] one = payload(database, 5);
            byte[] other = payload(database, 8);
            payload(database, 5, other);
            payload(database, 8, one);
        })).containsExactly("SWAPPED tiltak:1#1 position 5 place 5 breaks 2020-10/1",
                "SWAPPED tiltak:2#1 position 8 place 8 breaks 2020-10/1");
    }

    private static byte[] payload(JdbcClient database, int position) {
        return database.sql("select payload from domain_event_entry where global_index = ?")
                .param(position)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    private static void payload(JdbcClient database, int position, byte[] payload) {
        database.sql("update domain_event_entry set payload = ? where global_index = ?")
                .params(payload, position)
                .update();
    }

    @Test
    void a_deletion_in_the_middle_is_found() {
        assertThat(running("delete from domain_event_entry where global_index = 6"))
                .containsExactly("MISSING tiltak:1#2 after 5 place 6 breaks 2020-10/1");
    }

    @Test
    void a_deletion_of_the_last_event_of_an_aggregate_in_the_middle_is_found() {
        assertThat(running("delete from domain_event_entry where global_index in (4, 8)"))
                .containsExactly("MISSING tiltak:3#0 after 3 place 4 breaks 2020-10/1",
                        "MISSING tiltak:2#1 after 7 place 8 breaks 2020-10/1");
    }

    @Test
    void a_deletion_at_the_end_is_found() {
        assertThat(running("delete from domain_event_entry where global_index = 12"))
                .containsExactly("MISSING tiltak:1#4 after 11 place 12");
        assertThat(running("delete from domain_event_entry where global_index >= 11"))
                .containsExactly("MISSING round:2020-10#2 after 10 place 11",
                        "MISSING tiltak:1#4 after 10 place 12");
    }

    @Test
    void a_deletion_at_the_end_is_found_after_a_restart_and_stays_found() {
        stopped(List.of("delete from domain_event_entry where global_index = 12"), portfolio -> {
            assertThat(findings(portfolio)).containsExactly("MISSING tiltak:1#4 after 11 place 12");

            SmallLog.laterStatus(portfolio, 3, "RED");

            assertThat(findings(portfolio)).containsExactly("MISSING tiltak:1#4 after 11 place 12");
        });
    }

    @Test
    void a_deletion_at_the_end_that_the_read_model_does_not_remember_is_found_without_a_name() {
        stopped(List.of("delete from domain_event_entry where global_index in (8, 12)",
                "delete from tiltak_entry_a where position = 12"),
                portfolio -> assertThat(findings(portfolio)).containsExactly(
                        "MISSING tiltak:2#1 after 7 place 8 breaks 2020-10/1", "MISSING after 11 place 12"));
    }

    @Test
    void a_deletion_at_the_end_is_found_also_where_the_database_forgot_how_many_there_were() {
        stopped(List.of("delete from domain_event_entry where global_index = 12",
                "update append_order set head = null"),
                portfolio -> assertThat(findings(portfolio)).containsExactly("MISSING tiltak:1#4 after 11 place 12"));
    }

    @Test
    void a_count_that_was_tampered_with_is_found() {
        assertThat(running("update append_order set head = null")).containsExactly("HEAD_ALTERED");
        assertThat(running("update append_order set head = replace(head, ':12:', ':11:')"))
                .containsExactly("HEAD_ALTERED");
    }

    private static final String FORGED = """
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, meta_data)
            select 'forged', aggregate_identifier, 9, type, time_stamp, payload_type, payload_revision, payload, %s
            from domain_event_entry where global_index = 10""";

    @Test
    void a_forged_event_is_found_with_and_without_a_seal() {
        String gap = "update domain_event_entry set sequence_number = 5 where event_identifier = 'forged'";

        assertThat(running(FORGED.formatted("null"), gap)).containsExactly("FORGED tiltak:1#5 position 13");
        assertThat(running(FORGED.formatted("meta_data"), gap)).containsExactly("FORGED tiltak:1#5 position 13");
        assertThat(running(FORGED.formatted("stringtoutf8(replace(utf8tostring(meta_data), ':10:', ':13:'))"), gap))
                .containsExactly("FORGED tiltak:1#5 position 13");
        assertThat(running(FORGED.formatted("meta_data"))).as("that leaves a gap besides")
                .containsExactly("FORGED tiltak:1#9 position 13");
    }

    @Test
    void a_forged_event_in_the_middle_is_found() {
        stopped(List.of(FORGED.formatted("null"),
                "update domain_event_entry set sequence_number = 5, global_index = 0 where event_identifier = 'forged'"),
                portfolio -> assertThat(findings(portfolio))
                        .contains("FORGED tiltak:1#5 position 0 breaks 2020-10/1"));
    }

    @Test
    void an_event_sealed_elsewhere_is_found() {
        assertThat(running(
                FORGED.formatted("stringtoutf8('{\"seal\":\"00000000:13:' || repeat('0', 64) || '\"}')"),
                "update domain_event_entry set sequence_number = 5 where event_identifier = 'forged'"))
                .containsExactly("FOREIGN tiltak:1#5 position 13 place 13");
    }

    @Test
    void a_log_that_was_stripped_of_all_seals_is_found() {
        stopped(List.of("update domain_event_entry set meta_data = stringtoutf8('{}')"), portfolio -> {
            assertThat(findings(portfolio)).hasSize(SmallLog.EVENTS)
                    .startsWith("ALTERED organisation:helsedirektoratet#0 position 1 place 1 breaks 2020-10/1")
                    .allMatch(finding -> finding.startsWith("ALTERED"));
        });
    }

    @Test
    void events_from_before_seals_are_unsealed_and_not_forged() {
        String old =
                "update domain_event_entry set meta_data = stringtoutf8('{\"source\":\"api\",\"user\":\"office\",\"roles\":\"OFFICE\"}') where global_index %s";
        Path copy = copy();
        try (Connection connection = TestDatabases.connect(copy);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(old.formatted("> 0"));
            statement.executeUpdate("update append_order set head = null");
            Files.delete(copy.resolve("log-head"));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        try (RunningPortfolio portfolio = RunningPortfolio.on(copy)) {
            SmallLog.laterStatus(portfolio, 3, "GREEN");
            SmallLog.laterStatus(portfolio, 3, "RED");
            JsonNode verified = verification(portfolio);

            assertThat(verified.get("intact").asBoolean()).as(verified.toString()).isTrue();
            assertThat(verified.get("sealed").asLong()).isEqualTo(2);
            assertThat(verified.get("unsealed").asLong()).isEqualTo(SmallLog.EVENTS);

            database(portfolio).sql(old.formatted("= 14")).update();
            database(portfolio).sql("delete from domain_event_entry where global_index = 6").update();
            assertThat(findings(portfolio)).containsExactly("MISSING tiltak:1#2 after 5 breaks 2020-10/1",
                    "ALTERED tiltak:3#2 position 14 place 14");
        }
    }

    @Test
    void a_new_key_in_the_key_file_leaves_older_seals_good() throws IOException {
        Path copy = copy();
        Path file = copy.resolve("seal-key");
        Files.writeString(file, Files.readString(file) + "ab".repeat(32) + "\n");
        try (RunningPortfolio portfolio = RunningPortfolio.on(copy)) {
            SmallLog.laterStatus(portfolio, 3, "GREEN");

            assertThat(findings(portfolio)).isEmpty();
            assertThat(verification(portfolio).get("sealed").asLong()).isEqualTo(SmallLog.EVENTS + 1);
        }
    }
}
