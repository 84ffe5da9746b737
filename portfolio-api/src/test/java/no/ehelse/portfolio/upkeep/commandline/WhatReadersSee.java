package no.ehelse.portfolio.upkeep.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.readmodel.ReadModelRows;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What readers see of a store with the bundled rounds: the same on every store that has the same log.
 *
 * @param lines of the export, without positions
 * @param reports the bytes of every published edition, as text
 * @param rows of the read model and the registers, with every position replaced by its rank in the stream
 * @param heads of the whole log, which its verification found intact
 * @param repeated what the same command with the same key is answered, without the position
 */
record WhatReadersSee(List<String> lines, Map<String, String> reports, Map<String, List<String>> rows, String heads,
        String repeated) {

    static final WhatReadersSee NOTHING = new WhatReadersSee(List.of(), Map.of(), Map.of(), "", "");

    private static final String REPEATED = """
            {"status": "RED", "effectiveFrom": "2022-08-01"}""";

    /** Sends a command, which changes the store the first time, and reads. */
    static WhatReadersSee of(RunningPortfolio portfolio) {
        String repeated = withoutPosition(
                portfolio.post("/api/tiltak/125/status", REPEATED, "Idempotency-Key", "moved").body());
        List<String> lines = portfolio.get("/api/audit/export").body().lines().toList();
        Map<Long, Long> ranks = new HashMap<>();
        for (String line : lines) {
            ranks.put(JsonMapper.shared().readTree(line).get("position").asLong(), ranks.size() + 1L);
        }
        long head = JsonMapper.shared().readTree(lines.getLast()).get("position").asLong();
        assertThat(portfolio.get("/api/portfolio?minPosition=" + head).statusCode()).isEqualTo(200);
        JsonNode rounds = JsonMapper.shared().readTree(portfolio.get("/api/rounds").body());
        Map<String, String> reports = new TreeMap<>();
        for (JsonNode round : rounds.get("rounds")) {
            for (int edition = 1; edition <= round.get("editions").size(); edition++) {
                String address = "/api/rounds/" + round.get("round").asString() + "/report?published=true&edition="
                        + edition;
                reports.put(address, portfolio.get(address).body());
            }
        }
        JsonNode verification = JsonMapper.shared().readTree(portfolio.get("/api/audit/verification").body());
        assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
        assertThat(verification.get("sealed").asLong()).isEqualTo(lines.size());
        return new WhatReadersSee(lines.stream().map(WhatReadersSee::withoutPosition).toList(), reports,
                rows(portfolio, ranks), verification.get("heads").asString(),
                repeated);
    }

    /** An event of the export, or an answer, as it is on every store. */
    static String withoutPosition(String json) {
        return json.replaceFirst("\"position\":[0-9]+,", "");
    }

    private static Map<String, List<String>> rows(RunningPortfolio portfolio, Map<Long, Long> ranks) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : Stream.concat(ReadModelRows.tables().stream(),
                Stream.of("round_register", "organisation_register", "request_register")).toList()) {
            tables.put(table,
                    portfolio.bean(JdbcTemplate.class)
                            .queryForList("select * from " + table)
                            .stream()
                            .map(row -> row(row, ranks))
                            .sorted()
                            .toList());
        }
        return tables;
    }

    private static String row(Map<String, ?> row, Map<Long, Long> ranks) {
        Map<String, String> texts = new TreeMap<>();
        row.forEach((column, value) -> {
            String name = column.toLowerCase(Locale.ROOT);
            boolean position = name.endsWith("position") || name.startsWith("known_");
            texts.put(name, switch (value) {
                case Long place when position && place != Long.MAX_VALUE ->
                    "#" + Objects.requireNonNull(ranks.get(place));
                case OffsetDateTime instant -> instant.toInstant().toString();
                case Timestamp instant -> instant.toInstant().toString();
                case null -> "null";
                default -> value.toString();
            });
        });
        return texts.toString();
    }
}
