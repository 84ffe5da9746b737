package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The figures that the Directorate of eHealth published, out of the bundled rounds, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedFiguresIT {

    private static final String OCTOBER = "/api/portfolio/counts?round=2020-10";
    private static final String JUNE = "/api/portfolio/counts?round=2022-06";
    private static final String BETWEEN_THE_ROUNDS = "/api/portfolio/changes?from=round:2020-10&to=round:2022-06";

    private Service service;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        service = Service.start(folder.resolve("data"), "--portfolio.sample-data=true");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private Map<String, Integer> groups(String path, String by) {
        Map<String, Integer> groups = new LinkedHashMap<>();
        for (JsonNode group : service.read(path + "&by=" + by).get("groups")) {
            groups.put(group.get(by).isNull() ? "null" : group.get(by).stringValue(), group.get("count").intValue());
        }
        return groups;
    }

    private String share(String path, String by, String value) {
        for (JsonNode group : service.read(path + "&by=" + by).get("groups")) {
            if (value.equals(group.get(by).stringValue(null))) {
                return group.get("share").decimalValue().toPlainString();
            }
        }
        throw new AssertionError("no group " + value);
    }

    private static List<Integer> numbers(JsonNode tiltak) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode one : tiltak) {
            numbers.add(one.get("number").intValue());
        }
        return numbers;
    }

    private List<Integer> listed(String query) {
        return numbers(service.read("/api/portfolio?" + query).get("tiltak"));
    }

    private Map<Integer, String> changesOf(String attribute) {
        Map<Integer, String> changes = new TreeMap<>();
        for (JsonNode changed : service.read(BETWEEN_THE_ROUNDS).get("changed")) {
            for (JsonNode change : changed.get("changes")) {
                if (change.get("attribute").stringValue().equals(attribute)) {
                    changes.put(changed.get("number").intValue(), change.get("before").stringValue(null) + " → "
                            + change.get("after").stringValue(null));
                }
            }
        }
        return changes;
    }

    @Test
    void fifty_one_tiltak_are_active_in_October() {
        assertThat(service.read(OCTOBER).get("total").intValue()).isEqualTo(51);
    }

    @Test
    void the_budgets_of_this_and_the_next_year_come_with_how_many_reported_them() {
        assertThat(service.read(OCTOBER).get("budget").toString()).isEqualTo(
                """
                        {"2020":{"amount":1650,"reported":51,"notReported":0,"notAsked":0},\
                        "2021":{"amount":1351,"reported":29,"notReported":22,"notAsked":0}}""");
    }

    @Test
    void status_in_October_is_as_published() {
        assertThat(groups(OCTOBER, "status")).isEqualTo(Map.of("GREEN", 14, "YELLOW", 34, "RED", 3));
        assertThat(share(OCTOBER, "status", "YELLOW")).isEqualTo("0.667");
    }

    @Test
    void risk_in_October_is_as_published() {
        assertThat(groups(OCTOBER, "risk")).isEqualTo(Map.of("GREEN", 12, "YELLOW", 34, "RED", 4, "null", 1));
        assertThat(share(OCTOBER, "risk", "YELLOW")).isEqualTo("0.667");
    }

    @Test
    void the_red_ones_of_October_are_as_published() {
        assertThat(listed("round=2020-10&status=RED")).containsExactly(125, 132, 195);
        assertThat(listed("round=2020-10&risk=RED")).containsExactly(119, 125, 132, 182);
    }

    @Test
    void three_candidates_are_listed_in_October_and_not_counted() {
        assertThat(listed("round=2020-10&activity=CANDIDATE")).containsExactly(191, 193, 194);
        assertThat(service.read(OCTOBER + "&activity=ANY").get("total").intValue()).isEqualTo(54);
        assertThat(service.read(OCTOBER + "&activity=ANY").get("budget").get("2021").get("amount").decimalValue())
                .isEqualTo(new BigDecimal(1663));
    }

    @Test
    void five_left_and_six_joined_on_the_cut_off_of_October() {
        JsonNode changes = service.read("/api/portfolio/changes?from=2020-10-08&to=2020-10-09");
        assertThat(numbers(changes.get("left"))).containsExactly(81, 101, 118, 163, 188);
        assertThat(numbers(changes.get("joined"))).containsExactly(190, 191, 193, 194, 195, 196);
        assertThat(changes.get("left").get(0).toString()).isEqualTo("""
                {"number":81,"name":"Akson","reason":"CONTINUED_IN",\
                "wayForward":"Fortsetter i Helhetlig samhandling og Akson Journal","successors":[194,193],\
                "earliest":null}""");
    }

    @Test
    void the_organisation_groups_of_October_are_as_computed() {
        assertThat(groups(OCTOBER, "organisationGroup"))
                .isEqualTo(Map.of("HEALTH_ADMINISTRATION", 31, "REGIONAL_HEALTH_AUTHORITY", 16, "OTHER", 4));
    }

    @Test
    void forty_two_tiltak_are_active_in_June() {
        assertThat(service.read(JUNE).get("total").intValue()).isEqualTo(42);
    }

    @Test
    void segments_and_status_in_June_are_as_published() {
        assertThat(groups(JUNE, "segment"))
                .isEqualTo(Map.of("GOVERN_JOINTLY", 13, "COORDINATE", 15, "OBSERVE", 14));
        assertThat(groups(JUNE, "status")).isEqualTo(Map.of("GREEN", 18, "YELLOW", 24));
    }

    @Test
    void risk_is_not_asked_of_those_that_are_observed() {
        assertThat(listed("round=2022-06&risk=RED&activity=ACTIVE")).containsExactly(201);
        assertThat(groups(JUNE, "risk")).containsEntry("NOT_ASKED", 14).doesNotContainKey("null");
    }

    @Test
    void what_is_listed_in_June_but_not_counted_is_as_published() {
        assertThat(listed("round=2022-06&activity=CANDIDATE")).containsExactly(191, 218);
        assertThat(listed("round=2022-06&activity=PAUSED")).containsExactly(60);
        assertThat(listed("round=2022-06&activity=FINISHED")).containsExactly(5);
    }

    @Test
    void sixteen_joined_and_twenty_four_left_between_the_rounds() {
        JsonNode changes = service.read(BETWEEN_THE_ROUNDS);
        assertThat(numbers(changes.get("joined"))).containsExactly(199, 200, 201, 202, 203, 205, 209, 210, 211, 212,
                213, 214, 215, 216, 217, 218);
        Map<Integer, String> earliest = new TreeMap<>();
        for (JsonNode joined : changes.get("joined")) {
            if (!joined.get("earliest").isNull()) {
                earliest.put(joined.get("number").intValue(), joined.get("earliest").stringValue());
            }
        }
        assertThat(earliest).isEqualTo(Map.of(199, "2020-10-10", 200, "2020-10-10", 201, "2020-10-10", 202,
                "2020-10-10", 203, "2020-10-10", 205, "2020-10-10"));
        assertThat(changes.get("left")).hasSize(24)
                .allSatisfy(
                        left -> assertThat(left.get("reason").stringValue() + " " + left.get("earliest").stringValue())
                                .isEqualTo("UNKNOWN 2020-10-10"));
    }

    @Test
    void joined_and_left_and_kept_add_up() {
        JsonNode changes = service.read(BETWEEN_THE_ROUNDS);
        int kept = changes.get("changed").size() + changes.get("unchanged").intValue();
        assertThat(kept + changes.get("left").size()).isEqualTo(54);
        assertThat(kept + changes.get("joined").size()).isEqualTo(46);
    }

    @Test
    void status_changed_between_the_rounds_as_computed() {
        Map<Integer, String> expected = new TreeMap<>();
        List.of(47, 100, 114, 180).forEach(number -> expected.put(number, "YELLOW → GREEN"));
        expected.put(137, "GREEN → YELLOW");
        expected.put(125, "RED → YELLOW");
        assertThat(changesOf("status")).isEqualTo(expected);
    }

    @Test
    void ten_were_renamed_between_the_rounds() {
        assertThat(changesOf("name").keySet()).containsExactly(102, 125, 149, 160, 164, 169, 180, 184, 193, 194);
    }

    @Test
    void a_risk_that_is_no_longer_asked_for_has_not_changed() {
        assertThat(changesOf("risk").keySet()).doesNotContain(196, 60, 167, 164, 123, 169, 175, 180, 145);
        JsonNode tiltak = service.read("/api/tiltak/196?round=2022-06");
        assertThat(tiltak.get("risk").isNull()).isTrue();
        assertThat(tiltak.get("notAsked").toString()).isEqualTo("[\"risk\"]");
    }

    @Test
    void red_ones_carry_their_explanations() {
        JsonNode tiltak = service.read("/api/tiltak/132?round=2020-10");
        assertThat(tiltak.get("comments").toString()).isEqualTo("""
                {"status":"Replanlegger etter forsinket leveranse fra leverandør",\
                "risk":"Leveransene svarer ikke til forventningene; fare for kostnadsoverskridelse; \
                utrulling krever fysisk oppmøte"}""");
    }

    @Test
    void the_finished_programme_left_the_day_after() {
        JsonNode changes = service.read("/api/portfolio/changes?from=2022-06-30&to=2022-07-01");
        assertThat(changes.get("left").toString()).isEqualTo("""
                [{"number":5,"name":"Nasjonalt program for velferdsteknologi","reason":"REORGANISED",\
                "wayForward":null,"successors":[184,213,214,215,216],"earliest":null}]""");
    }

    @Test
    void an_answer_says_which_round_it_rests_on_and_whether_that_is_complete() {
        assertThat(service.read("/api/portfolio/counts?at=2020-06").get("asOf").get("round").stringValue())
                .isEqualTo("2020-03");
        assertThat(service.read("/api/portfolio/counts?at=2020-06").get("asOf").get("complete").booleanValue())
                .isFalse();
        assertThat(service.read(OCTOBER).get("asOf").get("complete").booleanValue()).isTrue();
    }

    /** What the reports print otherwise than it is computed, or what is not computed: by round. */
    private static final Map<String, List<String>> CONTRADICTIONS = Map.of("2020-10",
            List.of("active.previous 52 53 1", "budget.2020.increase#kap-1 \"hovedsakelig nye prosjekter\" null null",
                    "budget.2021.amount#kap-3 1100 1351 251", "caption#figur-3 \"mars 2020\" null null"),
            "2022-06",
            List.of("operatingCost.2022.total 33 null null", "operatingCost.2023.accumulated 87 null null",
                    "operatingCost.2023.level 907 null null", "operatingCost.2023.total 53 null null",
                    "operatingCost.2024.total 97 null null", "operatingCost.2025.total 40 null null",
                    "operatingCost.2026.total 20 null null"));

    @Test
    void printed_figures_stand_beside_the_computed_ones_and_contradictions_carry_a_remark() {
        CONTRADICTIONS.forEach((round, contradictions) -> {
            List<String> found = new ArrayList<>();
            int agreeing = 0;
            for (JsonNode printed : service.read("/api/rounds/" + round + "/report?published=true").get("printed")) {
                if (printed.get("agrees").booleanValue(false)) {
                    assertThat(printed.get("printed")).isEqualTo(printed.get("computed"));
                    agreeing++;
                } else {
                    found.add(printed.get("name").stringValue() + " " + printed.get("printed") + " "
                            + printed.get("computed") + " " + printed.get("difference"));
                    assertThat(printed.get("remark").stringValue()).isNotBlank();
                }
            }
            assertThat(found).isEqualTo(contradictions);
            assertThat(agreeing).isEqualTo(round.equals("2020-10") ? 23 : 16);
        });
    }

    @Test
    void report_of_October_tells_what_the_published_one_tells() {
        JsonNode report = service.read("/api/rounds/2020-10/report");
        assertThat(report.get("previous").toString()).isEqualTo("""
                {"round":"2020-03","name":"Status per mars 2020","cutOff":"2020-03-31","complete":false}""");
        assertThat(report.get("active").toString()).isEqualTo("{\"count\":51,\"previous\":53,\"change\":-2}");
        assertThat(report.get("budget")).isEqualTo(service.read(OCTOBER).get("budget"));
        assertThat(report.get("status").toString()).isEqualTo("""
                {"GREEN":{"count":14,"percent":27,"previous":0,"previousPercent":0},\
                "YELLOW":{"count":34,"percent":67,"previous":0,"previousPercent":0},\
                "RED":{"count":3,"percent":6,"previous":1,"previousPercent":2},\
                "NOT_REPORTED":{"count":0,"percent":0,"previous":52,"previousPercent":98}}""");
        assertThat(report.get("red").get("status").get(2).toString()).isEqualTo("""
                {"number":195,"name":"Digitalisert observasjon håndvask","organisation":"folkehelseinstituttet",\
                "explanation":"Stanset: ansvaret for gjennomføringen er ikke avklart"}""");
        assertThat(numbers(report.get("left"))).containsExactly(81, 101, 118, 163, 188);
        assertThat(numbers(report.get("joined"))).containsExactly(190, 191, 193, 194, 195, 196);
        assertThat(numbers(report.get("candidates"))).containsExactly(191, 193, 194);
        assertThat(report.get("reporting").get("reported")).hasSize(54);
        assertThat(report.get("reporting").get("notReported")).isEmpty();
    }

    @Test
    void report_of_June_says_who_moved_was_renamed_and_turned() {
        JsonNode report = service.read("/api/rounds/2022-06/report");
        assertThat(report.get("moved").toString()).isEqualTo(
                """
                [{"number":193,"name":"Felles kommunal journal","before":null,"after":"kommunesektorens-organisasjon"}]""");
        assertThat(numbers(report.get("renamed"))).containsExactly(102, 125, 149, 160, 164, 169, 180, 184, 193, 194);
        assertThat(numbers(report.get("statusChanged").get("better"))).containsExactly(47, 100, 114, 125, 180);
        assertThat(report.get("statusChanged").get("worse").toString()).isEqualTo("""
                [{"number":137,"name":"Legemiddelregisteret","before":"GREEN","after":"YELLOW"}]""");
        assertThat(report.get("left").get(0).toString()).isEqualTo("""
                {"number":83,"name":"DIS – Digitale innbyggertjenester for spesialisthelsetjenesten",\
                "organisation":"helse-sor-ost-rhf","reason":"UNKNOWN","wayForward":null,"successors":[],\
                "earliest":"2020-10-10"}""");
        assertThat(numbers(report.get("paused"))).containsExactly(60);
        assertThat(numbers(report.get("finished"))).containsExactly(5);
    }

    @Test
    void series_of_rounds_follows_the_headline_number() {
        List<String> points = new ArrayList<>();
        for (JsonNode point : service.read("/api/portfolio/series?published=true&by=status").get("points")) {
            List<String> groups = new ArrayList<>();
            point.get("groups").forEach(group -> groups.add(group.get("status") + ":" + group.get("count")));
            points.add(point.get("round").stringValue() + " " + point.get("total") + " " + groups);
        }
        assertThat(points).containsExactly("2020-03 53 [\"RED\":1, null:52]",
                "2020-10 51 [\"GREEN\":14, \"YELLOW\":34, \"RED\":3]", "2022-06 42 [\"GREEN\":18, \"YELLOW\":24]");
    }

    @Test
    void published_rounds_answer_as_published() {
        JsonNode published = service.read(OCTOBER + "&published=true");
        assertThat(published.get("total").intValue()).isEqualTo(51);
        assertThat(published.get("position").longValue())
                .isEqualTo(service.read("/api/rounds/2020-10").get("editions").get(0).get("position").longValue());
    }
}
