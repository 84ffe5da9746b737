package no.ehelse.portfolio.evidence;

import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.RunningPortfolio;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A log of a dozen events with two editions, and what the service says about it when it was tampered with. */
final class SmallLog {

    /** How many events {@link #record} records; as the store is new, they have the positions and places from 1. */
    static final int EVENTS = 12;

    private SmallLog() {}

    /**
     * Records tiltak 1 (positions 2, 5, 6, 10), 2 (3, 8) and 3 (4), an organisation (1), a round (7, 9, 11) with an
     * edition at 11, and a late correction (12).
     */
    static void record(RunningPortfolio portfolio) {
        send(portfolio, "/api/organisations", """
                {"name": "Helsedirektoratet", "group": "HEALTH_ADMINISTRATION"}""");
        for (int number = 1; number <= 3; number++) {
            send(portfolio, "/api/tiltak", """
                    {"number": %d, "name": "Språk «%d» \\\\ \\"x\\"", "effectiveFrom": "2020-03-01"}"""
                    .formatted(number, number));
        }
        status(portfolio, 1, "GREEN");
        status(portfolio, 1, "YELLOW");
        send(portfolio, "/api/rounds", """
                {"round": "2020-10", "name": "Oktober", "cutOff": "2020-10-09"}""");
        status(portfolio, 2, "RED");
        send(portfolio, "/api/rounds/2020-10/closing", "");
        status(portfolio, 1, "RED");
        send(portfolio, "/api/rounds/2020-10/publication", "");
        send(portfolio, "/api/tiltak/1/name", """
                {"name": "Nytt\\nnavn", "effectiveFrom": "2020-05-01", "correction": true, "comment": "feil\\nnavn"}"""
                .replace("Nytt\\n", "Nytt "));
    }

    private static void status(RunningPortfolio portfolio, int number, String status) {
        status(portfolio, number, status, "2020-10-01");
    }

    /** Records a status that holds from after the round on. */
    static void laterStatus(RunningPortfolio portfolio, int number, String status) {
        status(portfolio, number, status, "2020-12-01");
    }

    private static void status(RunningPortfolio portfolio, int number, String status, String from) {
        send(portfolio, "/api/tiltak/" + number + "/status", """
                {"status": "%s", "effectiveFrom": "%s", "comment": "på møtet"}""".formatted(status, from));
    }

    private static void send(RunningPortfolio portfolio, String address, String body) {
        RunningPortfolio.Answer answer = portfolio.post(address, body);
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
    }

    /** What the verification answers. */
    static JsonNode verification(RunningPortfolio portfolio) {
        return JsonMapper.shared().readTree(portfolio.get("/api/audit/verification").body());
    }

    /** The findings, each as one line: what, which event, where, and what it breaks. */
    static List<String> findings(RunningPortfolio portfolio) {
        List<String> lines = new ArrayList<>();
        for (JsonNode finding : verification(portfolio).get("findings")) {
            StringBuilder line = new StringBuilder(finding.get("kind").asString());
            add(line, " ", finding.get("aggregate"));
            add(line, "#", finding.get("sequence"));
            add(line, " position ", finding.get("position"));
            add(line, " after ", finding.get("after"));
            add(line, " place ", finding.get("place"));
            for (JsonNode broken : finding.get("breaks")) {
                add(line, " breaks ", broken.get("round"));
                add(line, "/", broken.get("edition"));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static void add(StringBuilder line, String before, JsonNode value) {
        if (!value.isNull()) {
            line.append(before).append(value.asString());
        }
    }

    static JdbcClient database(RunningPortfolio portfolio) {
        return portfolio.bean(JdbcClient.class);
    }
}
