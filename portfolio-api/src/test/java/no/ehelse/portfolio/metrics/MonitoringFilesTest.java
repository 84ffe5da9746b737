package no.ehelse.portfolio.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.ehelse.portfolio.EmbeddedStoreOnly;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard and the alerts ask for is what the service tells, and every alert is explained. */
class MonitoringFilesTest {

    private static final Path DOCKER = Path.of("..", "docker");
    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");

    /** A metric of ours in the table that explains it. */
    private static final Pattern OWN =
            Pattern.compile("^[|] `(portfolio_[a-z_]+)(?:[{][a-z, ]+[}])?` [|]", Pattern.MULTILINE);

    @Test
    void a_query_names_its_metrics_and_labels() {
        Query query = new Query("""
                time() - max by (job) (a_total) > 36 * 3600 or histogram_quantile(0.95, sum by (le, method)
                (rate(b_bucket{job="portfolio",outcome=~"x|y",instance=~"$instance"}[$__rate_interval]))) / c_free < 1e9
                and on (job) up{job="portfolio"} == 0""");

        assertThat(query.metrics()).isEqualTo(Set.of("a_total", "b_bucket", "c_free"));
        assertThat(query.labels()).isEqualTo(Set.of("b_bucket outcome"));
    }

    @Test
    @EmbeddedStoreOnly("metrics of the embedded store are among them")
    void what_the_dashboard_and_the_alerts_ask_for_is_told_by_the_service_and_explained(@TempDir Path folder)
            throws IOException {
        List<Query> queries = new ArrayList<>(queriesOfDashboard());
        assertThat(queries).as("of the dashboard").hasSizeGreaterThan(30);
        alerts().forEach(alert -> queries.add(new Query(text(alert, "expr"))));
        Set<String> missing = new TreeSet<>();
        Set<String> told = new TreeSet<>();
        Set<String> explained = OWN.matcher(Files.readString(OPERATIONS, UTF_8))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            assertThat(portfolio.post("/api/tiltak", """
                    {"number": 1, "name": "En", "effectiveFrom": "2020-04-01"}""").status()).isEqualTo(201);

            // Requests are counted after they were answered.
            assertThat(Scrape.of(portfolio).names()).isNotEmpty();
            Scrape scrape = Scrape.of(portfolio);

            scrape.names()
                    .stream()
                    .filter(name -> name.startsWith("portfolio_"))
                    .forEach(name -> told.add(name.replaceAll("_(bucket|count|sum|max)$", "")));
            for (Query query : queries) {
                if (!query.text().startsWith("up{")) { // Prometheus says that one itself
                    assertThat(query.metrics()).as(query.text()).isNotEmpty();
                }
                query.metrics().stream().filter(name -> !scrape.names().contains(name)).forEach(missing::add);
                query.labels().stream().filter(label -> !hasLabel(scrape, label)).forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(explained).isEqualTo(told);
    }

    private static boolean hasLabel(Scrape scrape, String metricAndLabel) {
        String[] parts = metricAndLabel.split(" ", 2);
        return scrape.values()
                .keySet()
                .stream()
                .anyMatch(series -> series.startsWith(parts[0] + "{") && series.matches(".*[{,]" + parts[1] + "=.*"));
    }

    @Test
    void every_alert_is_explained_to_operators() throws IOException {
        String operations = Files.readString(OPERATIONS, UTF_8);
        List<String> unexplained = new ArrayList<>();
        for (Map<?, ?> alert : alerts()) {
            if (!operations.contains("| `" + text(alert, "alert") + "` |")) {
                unexplained.add(text(alert, "alert"));
            }
            assertThat(text((Map<?, ?>) of(alert, "labels"), "severity")).isIn("page", "ticket");
            assertThat(text((Map<?, ?>) of(alert, "annotations"), "summary")).isNotBlank();
        }
        assertThat(unexplained).isEmpty();
    }

    @Test
    void the_dashboard_is_found_where_it_is_looked_for() throws IOException {
        Map<?, ?> dashboards = yaml("grafana/provisioning/dashboards/portfolio.yaml");
        Map<?, ?> provider = (Map<?, ?>) ((List<?>) of(dashboards, "providers")).getFirst();
        assertThat(text((Map<?, ?>) of(provider, "options"), "path")).isEqualTo("/var/lib/grafana/dashboards");
        Map<?, ?> sources = yaml("grafana/provisioning/datasources/prometheus.yaml");
        Map<?, ?> source = (Map<?, ?>) ((List<?>) of(sources, "datasources")).getFirst();

        Set<String> used = new TreeSet<>();
        dashboard().findValues("datasource").forEach(usage -> used.add(usage.get("uid").stringValue()));

        assertThat(used).isEqualTo(Set.of(text(source, "uid")));
    }

    private static List<Query> queriesOfDashboard() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : dashboard().get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries.add(new Query(target.get("expr").stringValue()));
            }
        }
        return queries;
    }

    private static JsonNode dashboard() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(DOCKER.resolve("grafana/dashboards/portfolio.json"), UTF_8));
    }

    private static List<Map<?, ?>> alerts() throws IOException {
        List<Map<?, ?>> alerts = new ArrayList<>();
        for (Object group : (List<?>) of(yaml("prometheus/alerts.yml"), "groups")) {
            for (Object rule : (List<?>) of((Map<?, ?>) group, "rules")) {
                alerts.add((Map<?, ?>) rule);
            }
        }
        assertThat(alerts).isNotEmpty();
        return alerts;
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(DOCKER.resolve(file), UTF_8));
    }

    private static Object of(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static String text(Map<?, ?> map, String key) {
        return (String) of(map, key);
    }
}
