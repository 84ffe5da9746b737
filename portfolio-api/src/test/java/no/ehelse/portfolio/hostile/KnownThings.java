package no.ehelse.portfolio.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.TestStores;
import tools.jackson.databind.JsonNode;

/**
 * What there is in the service that is attacked, so that requests get past the first check.
 *
 * @param named what may stand in a path in the place of a name
 * @param events of each tiltak, by its number, the identifier of an entry that can be retracted
 * @param workbook a workbook that can be imported; each character is one byte
 */
record KnownThings(Map<String, List<String>> named, Map<String, String> events, String workbook) {

    /** Tiltak from this number on are registered by the attack. */
    static final int FIRST_FREE_NUMBER = 100_000;

    private static final int TILTAK = 40;
    /** Every so many of them are removed. */
    private static final int REMOVED = 8;
    private static final List<String> ROUNDS = List.of("2020-03", "2020-06", "2020-10", "2021-03", "2021-06", "2021-10",
            "2022-03", "2022-06");
    /** The organisation of the reporter. */
    static final String OF_REPORTER = "helsedirektoratet";

    /** Makes a little portfolio: rounds that are open, closed and published, tiltak of three organisations, an import. */
    static KnownThings madeOver(Wire wire) throws IOException {
        for (String name : List.of("Helsedirektoratet", "Direktoratet for e-helse", "Norsk Helsenett")) {
            post(wire, "/api/organisations", "{\"name\": \"%s\", \"group\": \"OTHER\"}".formatted(name));
        }
        for (String round : ROUNDS) {
            post(wire, "/api/rounds", """
                    {"round": "%s", "name": "Status per %s", "cutOff": "%s-28"}""".formatted(round, round, round));
        }
        List<String> numbers = new ArrayList<>();
        for (int number = 1; number <= TILTAK; number++) {
            numbers.add(String.valueOf(number));
            post(wire, "/api/tiltak", """
                    {"number": %d, "name": "Tiltak %d", "effectiveFrom": "2020-01-01", "organisation": "%s",
                     "status": "GREEN", "budgets": {"2021": 4.5}}""".formatted(number, number,
                    number % 2 == 0 ? OF_REPORTER : "norsk-helsenett"));
            post(wire, "/api/tiltak/" + number + "/status", """
                    {"status": "RED", "effectiveFrom": "2022-12-01"}""");
            if (number % REMOVED == 0) {
                post(wire, "/api/tiltak/" + number + "/removal", """
                        {"reason": "ENDED", "effectiveFrom": "2022-12-31"}""");
            }
        }
        String imported = made(wire, office("POST", "/api/rounds/2020-03/import?dryRun=false")
                .header("Content-Type", "text/csv")
                .text("ID;Tiltaksnavn;Aktør;Status\n1;Tiltak 1;Norsk Helsenett;Gul\n")).json().get("import").asString();
        for (String round : ROUNDS.subList(0, 3)) {
            post(wire, "/api/rounds/" + round + "/closing", "{}");
        }
        post(wire, "/api/rounds/2020-03/publication", "{}");
        String rebuild = post(wire, "/api/admin/read-models/portfolio/rebuilds", "{}").get("id").asString();
        String backup = TestStores.isEmbedded()
                ? post(wire, "/api/admin/backups", "{}").get("name").asString()
                : "none";
        Map<String, String> events = new HashMap<>();
        made(wire, office("GET", "/api/audit?limit=5000")).json()
                .get("entries")
                .forEach(entry -> {
                    if (entry.get("type").asString().equals("StatusReported")) {
                        events.put(entry.get("number").asString(), entry.get("event").asString());
                    }
                });
        byte[] written = made(wire, office("GET", "/api/portfolio?format=xlsx&at=2022-12-31")).bytes();
        String workbook = new String(FileDamage.repacked(written), StandardCharsets.ISO_8859_1);
        return new KnownThings(Map.of("number", numbers, "round", ROUNDS, "import", List.of(imported), "rebuild",
                List.of(rebuild), "backup", List.of(backup), "model", List.of("portfolio"), "organisation",
                List.of(OF_REPORTER, "norsk-helsenett")), events, workbook);
    }

    private static WireRequest office(String method, String target) {
        return WireRequest.of(method, target).header("Authorization", RunningPortfolio.OFFICE);
    }

    private static JsonNode post(Wire wire, String address, String body) throws IOException {
        return made(wire, office("POST", address).header("Content-Type", "application/json").text(body)).json();
    }

    private static WireAnswer made(Wire wire, WireRequest request) throws IOException {
        WireAnswer answer = wire.exchange(request);
        if (!answer.isSuccess()) {
            throw new IllegalStateException(request.target() + ": " + answer.text());
        }
        return answer;
    }

    /** What a name in a path stands for. */
    List<String> of(String path, String name) {
        String kind = switch (name) {
            case "id" -> path.contains("/rebuilds/") ? "rebuild" : "organisation";
            case "name" -> path.contains("/backups/") ? "backup" : "model";
            default -> name;
        };
        return named.getOrDefault(kind, List.of("1"));
    }
}
