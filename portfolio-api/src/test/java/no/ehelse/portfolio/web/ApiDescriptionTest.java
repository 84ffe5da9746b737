package no.ehelse.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface: complete, and true where it gives examples. */
class ApiDescriptionTest {

    @Test
    void every_operation_is_summed_up_exemplified_and_names_its_problems(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            JsonNode api = JsonMapper.shared().readTree(portfolio.get("/v3/api-docs").body());
            List<String> lacking = new ArrayList<>();
            TreeSet<String> identifiers = new TreeSet<>();
            for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    String name = operation.getKey() + " " + path.getKey();
                    JsonNode described = operation.getValue();
                    identifiers.add(described.path("operationId").asString());
                    if (described.path("summary").asString("").isEmpty()) {
                        lacking.add(name + ": a summary");
                    }
                    if (!described.path("responses").path("400").path("content").has("application/problem+json")) {
                        lacking.add(name + ": its problems");
                    }
                    JsonNode body = described.path("requestBody").path("content").path("application/json");
                    if (operation.getKey().equals("post") && described.has("requestBody")
                            && !path.getKey().endsWith("/import")) {
                        lackingIn(body, name + ": an example of the body", lacking);
                    }
                    described.path("parameters").forEach(parameter -> {
                        boolean header = parameter.get("in").asString().equals("header");
                        if (!header && !parameter.get("name").asString().matches("[a-z][A-Za-z]*")) {
                            lacking.add(name + ": no such parameter as " + parameter.get("name"));
                        }
                    });
                    if (!path.getKey().endsWith("/import")) {
                        JsonNode success = Stream.of("200", "201", "202")
                                .map(status -> described.path("responses").path(status))
                                .filter(answer -> answer.has("content"))
                                .reduce((first, second) -> second)
                                .orElseThrow();
                        JsonNode content = success.path("content");
                        lackingIn(content.has("application/json") ? content.get("application/json")
                                : content.iterator().next(),
                                name + ": an example of the answer", lacking);
                    }
                }
            }

            assertThat(lacking).isEmpty();
            JsonNode sheets = api.get("paths");
            for (JsonNode content : List.of(
                    sheets.get("/api/rounds/{round}/import").get("post").get("requestBody").get("content"),
                    sheets.get("/api/portfolio").get("get").get("responses").get("200").get("content"))) {
                assertThat(content.propertyNames()).contains("text/csv",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            }
            assertThat(api.get("openapi").asString()).isEqualTo("3.1.0");
            assertThat(identifiers).contains("registerTiltak", "openRound", "registerOrganisation", "reportStatus")
                    .noneMatch(identifier -> identifier.contains("_"));
            assertThat(api.get("components").get("schemas").get("StatusChange").get("required").toString())
                    .isEqualTo("[\"effectiveFrom\",\"status\"]");
            assertThat(schema(api, "TiltakView").get("properties").get("status").toString())
                    .isEqualTo("{\"type\":[\"string\",\"null\"],\"enum\":[\"GREEN\",\"YELLOW\",\"RED\",null]}");
            assertThat(schema(api, "TiltakView").get("properties").get("organisation").toString()).isEqualTo(
                    "{\"anyOf\":[{\"$ref\":\"#/components/schemas/OrganisationLabel\"},{\"type\":\"null\"}]}");
            assertThat(schema(api, "Edition").get("properties").propertyNames())
                    .containsExactly("edition", "publishedAt", "position", "comment", "witness");
            assertThat(schema(api, "HistoryEntry").get("required").toString()).contains("\"import\"");
            assertThat(portfolio.get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
        }
    }

    private static JsonNode schema(JsonNode api, String name) {
        return api.get("components").get("schemas").get(name);
    }

    private static void lackingIn(JsonNode media, String what, List<String> lacking) {
        if (!media.has("example") && !media.has("examples")) {
            lacking.add(what);
        }
    }

    @Test
    void the_examples_of_bodies_are_read_without_a_mistake(@TempDir Path folder) {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            portfolio.get("/v3/api-docs");
            BodyReader reader = portfolio.bean(BodyReader.class);
            List<Class<?>> bodies = List.copyOf(portfolio.bean(ProblemDescription.class).bodies());

            assertThat(bodies).hasSizeGreaterThanOrEqualTo(18).allSatisfy(body -> {
                String example = body.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class).example();
                assertThat(reader.read(body, example.getBytes(StandardCharsets.UTF_8))).isInstanceOf(body);
            });
        }
    }
}
