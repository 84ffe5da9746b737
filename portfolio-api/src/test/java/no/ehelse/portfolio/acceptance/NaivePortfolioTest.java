package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.acceptance.NaivePortfolio.At;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The service over HTTP on histories by chance, against a naive oracle: published, in series, and what changed. */
class NaivePortfolioTest {

    private static final List<String> BY = List.of("status", "risk");

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void what_is_answered_is_what_the_oracle_says(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("naive-portfolio");
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            RandomRequests requests = new RandomRequests(portfolio, seed);
            requests.play(110);
            JsonNode audit = requests.read("/api/audit?limit=5000&minPosition=" + head(requests));
            audit.get("entries")
                    .forEach(entry -> requests.recordedAt()
                            .put(entry.get("position").longValue(), entry.get("recordedAt").stringValue()));

            published(requests);
            series(requests);
            for (int question = 0; question < 60; question++) {
                changes(requests);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static long head(RandomRequests requests) {
        return requests.read("/api/audit?limit=1").get("head").longValue();
    }

    private static void published(RandomRequests requests) {
        requests.editions().forEach((round, positions) -> {
            for (int edition = 1; edition <= positions.size(); edition++) {
                At at = new At(cutOff(round), positions.get(edition - 1));
                String asked = "published=true&edition=" + edition;
                Map<Integer, Map<String, String>> found = new TreeMap<>();
                for (JsonNode tiltak : requests.read("/api/portfolio?round=" + round + "&" + asked).get("tiltak")) {
                    found.put(tiltak.get("number").intValue(), state(tiltak));
                }
                JsonNode report = requests.read("/api/rounds/" + round + "/report?" + asked);

                assertThat(found).as("%s edition %s", round, edition).isEqualTo(requests.naive().portfolio(at));
                assertThat(levels(report.get("status"))).as("%s edition %s", round, edition)
                        .isEqualTo(requests.naive().groups(at, List.of("status")));
                assertThat(PrintedText.corrected(PrintedText.figures(report),
                        requests.read("/api/rounds/" + round + "/report/corrections?edition=" + edition)
                                .get("corrections")))
                        .as("corrections of %s edition %s", round, edition)
                        .isEqualTo(PrintedText.figures(requests.read("/api/rounds/" + round + "/report")));
                assertThat(levels(report.get("risk"))).isEqualTo(requests.naive().groups(at, List.of("risk")));
            }
        });
    }

    private static String cutOff(String round) {
        return Objects.requireNonNull(RandomRequests.CUT_OFFS.get(round));
    }

    private static Map<String, String> state(JsonNode tiltak) {
        Map<String, String> state = new TreeMap<>(Map.of("inPortfolio", "true"));
        for (String member : List.of("name", "status", "risk", "phase", "segment", "activity")) {
            if (!tiltak.get(member).isNull()) {
                state.put(member, tiltak.get(member).stringValue());
            }
        }
        if (!tiltak.get("organisation").isNull()) {
            state.put("organisation", tiltak.get("organisation").get("id").stringValue());
        }
        if (!tiltak.get("focusArea").isNull()) {
            state.put("focusArea", tiltak.get("focusArea").get("code").stringValue());
        }
        tiltak.get("budgets").properties().forEach(budget -> {
            if (!budget.getValue().isNull()) {
                state.put("budgets." + budget.getKey(), budget.getValue().toString());
            }
        });
        return state;
    }

    private static Map<String, Integer> levels(JsonNode distribution) {
        Map<String, Integer> levels = new TreeMap<>();
        distribution.properties().forEach(level -> {
            if (level.getValue().get("count").intValue() > 0) {
                levels.put(level.getKey().replace("NOT_REPORTED", "null"), level.getValue().get("count").intValue());
            }
        });
        return levels;
    }

    private static void series(RandomRequests requests) {
        long now = requests.recordedAt().lastKey();
        Map<String, At> rounds = new TreeMap<>();
        Map<String, At> editions = new TreeMap<>();
        RandomRequests.CUT_OFFS.forEach((round, cutOff) -> {
            rounds.put(round, new At(cutOff, now));
            List<Long> positions = Objects.requireNonNull(requests.editions().get(round));
            if (!positions.isEmpty()) {
                editions.put(round, new At(cutOff, positions.getLast()));
            }
        });
        compare(requests, "", rounds);
        compare(requests, "&published=true", editions);

        Map.Entry<Long, String> then = knownAt(requests);
        Map<String, At> months = new TreeMap<>();
        for (YearMonth month = YearMonth.of(2021, 11); month.isBefore(YearMonth.of(2022, 4)); month =
                month.plusMonths(1)) {
            months.put(month.atEndOfMonth().toString(), new At(month.atEndOfMonth().toString(), then.getKey()));
        }
        compare(requests, "&step=month&from=2021-11&to=2022-03&knownAt=" + then.getValue(), months);
    }

    private static void compare(RandomRequests requests, String asked, Map<String, At> expected) {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode point : requests.read("/api/portfolio/series?by=status&by=risk" + asked).get("points")) {
            Map<String, Integer> groups = new TreeMap<>();
            for (JsonNode group : point.get("groups")) {
                List<String> keys = new ArrayList<>();
                BY.forEach(by -> keys.add(group.get(by).isNull() ? "null" : group.get(by).stringValue()));
                groups.put(String.join("|", keys), group.get("count").intValue());
            }
            String validOn = point.get("asOf").get("validOn").stringValue();
            found.put(point.get("round").isNull() ? validOn : point.get("round").stringValue(),
                    validOn + " " + point.get("total") + " " + groups);
        }
        Map<String, String> right = new TreeMap<>();
        expected.forEach((key, at) -> {
            Map<String, Integer> groups = requests.naive().groups(at, BY);
            int total = groups.values().stream().mapToInt(Integer::intValue).sum();
            right.put(key, at.day() + " " + total + " " + groups);
        });
        assertThat(found).as("series %s", asked).isEqualTo(right);
    }

    /** A recorded time, with the last position that was known then. */
    private static Map.Entry<Long, String> knownAt(RandomRequests requests) {
        List<String> times = List.copyOf(requests.recordedAt().values());
        String time = times.get(requests.chance().nextInt(times.size()));
        long position = 0;
        for (Map.Entry<Long, String> event : requests.recordedAt().entrySet()) {
            boolean known = !Instant.parse(event.getValue()).isAfter(Instant.parse(time));
            position = known ? event.getKey() : position;
        }
        return Map.entry(position, time);
    }

    private static void changes(RandomRequests requests) {
        String from = requests.day();
        String to = requests.chance().nextInt(3) == 0 ? from
                : LocalDate.parse(from).plusDays(requests.chance().nextInt(40)).toString();
        Map.Entry<Long, String> early = knownAt(requests);
        Map.Entry<Long, String> late = knownAt(requests);
        JsonNode answer = requests.read("/api/portfolio/changes?from=" + from + "&to=" + to + "&fromKnownAt="
                + early.getValue() + "&toKnownAt=" + late.getValue());

        Map<String, List<String>> found = new TreeMap<>();
        for (String kind : List.of("joined", "left", "moved", "renamed")) {
            found.put(kind, answer.get(kind).values().stream().map(one -> one.get("number").toString()).toList());
        }
        for (String kind : List.of("changed", "corrected")) {
            found.put(kind, answer.get(kind)
                    .values()
                    .stream()
                    .map(one -> one.get("number") + " " + lines(one.get("changes")))
                    .toList());
        }
        Map<String, Integer> totals = new TreeMap<>();
        answer.get("totals").properties().forEach(total -> totals.put(total.getKey(), total.getValue().intValue()));
        found.put("totals", List.of(totals.toString()));

        assertThat(found).as("from %s known %s to %s known %s", from, early, to, late)
                .isEqualTo(requests.naive()
                        .difference(new At(from, early.getKey()),
                                new At(to, late.getKey())));
        assertThat(totals.get("unchanged")).isEqualTo(answer.get("unchanged").intValue());
        addsUp(totals, answer);
    }

    private static List<String> lines(JsonNode changes) {
        return changes.values()
                .stream()
                .map(change -> change.get("attribute").stringValue() + ": " + text(change.get("before")) + " -> "
                        + text(change.get("after")))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static void addsUp(Map<String, Integer> totals, JsonNode answer) {
        int kept = sum(totals, "moved", "renamed", "changed", "corrected", "unchanged");
        assertThat(kept + sum(totals, "left")).isEqualTo(totals.get("from"));
        assertThat(kept + sum(totals, "joined")).isEqualTo(totals.get("to"));
        assertThat(sum(totals, "moved", "renamed", "changed", "corrected")).isEqualTo(answer.get("changed").size());
    }

    private static int sum(Map<String, Integer> totals, String... kinds) {
        int sum = 0;
        for (String kind : kinds) {
            sum += Objects.requireNonNull(totals.get(kind));
        }
        return sum;
    }
}
