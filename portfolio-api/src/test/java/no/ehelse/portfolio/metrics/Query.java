package no.ehelse.portfolio.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query in the language of Prometheus, as far as this: which metrics it asks for, and by which of their labels.
 *
 * @param text as it stands in a dashboard or a rule
 */
record Query(String text) {

    private static final Pattern SELECTED = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*[{]([^}]*)[}]");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(?:=~|!~|!=|=)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*[(]|[a-zA-Z0-9_:(])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "by", "without", "on", "ignoring",
            "group_left", "group_right", "offset");
    /** What Prometheus itself says of what it scrapes, and puts on every series. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "job", "instance");

    /** The metrics that the service has to have. */
    Set<String> metrics() {
        String bare = text.replaceAll("\"[^\"]*\"", "")
                .replaceAll("[{][^}]*[}]", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\b(by|without|on|ignoring)\\s*[(][^)]*[)]", "")
                .replaceAll("\\b[0-9][0-9.e]*\\b", "")
                .replaceAll("[$]\\w+", "");
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            if (!WORDS.contains(name.group()) && !OF_PROMETHEUS.contains(name.group())) {
                names.add(name.group());
            }
        }
        return names;
    }

    /** The labels that it selects by, each after the metric that has to have it: {@code portfolio_commands_total outcome}. */
    Set<String> labels() {
        Set<String> labels = new TreeSet<>();
        Matcher selected = SELECTED.matcher(text);
        while (selected.find()) {
            Matcher label = LABEL.matcher(selected.group(2));
            while (label.find()) {
                if (!OF_PROMETHEUS.contains(label.group(1))) {
                    labels.add(selected.group(1) + " " + label.group(1));
                }
            }
        }
        return labels;
    }
}
