package no.ehelse.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.RunningPortfolio.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What senders are answered to commands that are accepted, and to those that the rules refuse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandAnswersTest {

    private final RunningPortfolio portfolio;

    CommandAnswersTest(@TempDir Path folder) {
        portfolio = RunningPortfolio.on(folder);
    }

    /** 2020-03 is published, 2020-10 is open; 9001 is registered from April, 9002 was removed in June. */
    @BeforeAll
    void given() {
        accepted("/api/organisations", """
                {"name": "Direktoratet for e-helse", "group": "HEALTH_ADMINISTRATION", "aliases": ["DIRE", "dire"]}""");
        accepted("/api/rounds", """
                {"round": "2020-03", "name": "Mars", "cutOff": "2020-03-20"}""");
        accepted("/api/rounds/2020-03/closing", "");
        accepted("/api/rounds/2020-03/publication", "{}");
        accepted("/api/rounds", """
                {"round": "2020-10", "name": "Oktober", "cutOff": "2020-10-09", "complete": false}""");
        accepted("/api/tiltak", """
                {"number": 9001, "name": "Språk", "effectiveFrom": "2020-04-01"}""");
        accepted("/api/tiltak", """
                {"number": 9002, "name": "Arkiv", "effectiveFrom": "2020-04-01"}""");
        accepted("/api/tiltak/9002/removal", """
                {"reason": "ENDED", "effectiveFrom": "2020-06-01"}""");
    }

    @AfterAll
    void stop() {
        portfolio.close();
    }

    private void accepted(String address, String body) {
        assertThat(portfolio.post(address, body)).extracting(Answer::status).isIn(200, 201);
    }

    private void refused(String address, String body, ProblemCode code, String detail, String... headers) {
        long before = portfolio.events();
        assertThat(portfolio.post(address, body, headers)).isEqualTo(problem(code, detail));
        assertThat(portfolio.events()).isEqualTo(before);
    }

    private static Answer problem(ProblemCode code, String detail) {
        return problem(code, detail, "");
    }

    private static Answer problem(ProblemCode code, String detail, String more) {
        return new Answer(code.status(), """
                {"type":"%s","title":"%s","status":%d,"detail":"%s","code":"%s"%s}""".formatted(code.type(),
                code.title(), code.status(), detail.replace("\"", "\\\""), code.code(), more));
    }

    @Test
    void each_kind_of_thing_is_answered_with_its_own_identity() {
        HttpResponse<String> tiltak = portfolio.send("/api/tiltak", """
                {"number": 9003, "name": "Ærlig øvelse på å", "effectiveFrom": "2020-04-01", "organisation": " dire ",
                 "status": null, "risk": "GREEN", "phase": "IDEA", "segment": "OBSERVE", "activity": "CANDIDATE",
                 "focusArea": "1.1", "budgets": {"2020": 32, "2021": null}, "earliest": "2020-02-01",
                 "round": "2020-10", "comment": "fra skjema", "correction": false}""");
        HttpResponse<String> round = portfolio.send("/api/rounds", """
                {"round": "2021-03", "name": "Mars", "cutOff": "2021-03-19"}""");
        HttpResponse<String> organisation = portfolio.send("/api/organisations", """
                {"name": "Ålesund kommune", "group": "OTHER"}""");

        long first = portfolio.head() - 2;
        assertThat(tiltak.body()).isEqualTo("""
                {"number":9003,"version":0,"position":%d,"changed":true}""".formatted(first));
        assertThat(round.body()).isEqualTo("""
                {"round":"2021-03","state":"OPEN","version":0,"position":%d,"changed":true}""".formatted(first + 1));
        assertThat(organisation.body()).isEqualTo("""
                {"id":"alesund-kommune","version":0,"position":%d,"changed":true}""".formatted(first + 2));
        assertThat(tiltak.headers().firstValue("Location")).hasValue("/api/tiltak/9003");
        assertThat(round.headers().firstValue("Location")).hasValue("/api/rounds/2021-03");
        assertThat(organisation.headers().firstValue("Location")).hasValue("/api/organisations/alesund-kommune");
        assertThat(tiltak.headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(tiltak.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(tiltak.statusCode()).isEqualTo(201);
        assertThat(portfolio.stored("tiltak:9003")).singleElement()
                .extracting(event -> event.payload().text())
                .isEqualTo("""
                        {"number":9003,"occasion":{"effectiveFrom":"2020-04-01","comment":"fra skjema","round":"2020-10",\
                        "correction":false},"facts":{"name":"Ærlig øvelse på å","organisation":"direktoratet-for-e-helse",\
                        "status":null,"risk":"GREEN","phase":"IDEA","segment":"OBSERVE","activity":"CANDIDATE",\
                        "focusArea":"1.1","budgets.2020":"32","budgets.2021":null},"earliest":"2020-02-01"}""");
    }

    @Test
    void every_command_on_a_tiltak_is_taken_and_says_whether_anything_changed() {
        accepted("/api/tiltak", """
                {"number": 9004, "name": "Plan", "effectiveFrom": "2020-04-01"}""");
        String[][] commands = {{"status", "\"status\": \"RED\"", "true"}, {"status", "\"status\": \"RED\"", "false"},
                {"risk", "\"risk\": \"YELLOW\"", "true"}, {"phase", "\"phase\": \"PLAN\"", "true"},
                {"segment", "\"segment\": \"COORDINATE\"", "true"}, {"activity", "\"activity\": \"PAUSED\"", "true"},
                {"focus-area", "\"focusArea\": null", "false"}, {"budget", "\"year\": 2020, \"amount\": 0", "true"},
                {"name", "\"name\": \"Plan B\"", "true"}, {"organisation", "\"organisation\": \"\"", "false"},
                {"reports", "\"round\": \"2020-10\", \"status\": \"RED\", \"comments\": {\"status\": \"x\"}", "false"},
                {"removal", "\"reason\": \"UNKNOWN\"", "true"}, {"reinstatement", "\"comment\": \"tilbake\"", "true"}};
        for (int index = 0; index < commands.length; index++) {
            HttpResponse<String> response = portfolio.send("/api/tiltak/9004/" + commands[index][0],
                    "{" + commands[index][1] + ", \"effectiveFrom\": \"2020-05-01\"}");

            assertThat(response.body()).as(commands[index][0])
                    .isEqualTo("""
                    {"number":9004,"version":%d,"position":%d,"changed":%s}""".formatted(index + 1, portfolio.head(),
                            commands[index][2]));
            assertThat(response.headers().firstValue("ETag")).hasValue("\"" + (index + 1) + "\"");
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_report_without_a_day_holds_from_the_cut_off_and_said_again_records_nothing() {
        accepted("/api/tiltak", """
                {"number": 9005, "name": "Test", "effectiveFrom": "2020-04-01"}""");
        Answer first = portfolio.post("/api/tiltak/9005/reports", """
                {"round": "2020-10", "status": "RED", "budgets": {"2020": 32}}""");
        long events = portfolio.events();
        long position = portfolio.head();
        Answer again = portfolio.post("/api/tiltak/9005/reports", """
                {"budgets": {"2020": 32.0}, "status": "RED", "round": "2020-10", "effectiveFrom": "2020-10-09"}""",
                "If-Match", "\"0\"");

        assertThat(first).isEqualTo(new Answer(200, """
                {"number":9005,"version":1,"position":%d,"changed":true}""".formatted(position)));
        assertThat(again).isEqualTo(new Answer(200, """
                {"number":9005,"version":1,"position":%d,"changed":false}""".formatted(position)));
        assertThat(portfolio.events()).isEqualTo(events);
    }

    @Test
    void the_source_travels_with_the_event() {
        accepted("/api/tiltak", """
                {"number": 9006, "name": "Test", "effectiveFrom": "2020-04-01"}""");
        portfolio.post("/api/tiltak/9006/status", """
                {"status": "RED", "effectiveFrom": "2020-04-01"}""", "Portfolio-Source", "Prosjektverktøy 2",
                "If-Match", "*");

        assertThat(portfolio.stored("tiltak:9006")
                .stream()
                .map(event -> String.valueOf(event.metaData())))
                .satisfiesExactly(api -> assertThat(api).contains("\"source\":\"api\""),
                        tool -> assertThat(tool).contains("\"source\":\"Prosjektverkt"));
    }

    @Test
    void what_does_not_exist_is_not_found() {
        refused("/api/tiltak/9999/status", "{\"status\": null, \"effectiveFrom\": \"2020-10-09\"}",
                ProblemCode.UNKNOWN_TILTAK, "There is no tiltak 9999.");
        refused("/api/tiltak",
                "{\"number\": 9009, \"name\": \"x\", \"effectiveFrom\": \"2020-10-09\", \"round\": \"2029-01\"}",
                ProblemCode.UNKNOWN_ROUND, "There is no round 2029-01.");
        refused("/api/rounds/2029-01/closing", "", ProblemCode.UNKNOWN_ROUND, "There is no round 2029-01.");
        refused("/api/tiltak/9001/retractions", "{\"event\": \"e\", \"comment\": \"x\"}", ProblemCode.UNKNOWN_EVENT,
                "Tiltak 9001 has no entry e.");
    }

    @Test
    void what_conflicts_with_what_is_there_is_refused() {
        refused("/api/tiltak", "{\"number\": 9001, \"name\": \"x\", \"effectiveFrom\": \"2020-04-01\"}",
                ProblemCode.NUMBER_TAKEN,
                "Tiltak 9001 is registered from 2020-04-01; only an earlier registration can be added.");
        refused("/api/rounds", "{\"round\": \"2020-10\", \"name\": \"x\", \"cutOff\": \"2020-10-10\"}",
                ProblemCode.ROUND_EXISTS, "Round 2020-10 exists already.");
        refused("/api/rounds/2020-03/closing", "", ProblemCode.ROUND_NOT_OPEN,
                "Round 2020-03 is PUBLISHED; only an open round can be closed.");
        refused("/api/rounds/2020-10/publication", "", ProblemCode.ROUND_NOT_CLOSED,
                "Round 2020-10 is open; close it before publishing it.");
        refused("/api/rounds/2020-03/publication", " ", ProblemCode.REASON_REQUIRED,
                "Round 2020-03 is published already; a later edition needs a comment that says why.");
        refused("/api/organisations", "{\"name\": \"Dire\", \"group\": \"OTHER\"}", ProblemCode.ORGANISATION_EXISTS,
                "\"dire\" belongs to the organisation direktoratet-for-e-helse already.");
        refused("/api/tiltak/9002/removal", "{\"reason\": \"ENDED\", \"effectiveFrom\": \"2020-07-01\"}",
                ProblemCode.ALREADY_REMOVED, "Tiltak 9002 is already out of the portfolio on 2020-07-01.");
        refused("/api/tiltak/9001/reinstatement", "{\"effectiveFrom\": \"2020-07-01\"}", ProblemCode.NOT_REMOVED,
                "Tiltak 9001 is in the portfolio on 2020-07-01.");
        refused("/api/tiltak/9001/status", "{\"status\": null, \"effectiveFrom\": \"2020-07-01\"}",
                ProblemCode.STALE_VERSION, "Tiltak 9001 is at version 0, not 7.", "If-Match", "\"7\"");
        refused("/api/rounds/2020-10/closing", "", ProblemCode.STALE_VERSION, "Round 2020-10 is at version 0, not 4.",
                "If-Match", "\"4\"");
    }

    @Test
    void what_the_rules_forbid_is_refused() {
        String status = "{\"status\": null, \"effectiveFrom\": \"%s\"}";
        refused("/api/tiltak/9001/status", status.formatted("2020-03-31"), ProblemCode.BEFORE_REGISTRATION,
                "Tiltak 9001 is registered from 2020-04-01, after 2020-03-31.");
        refused("/api/tiltak/9002/status", status.formatted("2020-06-01"), ProblemCode.AFTER_REMOVAL,
                "Tiltak 9002 is not in the portfolio on 2020-06-01.");
        assertThat(portfolio.post("/api/tiltak/9001/status", status.formatted("2199-01-01")).body())
                .contains("\"code\":\"too-far-in-future\"");
        refused("/api/tiltak/9001/reports", "{\"round\": \"2020-10\", \"effectiveFrom\": \"2020-10-10\"}",
                ProblemCode.AFTER_CUT_OFF,
                "effectiveFrom 2020-10-10 is after the cut-off of round 2020-10, 2020-10-09.");
        refused("/api/tiltak/9001/organisation", "{\"organisation\": \"NAV\", \"effectiveFrom\": \"2020-07-01\"}",
                ProblemCode.UNKNOWN_ORGANISATION, "No organisation is called \"NAV\".");
        refused("/api/tiltak/9001/focus-area", "{\"focusArea\": \"9.9\", \"effectiveFrom\": \"2020-07-01\"}",
                ProblemCode.UNKNOWN_FOCUS_AREA, "There is no focus area 9.9.");
        refused("/api/tiltak/9001/status",
                "{\"status\": null, \"effectiveFrom\": \"2020-07-01\", \"correction\": true, \"comment\": \" \"}",
                ProblemCode.REASON_REQUIRED, "A correction of tiltak 9001 needs a comment that says why.");
        refused("/api/tiltak/9001/removal", "{\"reason\": \"CONTINUED_IN\", \"effectiveFrom\": \"2020-07-01\"}",
                ProblemCode.SUCCESSORS_REQUIRED, "Tiltak 9001 continues in other tiltak; name them as successors.");
        assertThat(portfolio.post("/api/tiltak", """
                {"number": 9008, "name": "x", "effectiveFrom": "2020-03-01"}"""))
                .isEqualTo(problem(ProblemCode.ROUND_PUBLISHED,
                        "What holds from 2020-03-01 is in published rounds (2020-03); record it as a correction, with a comment.",
                        ",\"rounds\":[\"2020-03\"]"));
        assertThat(portfolio.post("/api/tiltak/9001/removal", """
                {"reason": "REGISTERED_IN_ERROR", "effectiveFrom": "2020-07-01"}"""))
                .isEqualTo(problem(ProblemCode.INVALID_REQUEST, "There is a mistake in the request: see errors.", """
                        ,"errors":[{"field":"effectiveFrom","code":"not-registration-day","message":"A registration in \
                        error is removed on its own day, 2020-04-01, not on 2020-07-01."}]"""));
    }

    @Test
    void what_is_retracted_cannot_be_retracted_again_and_a_retraction_not_at_all() {
        accepted("/api/tiltak", """
                {"number": 9007, "name": "Test", "effectiveFrom": "2020-04-01"}""");
        accepted("/api/tiltak/9007/status", """
                {"status": "RED", "effectiveFrom": "2020-04-01"}""");
        String retraction = "{\"event\": \"%s\", \"comment\": \"feil\"}";
        Answer first = portfolio.post("/api/tiltak/9007/retractions", retraction.formatted(event("tiltak:9007", 1)));

        assertThat(first).isEqualTo(new Answer(200, """
                {"number":9007,"version":2,"position":%d,"changed":true}""".formatted(portfolio.head())));
        refused("/api/tiltak/9007/retractions", retraction.formatted(event("tiltak:9007", 1)),
                ProblemCode.ALREADY_RETRACTED, "Entry " + event("tiltak:9007", 1) + " of tiltak 9007 was retracted by "
                        + event("tiltak:9007", 2) + ".");
        refused("/api/tiltak/9007/retractions", retraction.formatted(event("tiltak:9007", 2)),
                ProblemCode.NOT_RETRACTABLE, "Entry " + event("tiltak:9007", 2)
                        + " of tiltak 9007 cannot be retracted: it is a retraction, or the registration that everything else rests on.");
    }

    private String event(String aggregate, long sequence) {
        return portfolio.stored(aggregate).get((int) sequence).event();
    }
}
