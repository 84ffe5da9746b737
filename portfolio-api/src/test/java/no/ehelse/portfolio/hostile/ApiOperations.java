package no.ehelse.portfolio.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Every operation that the description of the interface has. */
final class ApiOperations {

    private ApiOperations() {}

    /**
     * An operation.
     *
     * @param path with the names of what varies in braces
     * @param query the parameters, with an example where there is one
     * @param headers the names of the headers that it reads
     * @param bodies the media types that it takes, with an example of each; blank where there is none
     */
    record Operation(String method, String path, Map<String, String> query, List<String> headers,
            Map<String, String> bodies) {

        String name() {
            return method + " " + path;
        }

        boolean isReading() {
            return method.equals("GET");
        }
    }

    static List<Operation> in(JsonNode api) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                        operation.getValue()));
            }
        }
        return operations;
    }

    private static Operation operation(String method, String path, JsonNode described) {
        Map<String, String> query = new LinkedHashMap<>();
        List<String> headers = new ArrayList<>();
        for (JsonNode parameter : described.path("parameters")) {
            String name = parameter.get("name").asString();
            switch (parameter.get("in").asString()) {
                case "query" -> query.put(name, parameter.path("example").asString(""));
                case "header" -> headers.add(name);
                default -> {
                    // It stands in the path.
                }
            }
        }
        Map<String, String> bodies = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> body : described.path("requestBody").path("content").properties()) {
            JsonNode example = body.getValue().path("example");
            bodies.put(body.getKey(), example.isString() ? example.asString()
                    : example.isMissingNode() ? ""
                    : example.toString());
        }
        return new Operation(method, path, query, headers, bodies);
    }
}
