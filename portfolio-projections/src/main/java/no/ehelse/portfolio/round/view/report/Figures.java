package no.ehelse.portfolio.round.view.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a report says, by name; what is null or not said has no value. Two reports of a round with equal figures
 * are equal. A name is the path of the members:
 *
 * <ul>
 * <li>the member {@code count} is left out: {@code active}, {@code status.RED}, {@code organisation.ks};
 * <li>a list of tiltak is a figure, has a {@code count}, and its members go by number: {@code joined},
 * {@code joined.count}, {@code joined.190.name};
 * <li>the printed figures go by their name: {@code printed.active}, {@code printed.active.source}. What is computed beside
 * them is a figure of its own already.
 * </ul>
 */
public final class Figures {

    private static final Set<String> HEADING = Set.of("format", "round", "name", "cutOff", "complete", "edition");

    private final Map<String, FigureValue> values = new LinkedHashMap<>();

    private Figures() {}

    /** The figures of a report. */
    public static Figures of(StatusReport report) {
        Figures figures = new Figures();
        for (Map.Entry<String, JsonNode> member : ReportJson.tree(report).properties()) {
            if (!HEADING.contains(member.getKey()) && !member.getKey().equals("printed")) {
                figures.take(member.getKey(), member.getValue());
            }
        }
        for (StatusReport.Beside printed : report.printed()) {
            String name = "printed." + printed.name();
            figures.values.put(name, printed.printed());
            figures.values.put(name + ".source", new FigureValue.Words(printed.source()));
            if (printed.remark() != null) {
                figures.values.put(name + ".remark", new FigureValue.Words(printed.remark()));
            }
        }
        return figures;
    }

    private void take(String path, JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                take(member.getKey().equals("count") ? path : path + "." + member.getKey(), member.getValue());
            }
        } else if (node.isArray()) {
            takeTiltak(path, node);
        } else if (node.isNumber()) {
            values.put(path, new FigureValue.Numeric(node.decimalValue()));
        } else if (!node.isNull()) {
            values.put(path, new FigureValue.Words(node.asString()));
        }
    }

    private void takeTiltak(String path, JsonNode list) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode item : list) {
            numbers.add(item.isObject() ? item.get("number").intValue() : item.intValue());
        }
        values.put(path, new FigureValue.Tiltak(numbers));
        values.put(path + ".count", new FigureValue.Numeric(BigDecimal.valueOf(numbers.size())));
        for (JsonNode item : list) {
            for (Map.Entry<String, JsonNode> member : item.properties()) {
                if (!member.getKey().equals("number")) {
                    take(path + "." + item.get("number").intValue() + "." + member.getKey(), member.getValue());
                }
            }
        }
    }

    /** The value of a name; null: nothing is said of it. */
    public @Nullable FigureValue get(String name) {
        return values.get(name);
    }

    /** The names that have a value, in the order of the report. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** What differs between these figures and later ones, in the order of the report. */
    public List<FigureChange> changesTo(Figures later) {
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.addAll(later.values.keySet());
        List<FigureChange> changes = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(get(name), later.get(name))) {
                changes.add(new FigureChange(name, get(name), later.get(name)));
            }
        }
        return changes;
    }
}
