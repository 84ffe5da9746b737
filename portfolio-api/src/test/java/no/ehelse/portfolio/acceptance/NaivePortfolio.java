package no.ehelse.portfolio.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio by brute force: for every question it looks at everything that was said again. It knows texts only, days as
 * {@code 2022-01-20}, and shares no code with the service.
 */
final class NaivePortfolio {

    /** What can differ, in the order in which changes are listed. */
    private static final List<String> ATTRIBUTES = List.of("name", "organisation", "status", "risk", "phase", "segment",
            "activity", "focusArea", "budgets.2021", "budgets.2022");

    /**
     * What was said, and when it came to be known.
     *
     * @param day from which it holds; null: it retracts
     * @param says attributes with values; an empty value is said to be not reported
     */
    record Said(long position, String event, int number, @Nullable String day, @Nullable String retracts,
            Map<String, String> says) {}

    /** A day, as known up to a stream position. */
    record At(String day, long position) {}

    private final List<Said> all = new ArrayList<>();
    private final Set<Integer> numbers = new TreeSet<>();

    void hear(Said said) {
        all.add(said);
        numbers.add(said.number());
    }

    List<Said> all() {
        return List.copyOf(all);
    }

    /** What holds of a tiltak, present or not. */
    Map<String, String> on(int number, At at) {
        Map<String, String> winners = new TreeMap<>();
        Map<String, String> since = new TreeMap<>();
        for (Said said : all) {
            String day = said.day();
            if (said.number() != number || said.position() > at.position() || day == null
                    || day.compareTo(at.day()) > 0 || isRetracted(said, at.position())) {
                continue;
            }
            said.says().forEach((attribute, value) -> {
                if (day.compareTo(since.getOrDefault(attribute, "")) >= 0) {
                    since.put(attribute, day);
                    winners.put(attribute, value);
                }
            });
        }
        winners.values().removeIf(String::isEmpty);
        return winners;
    }

    private boolean isRetracted(Said said, long position) {
        return all.stream()
                .anyMatch(other -> other.position() <= position && said.event().equals(other.retracts()));
    }

    private static boolean isPresent(Map<String, String> state) {
        return "true".equals(state.get("inPortfolio"));
    }

    /** The tiltak in the portfolio with what holds of them. */
    Map<Integer, Map<String, String>> portfolio(At at) {
        Map<Integer, Map<String, String>> present = new TreeMap<>();
        for (int number : numbers) {
            Map<String, String> state = on(number, at);
            if (isPresent(state)) {
                present.put(number, state);
            }
        }
        return present;
    }

    /** Since 2022 risk is not asked of tiltak in OBSERVE, and budget only of those in GOVERN_JOINTLY. */
    private static boolean isNotAsked(String attribute, Map<String, String> state, String day) {
        String segment = state.getOrDefault("segment", "");
        return day.compareTo("2022-01-01") >= 0 && ((attribute.equals("risk") && segment.equals("OBSERVE"))
                || (attribute.startsWith("budgets.") && !segment.equals("GOVERN_JOINTLY")));
    }

    /** How many active tiltak there are of each combination of values: such as "RED|null". */
    Map<String, Integer> groups(At at, List<String> by) {
        Map<String, Integer> groups = new TreeMap<>();
        portfolio(at).values().stream().filter(state -> "ACTIVE".equals(state.get("activity"))).forEach(state -> {
            List<String> keys = new ArrayList<>();
            for (String attribute : by) {
                String value = state.get(attribute);
                keys.add(value != null ? value : isNotAsked(attribute, state, at.day()) ? "NOT_ASKED" : "null");
            }
            groups.merge(String.join("|", keys), 1, Integer::sum);
        });
        return groups;
    }

    /** How what holds on a day differs: "attribute: before -> after". */
    private static List<String> changes(Map<String, String> before, Map<String, String> after, String day) {
        List<String> changes = new ArrayList<>();
        for (String attribute : ATTRIBUTES) {
            String old = before.get(attribute);
            String now = after.get(attribute);
            if (!Objects.equals(old, now) && !(now == null && isNotAsked(attribute, after, day))) {
                changes.add(attribute + ": " + old + " -> " + now);
            }
        }
        return changes;
    }

    private static List<String> changesWithPresence(Map<String, String> before, Map<String, String> after,
            String day) {
        List<String> changes = new ArrayList<>();
        if (isPresent(before) != isPresent(after)) {
            changes.add("inPortfolio: " + isPresent(before) + " -> " + isPresent(after));
        }
        changes.addAll(changes(before, after, day));
        return changes;
    }

    /** The difference of two points, as lines of text. */
    Map<String, List<String>> difference(At from, At to) {
        Map<String, List<String>> found = new TreeMap<>();
        for (String kind : List.of("joined", "left", "changed", "moved", "renamed", "corrected")) {
            found.put(kind, new ArrayList<>());
        }
        Map<String, Integer> totals = new TreeMap<>();
        for (String kind : List.of("from", "joined", "left", "joinedCorrected", "leftCorrected", "moved", "renamed",
                "changed", "corrected", "unchanged", "to")) {
            totals.put(kind, 0);
        }
        for (int number : numbers) {
            Map<String, String> before = on(number, from);
            Map<String, String> between = on(number, new At(from.day(), to.position()));
            Map<String, String> after = on(number, to);
            List<String> corrected = changesWithPresence(before, between, from.day());
            if ((isPresent(before) || isPresent(between)) && !corrected.isEmpty()) {
                add(found, "corrected", number + " " + corrected);
            } else {
                corrected = List.of();
            }
            count(totals, "from", isPresent(before));
            count(totals, "to", isPresent(after));
            if (isPresent(after) && !isPresent(before)) {
                add(found, "joined", "" + number);
                count(totals, "joined", true);
                count(totals, "joinedCorrected", isPresent(between));
            } else if (isPresent(before) && !isPresent(after)) {
                add(found, "left", "" + number);
                count(totals, "left", true);
                count(totals, "leftCorrected", !isPresent(between));
            } else if (isPresent(before)) {
                List<String> changes = changes(before, after, to.day());
                boolean moved = !Objects.equals(before.get("organisation"), after.get("organisation"));
                boolean renamed = !Objects.equals(before.get("name"), after.get("name"));
                boolean nothingSince = changesWithPresence(between, after, to.day()).isEmpty();
                if (!changes.isEmpty()) {
                    add(found, "changed", number + " " + changes);
                }
                if (moved) {
                    add(found, "moved", "" + number);
                }
                if (renamed) {
                    add(found, "renamed", "" + number);
                }
                count(totals, changes.isEmpty() ? "unchanged"
                        : !corrected.isEmpty() && nothingSince ? "corrected"
                        : moved ? "moved"
                        : renamed ? "renamed"
                        : "changed", true);
            }
        }
        found.put("totals", List.of(totals.toString()));
        return found;
    }

    private static void add(Map<String, List<String>> found, String kind, String line) {
        Objects.requireNonNull(found.get(kind)).add(line);
    }

    private static void count(Map<String, Integer> totals, String kind, boolean counts) {
        totals.merge(kind, counts ? 1 : 0, Integer::sum);
    }
}
