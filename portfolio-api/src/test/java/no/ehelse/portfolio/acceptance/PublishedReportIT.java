package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import no.ehelse.portfolio.TestStores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was published stays, to the byte, and every correction since is visible beside it with what it changed. */
class PublishedReportIT {

    private static final String REPORT = "/api/rounds/2020-10/report";
    private static final String PUBLISHED = REPORT + "?published=true";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private @Nullable Service service;
    private int accepted;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        service = Service.start(folder.resolve("data"), "--portfolio.sample-data=true");
    }

    @AfterEach
    void stop() {
        service().close();
    }

    private Service service() {
        return Objects.requireNonNull(service);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(sha256(bytes)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private long send(String path, String body) {
        accepted++;
        return service().command(path, JSON.readTree(body)).get("position").longValue();
    }

    private String event(int number, String type) {
        for (JsonNode entry : service().read("/api/tiltak/" + number + "/history").get("entries")) {
            if (entry.get("type").stringValue().equals(type)) {
                return entry.get("event").stringValue();
            }
        }
        throw new AssertionError("no " + type + " of " + number);
    }

    private static final String CORRECTION = "\"correction\": true, \"comment\": \"Retting\"";
    private static final String ON_THE_CUT_OFF = "\"effectiveFrom\": \"2020-10-09\", " + CORRECTION;

    /** Facts of every kind, late reports, retractions, presence, rounds, and what was printed. */
    private long correctEverything() {
        send("/api/tiltak/125/status", "{\"status\": \"YELLOW\", " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/119/risk", "{\"risk\": \"YELLOW\", " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/11/phase", "{\"phase\": \"EXECUTE\", " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/47/segment", "{\"segment\": \"COORDINATE\", " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/60/activity", "{\"activity\": \"PAUSED\", " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/114/focus-area", "{\"focusArea\": \"3.1\", " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/111/budget", "{\"year\": 2020, \"amount\": 130.50, " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/117/budget", "{\"year\": 2021, \"amount\": null, " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/132/name", "{\"name\": \"PKI\", " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/11/name", "{\"name\": \"Løftet\", \"effectiveFrom\": \"2020-04-15\", " + CORRECTION + "}");
        send("/api/tiltak/144/organisation", "{\"organisation\": \"Oslo kommune\", " + ON_THE_CUT_OFF + "}");
        send("/api/tiltak/128/reports", """
                {"round": "2020-10", "status": "RED", "comments": {"status": "Sent meldt"}, "correction": true,
                 "comment": "Kom for sent"}""");
        send("/api/tiltak/132/retractions",
                "{\"event\": \"" + event(132, "StatusReported") + "\", \"comment\": \"Gjaldt et annet tiltak\"}");
        send("/api/tiltak/11/retractions",
                "{\"event\": \"" + event(11, "ReportSubmitted") + "\", \"comment\": \"Hele rapporten var feil\"}");
        send("/api/tiltak/138/removal", "{\"reason\": \"COMPLETED\", \"wayForward\": \"Ferdig\", " + ON_THE_CUT_OFF
                + "}");
        send("/api/tiltak/101/reinstatement", "{" + ON_THE_CUT_OFF + "}");
        send("/api/tiltak", "{\"number\": 9001, \"name\": \"Feil\", \"effectiveFrom\": \"2020-05-01\", " + CORRECTION
                + "}");
        send("/api/tiltak/9001/removal", "{\"reason\": \"REGISTERED_IN_ERROR\", \"effectiveFrom\": \"2020-05-01\", "
                + CORRECTION + "}");
        send("/api/tiltak", "{\"number\": 190, \"name\": \"DigiHoT\", \"effectiveFrom\": \"2020-01-01\", " + CORRECTION
                + "}");
        send("/api/tiltak", """
                {"number": 9002, "name": "Glemt", "effectiveFrom": "2020-09-01", "status": "RED", "risk": "RED",
                 "budgets": {"2020": 0.25, "2021": 1}, "organisation": "Helse Nord RHF", "correction": true,
                 "comment": "Ble glemt"}""");
        send("/api/tiltak/83/status", "{\"status\": \"RED\", \"effectiveFrom\": \"2020-03-31\", " + CORRECTION + "}");
        send("/api/tiltak/125/retractions", "{\"event\": \"" + event(125, "StatusReported")
                + "\", \"comment\": \"Forklaringen var feil\"}");
        send("/api/rounds/2020-10/printed-figures", """
                {"name": "active", "value": 52, "source": "Rettet trykk", "remark": null}""");
        send("/api/rounds", """
                {"round": "2020-06", "name": "Status per juni 2020", "cutOff": "2020-06-30", "complete": false}""");
        return send("/api/tiltak/47/status", """
                {"status": "RED", "effectiveFrom": "2022-07-10", "round": "2020-10"}""");
    }

    @Test
    void published_report_stays_to_the_byte_and_the_corrections_explain_what_differs_now() {
        Service.Answer before = service().get(PUBLISHED);

        long position = correctEverything();
        // Later facts are no corrections.
        position = Math.max(position, service().command("/api/tiltak/47/status",
                Map.of("status", "GREEN", "effectiveFrom", "2022-07-11")).get("position").longValue());

        Service.Answer after = service().get(PUBLISHED + "&minPosition=" + position);
        assertThat(after.response().body()).isEqualTo(before.response().body());
        assertThat(
                service().read("/api/rounds/2020-10").get("editions").get(0).get("witness").get("report").stringValue())
                .as("in the publication")
                .isEqualTo(hex(before.response().body()));
        assertThat(after.header("Repr-Digest")).isEqualTo(before.header("Repr-Digest"))
                .isEqualTo("sha-256=:" + sha256(before.response().body()) + ":");
        assertThat(after.header("Portfolio-Position")).isEqualTo(before.header("Portfolio-Position"));
        if (!TestStores.isAxonServer()) { // where positions are those of a context, with others' events
            assertThat(before.header("Portfolio-Position")).isEqualTo("163");
        }

        Map<String, String> published = PrintedText.figures(before.json());
        Map<String, String> present = PrintedText.figures(service().read(REPORT));
        JsonNode answer = service().read(REPORT + "/corrections");
        assertThat(present).isNotEqualTo(published);
        assertThat(answer.get("corrections")).hasSize(accepted).hasSizeGreaterThanOrEqualTo(20);
        assertThat(PrintedText.corrected(published, answer.get("corrections"))).isEqualTo(present);
        assertThat(changes(answer.get("differences"))).isEqualTo(differences(published, present));
        assertThat(service().read(REPORT + "/corrections?edition=1")).isEqualTo(answer);
    }

    @Test
    void corrections_are_those_of_the_round_each_with_what_it_says() {
        correctEverything();

        List<String> listed = new ArrayList<>();
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode correction : service().read(REPORT + "/corrections").get("corrections")) {
            types.add(correction.get("type").stringValue());
            if (!correction.get("number").isNull()
                    && (correction.get("effectiveFrom").isNull()
                            || correction.get("effectiveFrom").stringValue().compareTo("2020-10-09") <= 0)) {
                listed.add(correction.get("event").stringValue());
            }
        }
        List<String> ofTheRound = new ArrayList<>();
        service().read("/api/rounds/2020-10").get("corrections").forEach(event -> ofTheRound.add(event.stringValue()));
        assertThat(listed).isEqualTo(ofTheRound);
        assertThat(types).containsExactlyInAnyOrder("StatusReported", "RiskAssessed", "PhaseChanged", "SegmentAssigned",
                "ActivityChanged", "FocusAreaChanged", "BudgetReported", "TiltakRenamed", "TiltakTransferred",
                "ReportSubmitted", "EntryRetracted", "TiltakRemoved", "TiltakReinstated", "TiltakRegistered",
                "PrintedFigureRecorded", "RoundOpened");
    }

    @Test
    void later_edition_leaves_the_earlier_one_as_it_was_and_begins_its_own_corrections() {
        byte[] first = service().get(PUBLISHED).response().body();
        correctEverything();
        long position = service().command("/api/rounds/2020-10/publication",
                Map.of("comment", "Rettet etter gjennomgang")).get("position").longValue();

        byte[] second = service().get(PUBLISHED + "&minPosition=" + position).response().body();
        JsonNode report = JSON.readTree(second);

        assertThat(report.get("edition").intValue()).isEqualTo(2);
        assertThat(PrintedText.figures(report)).isEqualTo(PrintedText.figures(service().read(REPORT)));
        assertThat(service().get(PUBLISHED + "&edition=1").response().body()).isEqualTo(first);
        assertThat(service().read(REPORT + "/corrections").toString()).isEqualTo("""
                {"round":"2020-10","cutOff":"2020-10-09","edition":2,"corrections":[],"differences":[]}""");
        assertThat(service().read(REPORT + "/corrections?edition=1").get("corrections")).hasSize(accepted);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : value.toString();
    }

    private static Map<String, String> changes(JsonNode differences) {
        Map<String, String> changes = new TreeMap<>();
        differences.forEach(change -> changes.put(change.get("figure").stringValue(),
                text(change.get("before")) + " → " + text(change.get("after"))));
        return changes;
    }

    private static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> changes = new TreeMap<>();
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String change = before.get(name) + " → " + after.get(name);
            if (!Objects.equals(before.get(name), after.get(name))) {
                changes.put(name, change);
            }
        }
        return changes;
    }
}
