package no.ehelse.portfolio.rebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import no.ehelse.portfolio.projection.ReadTables;
import no.ehelse.portfolio.projection.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.RowMapper;

/**
 * Compares two sets of tables row by row, as they were known at a stream position: so both may go on being written
 * meanwhile.
 */
final class SetComparison {

    private static final int EXAMPLES = 20;
    private static final int POSITIONS_AT_ONCE = 5_000;
    private static final int TILTAK_AT_ONCE = 50;
    private static final RowMapper<Map<String, @Nullable Object>> ROW = new ColumnMapRowMapper();

    private final ReadTables one;
    private final ReadTables other;
    private final long position;
    private final Runnable afterEach;
    private final List<String> examples = new ArrayList<>();
    private long rows;
    private long differences;

    /**
     * How two sets compare.
     *
     * @param rows how many rows were compared
     * @param differences how many of them are in one set only, or not the same in both
     * @param examples the first of those
     */
    record Result(long rows, long differences, List<String> examples) {}

    /** A table, the columns that identify its rows, and the SQL that a selection ends with. */
    private record Table(String name, List<String> key, String selection) {}

    private static final List<Table> BY_POSITION = List.of(
            new Table("tiltak_entry", List.of("position"), "where position > ? and position <= ?"),
            new Table("printed_figure", List.of("position"), "where position > ? and position <= ?"),
            new Table("round_entry", List.of("position"), "where position > ? and position <= ?"),
            new Table("organisation_entry", List.of("position"), "where position > ? and position <= ?"));

    private static final List<Table> BY_NUMBER = List.of(
            new Table("tiltak_version", List.of("number", "valid_from", "known_from"),
                    "where number between ? and ? and known_from <= ?"),
            new Table("tiltak_budget", List.of("number", "budget_year", "valid_from", "known_from"),
                    "where number between ? and ? and known_from <= ?"));

    private static final List<Table> WHOLE = List.of(
            new Table("reporting_round", List.of("round"), "where opened_position <= ?"),
            new Table("round_edition", List.of("round", "edition"), "where position <= ?"),
            new Table("organisation", List.of("organisation_id"), "where position <= ?"),
            new Table("organisation_alias", List.of("organisation_id", "place"),
                    "where organisation_id in (select organisation_id from #organisation where position <= ?)"));

    private SetComparison(ReadTables one, ReadTables other, long position, Runnable afterEach) {
        this.one = one;
        this.other = other;
        this.position = position;
        this.afterEach = afterEach;
    }

    /**
     * Compares two sets.
     *
     * @param position both have read that far
     * @param afterEach called now and then, while it works
     */
    static Result compare(ReadTables one, ReadTables other, long position, Runnable afterEach) {
        SetComparison comparison = new SetComparison(one, other, position, afterEach);
        comparison.compareByPosition();
        comparison.compareByNumber();
        WHOLE.forEach(table -> comparison.compare(table, position));
        return new Result(comparison.rows, comparison.differences, List.copyOf(comparison.examples));
    }

    private void compareByPosition() {
        for (long from = 0; from < position; from += POSITIONS_AT_ONCE) {
            for (Table table : BY_POSITION) {
                compare(table, from, Math.min(position, from + POSITIONS_AT_ONCE));
            }
        }
    }

    private void compareByNumber() {
        SortedSet<Integer> numbers = new TreeSet<>(numbers(one));
        numbers.addAll(numbers(other));
        List<Integer> all = List.copyOf(numbers);
        for (int from = 0; from < all.size(); from += TILTAK_AT_ONCE) {
            int first = all.get(from);
            int last = all.get(Math.min(all.size(), from + TILTAK_AT_ONCE) - 1);
            for (Table table : BY_NUMBER) {
                compare(table, first, last, position);
            }
        }
    }

    private List<Integer> numbers(ReadTables tables) {
        return tables.query("select distinct number from #tiltak_entry where position <= ?",
                (row, number) -> row.getInt(1), position);
    }

    private void compare(Table table, Object... parameters) {
        Map<Object, Map<String, @Nullable Object>> expected = rows(one, table, parameters);
        Map<Object, Map<String, @Nullable Object>> found = rows(other, table, parameters);
        SortedKeys keys = new SortedKeys(expected, found);
        for (Object key : keys.all()) {
            rows++;
            if (!Objects.equals(expected.get(key), found.get(key))) {
                differ(table, key, expected.get(key), found.get(key));
            }
        }
        afterEach.run();
    }

    private void differ(Table table, Object key, @Nullable Map<String, @Nullable Object> expected,
            @Nullable Map<String, @Nullable Object> found) {
        differences++;
        if (examples.size() < EXAMPLES) {
            examples.add(expected == null ? "%s %s: new".formatted(table.name(), key)
                    : found == null ? "%s %s: gone".formatted(table.name(), key)
                    : "%s %s: %s".formatted(table.name(), key, columns(expected, found)));
        }
    }

    private static String columns(Map<String, @Nullable Object> expected, Map<String, @Nullable Object> found) {
        List<String> different = new ArrayList<>();
        expected.forEach((column, value) -> {
            if (!Objects.equals(value, found.get(column))) {
                different.add("%s was %s, is %s".formatted(column, value, found.get(column)));
            }
        });
        return String.join("; ", different);
    }

    private Map<Object, Map<String, @Nullable Object>> rows(ReadTables tables, Table table, Object... parameters) {
        Map<Object, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : tables.query("select * from #" + table.name() + " "
                + table.selection(), ROW, parameters)) {
            rows.put(table.key().stream().map(column -> String.valueOf(row.get(column))).toList(), asKnown(row));
        }
        return rows;
    }

    /** A row as it was known at the position: what ended later had not ended yet. */
    private Map<String, @Nullable Object> asKnown(Map<String, @Nullable Object> row) {
        if (row.get("known_to") instanceof Number end && end.longValue() > position) {
            row.put("known_to", Sql.NO_POSITION);
            row.put("recorded_to", null);
        }
        if (row.get("closed_position") instanceof Number end && end.longValue() > position) {
            row.put("closed_position", null);
            row.put("closed_at", null);
        }
        return row;
    }

    /** The keys of either of two maps, those of the first in its order. */
    private record SortedKeys(Map<Object, ?> one, Map<Object, ?> other) {

        List<Object> all() {
            List<Object> keys = new ArrayList<>(one.keySet());
            for (Object key : other.keySet()) {
                if (!one.containsKey(key)) {
                    keys.add(key);
                }
            }
            return keys;
        }
    }
}
