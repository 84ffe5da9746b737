package no.ehelse.portfolio.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every request as every sender, in both modes, compared with the one table in docs/security.md. */
class RolesTest {

    private static final MarkdownTable TABLE = MarkdownTable.after("roles");
    private static final String NOBODY = "nobody";

    /** The tiltak with these numbers belong to the first and to the second organisation. */
    private static final int OWN = 1;
    private static final int OF_OTHERS = 2;

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/api/tiltak", """
                    {"number": 77, "name": "Ny", "effectiveFrom": "2010-05-01"}"""),
            Map.entry("/status", "{\"status\": \"RED\", \"effectiveFrom\": \"2010-05-01\"}"),
            Map.entry("/risk", "{\"risk\": \"RED\", \"effectiveFrom\": \"2010-05-01\"}"),
            Map.entry("/phase", "{\"phase\": \"PLAN\", \"effectiveFrom\": \"2010-05-01\"}"),
            Map.entry("/segment", "{\"segment\": \"OBSERVE\", \"effectiveFrom\": \"2010-05-01\"}"),
            Map.entry("/activity", "{\"activity\": \"PAUSED\", \"effectiveFrom\": \"2010-05-01\"}"),
            Map.entry("/focus-area", "{\"focusArea\": \"1.1\", \"effectiveFrom\": \"2010-05-01\"}"),
            Map.entry("/budget", "{\"year\": 2010, \"amount\": 3, \"effectiveFrom\": \"2010-05-01\"}"),
            Map.entry("/name", "{\"name\": \"Nytt navn\", \"effectiveFrom\": \"2010-05-01\"}"),
            Map.entry("/organisation", "{\"organisation\": \"en\", \"effectiveFrom\": \"2011-05-01\"}"),
            Map.entry("/reports", "{\"round\": \"2010-06\", \"status\": \"GREEN\"}"),
            Map.entry("/retractions", "{\"event\": \"e\", \"comment\": \"feil\"}"),
            Map.entry("/removal", "{\"reason\": \"ENDED\", \"effectiveFrom\": \"2011-09-01\"}"),
            Map.entry("/reinstatement", "{\"effectiveFrom\": \"2012-05-01\"}"),
            Map.entry("/api/rounds", """
                    {"round": "2012-01", "name": "Januar", "cutOff": "2012-01-20"}"""),
            Map.entry("/import", "ID;Tiltaksnavn\n1;Første\n"),
            Map.entry("/printed-figures", "{\"name\": \"active\", \"value\": 2, \"source\": \"Kap. 1\"}"),
            Map.entry("/closing", ""), Map.entry("/publication", ""),
            Map.entry("/api/organisations", "{\"name\": \"Tredje\", \"group\": \"OTHER\"}"),
            Map.entry("/retraction", "{\"comment\": \"feil fil\"}"), Map.entry("/rebuilds", ""),
            Map.entry("/retries", ""), Map.entry("/backups", ""));

    @TempDir
    private Path folder;

    /** In which way senders sign in. */
    enum Mode {
        LOCAL,
        OIDC
    }

    /** A sender of a column. */
    private record Sender(String name, List<String> roles, String organisation) {

        boolean isNobody() {
            return name.equals(NOBODY);
        }
    }

    private static final Map<String, Sender> SENDERS = senders();

    private static Map<String, Sender> senders() {
        Map<String, Sender> senders = new LinkedHashMap<>();
        Stream.of(new Sender("office", List.of("office"), ""),
                new Sender("reporter, own tiltak", List.of("reporter"), "en"),
                new Sender("reporter, another's", List.of("reporter"), "to"),
                new Sender("auditor", List.of("auditor"), "en"), new Sender("operator", List.of("operator"), "en"),
                new Sender("without a role", List.of(), "en"), new Sender(NOBODY, List.of(), ""))
                .forEach(sender -> senders.put(sender.name(), sender));
        return senders;
    }

    @ParameterizedTest
    @EnumSource
    void everybody_may_do_what_the_table_says_and_nothing_else(Mode mode) {
        assertThat(TABLE.headings().subList(1, TABLE.headings().size())).isEqualTo(List.copyOf(SENDERS.keySet()));
        try (Issuer issuer = new Issuer(); RunningPortfolio portfolio = started(mode, issuer)) {
            given(portfolio, authorisation(mode, issuer, requireNonNull(SENDERS.get("office"))));
            List<List<String>> found = new ArrayList<>();
            for (List<String> row : TABLE.rows()) {
                List<String> answers = new ArrayList<>(List.of(row.getFirst()));
                for (Sender sender : SENDERS.values()) {
                    answers.add(answer(portfolio, row.getFirst(), authorisation(mode, issuer, sender)));
                }
                found.add(answers);
            }
            assertThat(found).isEqualTo(TABLE.rows());
        }
    }

    @Test
    void no_operation_is_missing_in_the_table() {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            JsonNode paths = JsonMapper.shared().readTree(portfolio.get("/v3/api-docs").body()).get("paths");
            List<String> operations = new ArrayList<>();
            paths.properties()
                    .forEach(path -> path.getValue()
                            .propertyNames()
                            .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " "
                                    + path.getKey())));
            List<String> reads = MarkdownTable.after("reading")
                    .rows()
                    .stream()
                    .map(row -> row.getFirst()
                            .replaceAll("[?].*", "")
                            .replace("2010-01", "{round}")
                            .replace("tiltak/1", "tiltak/{number}")
                            .replace("helsedirektoratet", "{id}"))
                    .toList();

            assertThat(Stream.concat(TABLE.rows().stream().map(List::getFirst), reads.stream()).distinct().toList())
                    .containsExactlyInAnyOrderElementsOf(operations);
        }
    }

    private RunningPortfolio started(Mode mode, Issuer issuer) {
        List<String> properties = new ArrayList<>(List.of("--portfolio.security.public-reading=everything"));
        if (mode == Mode.OIDC) {
            properties.addAll(issuer.properties());
        } else {
            String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("hemmelig");
            SENDERS.values()
                    .stream()
                    .filter(sender -> !sender.isNobody() && !sender.roles().isEmpty())
                    .forEach(sender -> {
                        if (!sender.name().equals("office")) {
                            String user = "--portfolio.security.users." + user(sender);
                            properties.add(user + ".password=" + hash);
                            properties.add(user + ".roles=" + String.join(",", sender.roles()));
                            properties.add(user + ".organisation=" + sender.organisation());
                        }
                    });
        }
        return RunningPortfolio.with(folder, properties.toArray(String[]::new));
    }

    private static String user(Sender sender) {
        return sender.roles().getFirst() + sender.organisation();
    }

    /** The header; empty: none. Local users have a role each, so nobody without one can sign in there. */
    private static String authorisation(Mode mode, Issuer issuer, Sender sender) {
        if (sender.isNobody()) {
            return "";
        }
        if (mode == Mode.OIDC) {
            return issuer.bearer(Map.of("roles", sender.roles(), "organisation", sender.organisation()));
        }
        return sender.name().equals("office") ? RunningPortfolio.OFFICE
                : sender.roles().isEmpty() ? "without"
                : RunningPortfolio.basic(user(sender), "hemmelig");
    }

    private static void given(RunningPortfolio portfolio, String office) {
        for (String body : List.of("{\"name\": \"En\", \"group\": \"OTHER\"}",
                "{\"name\": \"To\", \"group\": \"OTHER\"}")) {
            created(portfolio, office, "/api/organisations", body);
        }
        created(portfolio, office, "/api/rounds", """
                {"round": "2010-06", "name": "Juni", "cutOff": "2010-06-20"}""");
        created(portfolio, office, "/api/tiltak", """
                {"number": %d, "name": "Første", "effectiveFrom": "2010-01-01", "organisation": "en"}"""
                .formatted(OWN));
        created(portfolio, office, "/api/tiltak", """
                {"number": %d, "name": "Andre", "effectiveFrom": "2010-01-01", "organisation": "to"}"""
                .formatted(OF_OTHERS));
    }

    private static void created(RunningPortfolio portfolio, String office, String address, String body) {
        assertThat(portfolio.post(address, body, "Authorization", office).status()).isEqualTo(201);
    }

    private static String answer(RunningPortfolio portfolio, String operation, String authorisation) {
        if (authorisation.equals("without")) {
            return "403"; // there is no such local user, see LocalUsersTest
        }
        String method = operation.substring(0, operation.indexOf(' '));
        String template = operation.substring(operation.indexOf(' ') + 1);
        String address = template.replace("{number}", Integer.toString(OWN))
                .replace("{round}", "2010-06")
                .replace("{name}", "portfolio")
                .replace("{id}", "none")
                .replace("{import}", "none");
        HttpRequest.Builder request = HttpRequest.newBuilder(portfolio.uri(address))
                .header("Content-Type", template.endsWith("/import") ? "text/csv" : "application/json")
                .method(method,
                        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body(template)));
        if (!authorisation.isEmpty()) {
            request.header("Authorization", authorisation);
        }
        HttpResponse<String> answer = portfolio.asSent(request.build());
        if (answer.statusCode() == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate")).as(operation).isPresent();
            assertThat(answer.body()).contains("\"code\":\"unauthenticated\"");
        } else if (answer.statusCode() == 403) {
            assertThat(answer.body()).contains("\"code\":\"forbidden\"");
        } else {
            assertThat(answer.statusCode()).as(operation + " " + answer.body()).isIn(200, 201, 202, 404, 409, 422);
            return "yes";
        }
        return Integer.toString(answer.statusCode());
    }

    private static String body(String template) {
        String last = template.substring(template.lastIndexOf('/'));
        return requireNonNull(BODIES.getOrDefault(template, BODIES.get(last)), template);
    }
}
