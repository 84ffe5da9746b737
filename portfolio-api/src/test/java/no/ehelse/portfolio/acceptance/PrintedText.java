package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The figures of a report once more, out of its JSON alone, as whoever reads the description of their names would. */
final class PrintedText {

    private PrintedText() {}

    /** Every figure by name, its value as JSON text. */
    static Map<String, String> figures(JsonNode report) {
        Map<String, String> figures = new TreeMap<>();
        for (String heading : new String[] {"format", "round", "name", "cutOff", "complete", "edition", "printed"}) {
            if (!report.has(heading)) {
                throw new AssertionError("no " + heading);
            }
        }
        report.properties().forEach(member -> {
            switch (member.getKey()) {
                case "format", "round", "name", "cutOff", "complete", "edition" -> {}
                case "printed" -> member.getValue().forEach(printed -> {
                    String name = "printed." + printed.get("name").stringValue();
                    put(figures, name, printed.get("printed"));
                    put(figures, name + ".source", printed.get("source"));
                    put(figures, name + ".remark", printed.get("remark"));
                });
                default -> walk(figures, member.getKey(), member.getValue());
            }
        });
        return figures;
    }

    /** What figures become, correction by correction; each has to find what the one before left. */
    static Map<String, String> corrected(Map<String, String> published, JsonNode corrections) {
        Map<String, String> figures = new TreeMap<>(published);
        for (JsonNode correction : corrections) {
            for (JsonNode change : correction.get("figures")) {
                String name = change.get("figure").stringValue();
                String before = change.get("before").isNull() ? null : change.get("before").toString();
                assertThat(figures.get(name)).as("%s before %s", name, correction).isEqualTo(before);
                if (change.get("after").isNull()) {
                    figures.remove(name);
                } else {
                    figures.put(name, change.get("after").toString());
                }
            }
        }
        return figures;
    }

    private static void walk(Map<String, String> figures, String path, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> walk(figures,
                            member.getKey().equals("count") ? path : path + "." + member.getKey(), member.getValue()));
        } else if (node.isArray()) {
            StringBuilder numbers = new StringBuilder();
            node.values()
                    .stream()
                    .map(item -> item.isObject() ? item.get("number").intValue() : item.intValue())
                    .sorted()
                    .forEach(number -> numbers.append(numbers.isEmpty() ? "" : ",").append(number));
            figures.put(path, "[" + numbers + "]");
            figures.put(path + ".count", "" + node.size());
            node.values()
                    .stream()
                    .filter(JsonNode::isObject)
                    .forEach(item -> item.properties()
                            .stream()
                            .filter(member -> !member.getKey().equals("number"))
                            .forEach(member -> walk(figures,
                                    path + "." + item.get("number").intValue() + "." + member.getKey(),
                                    member.getValue())));
        } else {
            put(figures, path, node);
        }
    }

    private static void put(Map<String, String> figures, String name, JsonNode value) {
        if (!value.isNull()) {
            figures.put(name, value.toString());
        }
    }
}
