package no.ehelse.portfolio.readmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row of every table of the read model, as text. */
public final class ReadModelRows {

    private static final Map<String, String> TABLES = new LinkedHashMap<>(Map.of("tiltak_entry", "position",
            "tiltak_version", "number, known_from, valid_from", "tiltak_budget",
            "number, budget_year, known_from, valid_from", "round_entry", "position", "reporting_round", "round",
            "round_edition", "round, edition", "organisation_entry", "position", "organisation", "organisation_id",
            "organisation_alias", "organisation_id, place", "printed_figure", "position"));

    private ReadModelRows() {}

    /** The tables. */
    public static List<String> tables() {
        return List.copyOf(TABLES.keySet());
    }

    static Map<String, List<String>> all(JdbcTemplate jdbc) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLES.forEach((table, order) -> rows.put(table,
                jdbc.queryForList("select * from " + table + " order by " + order)
                        .stream()
                        .map(Map::toString)
                        .toList()));
        return rows;
    }
}
