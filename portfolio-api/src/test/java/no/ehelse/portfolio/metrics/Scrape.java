package no.ehelse.portfolio.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.ehelse.portfolio.RunningPortfolio;

/**
 * What a scraper is told at one moment.
 *
 * @param values by name and labels, as they stand in the answer: {@code portfolio_ready} or {@code a{b="c"}}
 */
record Scrape(SortedMap<String, Double> values) {

    /** Asks the service, as the office. */
    static Scrape of(RunningPortfolio portfolio) {
        return of(portfolio, RunningPortfolio.OFFICE);
    }

    /** Asks the service, as somebody. */
    static Scrape of(RunningPortfolio portfolio, String authorization) {
        HttpResponse<String> answer = portfolio.exchange(HttpRequest.newBuilder(portfolio.uri("/actuator/prometheus"))
                .header("Authorization", authorization)
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return parsed(answer.body());
    }

    static Scrape parsed(String text) {
        SortedMap<String, Double> values = new TreeMap<>();
        for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
            int end = line.lastIndexOf(' ');
            Double unused = values.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
        }
        return new Scrape(values);
    }

    /** A value; it has to be there. */
    double value(String series) {
        assertThat(values).containsKey(series);
        return Objects.requireNonNull(values.get(series));
    }

    /** The names, without labels. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        values.keySet().forEach(series -> names.add(series.replaceAll("[{].*", "")));
        return names;
    }

    /** By how much the series of a name have grown since another scrape; those that have not are left out. */
    Map<String, Double> grownSince(Scrape before, String name) {
        Map<String, Double> grown = new TreeMap<>();
        values.forEach((series, value) -> {
            double more = value - before.values.getOrDefault(series, 0.0);
            if (series.replaceAll("[{].*", "").equals(name) && more != 0) {
                grown.put(series.substring(name.length()), more);
            }
        });
        return grown;
    }
}
