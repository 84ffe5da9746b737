package no.ehelse.portfolio.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.ehelse.portfolio.hostile.ApiOperations.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests that are fine, at random: what is then spoilt gets past everything but what is spoilt. */
final class ValidRequests {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** Of parameters that have no example. */
    private static final Map<String, List<String>> PARAMETERS = Map.ofEntries(
            Map.entry("at", List.of("2020-10-09", "2021-06", "2030-01-01")),
            Map.entry("round", List.of("2020-03", "2020-10", "2022-06")),
            Map.entry("knownAt", List.of("2199-12-31", "2020-10-12T08:00:00Z", "2020-10-12T08:00:00%2B02:00")),
            Map.entry("published", List.of("true", "false")), Map.entry("edition", List.of("1")),
            Map.entry("minPosition", List.of("1", "20")), Map.entry("segment", List.of("COORDINATE", "NOT_REPORTED")),
            Map.entry("status", List.of("GREEN", "YELLOW")), Map.entry("risk", List.of("RED")),
            Map.entry("phase", List.of("EXECUTE")), Map.entry("activity", List.of("ACTIVE", "PAUSED")),
            Map.entry("organisation", List.of("helsedirektoratet", "Norsk%20Helsenett")),
            Map.entry("organisationGroup", List.of("OTHER")), Map.entry("focusArea", List.of("1.1")),
            Map.entry("q", List.of("tiltak", "1", "%C3%A5")), Map.entry("sort", List.of("status,-name", "number")),
            Map.entry("format", List.of("json", "csv", "xlsx")), Map.entry("by", List.of("status", "segment", "risk")),
            Map.entry("step", List.of("round", "month")), Map.entry("from", List.of("2020-03", "round:2020-03")),
            Map.entry("to", List.of("2022-12-31", "round:2022-06")), Map.entry("after", List.of("1", "30")),
            Map.entry("limit", List.of("1", "50")), Map.entry("dryRun", List.of("true", "false")),
            Map.entry("correction", List.of("true", "false")), Map.entry("comment", List.of("Rettet", "")),
            Map.entry("fromKnownAt", List.of("2199-12-31")), Map.entry("toKnownAt", List.of("2199-12-31")));
    /** What answers depend on, and what therefore has to be there. */
    private static final List<String> REQUIRED = List.of("from", "to");

    private final KnownThings known;

    ValidRequests(KnownThings known) {
        this.known = known;
    }

    /**
     * A request for an operation.
     *
     * @param index tells requests that register something apart
     */
    WireRequest of(Operation operation, int index, RandomGenerator random) {
        String path = path(operation.path(), random);
        WireRequest request = WireRequest.of(operation.method(), path + query(operation, random));
        if (operation.headers().contains("Idempotency-Key") && random.nextInt(3) == 0) {
            request = request.header("Idempotency-Key", "key-" + random.nextInt(200));
        }
        if (operation.headers().contains("If-Match") && random.nextInt(10) == 0) {
            request = request.header("If-Match", "*");
        }
        if (operation.bodies().isEmpty()) {
            return request;
        }
        String type = HostileValues.of(random, List.copyOf(operation.bodies().keySet()));
        request = request.header("Content-Type", type);
        String example = operation.bodies().getOrDefault(type, "");
        return switch (type) {
            case "application/json" -> request.text(json(operation, path, example, index, random));
            case "text/csv" -> request.text(csv(example, random));
            default -> request.body(known.workbook().getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    private String path(String path, RandomGenerator random) {
        Matcher names = NAME.matcher(path);
        return names.replaceAll(name -> HostileValues.of(random, known.of(path, name.group(1))));
    }

    private static String query(Operation operation, RandomGenerator random) {
        List<String> query = new ArrayList<>();
        for (Map.Entry<String, String> parameter : operation.query().entrySet()) {
            String name = parameter.getKey();
            List<String> values = PARAMETERS.getOrDefault(name, List.of(parameter.getValue()));
            if (random.nextInt(6) == 0 || (operation.path().endsWith("/changes") && REQUIRED.contains(name))) {
                query.add(name + "=" + HostileValues.of(random, values));
            }
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private String json(Operation operation, String path, String example, int index, RandomGenerator random) {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(example.isEmpty() ? "{}" : example);
        if (operation.path().equals("/api/tiltak")) {
            body.put("number", KnownThings.FIRST_FREE_NUMBER + index);
        }
        if (operation.path().equals("/api/rounds")) {
            String month = "%04d-%02d".formatted(2023 + index / 12 % 70, 1 + index % 12);
            body.put("round", month).put("cutOff", month + "-15");
        } else if (body.has("round")) {
            body.put("round", HostileValues.of(random, known.of("", "round")));
        }
        if (operation.path().equals("/api/organisations")) {
            body.put("name", "Virksomhet " + index).put("id", "virksomhet-" + index).remove("aliases");
        }
        if (body.has("successors")) {
            body.putArray("successors").add(1 + random.nextInt(40));
        }
        if (body.has("event")) {
            body.put("event", known.events().get(path.split("/", -1)[3]));
        }
        occasion(operation, body, random);
        return JsonMapper.shared().writeValueAsString(body);
    }

    /** Days after the published rounds, or corrections of what was published. */
    private static void occasion(Operation operation, ObjectNode body, RandomGenerator random) {
        JsonNode day = body.path("effectiveFrom");
        if (!day.isMissingNode()) {
            body.put("effectiveFrom", "%d-%02d-%02d".formatted(2023 + random.nextInt(3), 1 + random.nextInt(12),
                    1 + random.nextInt(28)));
        }
        if (operation.path().startsWith("/api/tiltak/") && !body.has("event")) {
            body.put("correction", true);
            body.put("comment", "Rettet, med æ, ø og å");
        }
    }

    private static String csv(String example, RandomGenerator random) {
        return example.replace("125;", (1 + random.nextInt(40)) + ";");
    }
}
