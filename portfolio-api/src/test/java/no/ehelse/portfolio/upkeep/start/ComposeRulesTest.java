package no.ehelse.portfolio.upkeep.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.ehelse.portfolio.discovery.WithoutStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WithoutStore
class ComposeRulesTest {

    private static final Path FOLDER = Path.of("..", "docker");

    /** What {@code docker/make-env.sh} makes. */
    private static Set<String> secrets() throws IOException {
        return Files.readAllLines(FOLDER.resolve(".env.example"))
                .stream()
                .filter(line -> line.endsWith("="))
                .map(line -> line.substring(0, line.length() - 1))
                .collect(Collectors.toSet());
    }

    private static ComposeRules rules() throws IOException, ClassNotFoundException {
        return new ComposeRules(FOLDER, new KnownSettings(), secrets());
    }

    private static List<String> violations(ComposeFile file) throws IOException {
        try (InputStream stored = Objects.requireNonNull(
                ComposeRulesTest.class.getResourceAsStream("/compose/compose-spec.json"))) {
            JsonNode schema = JsonMapper.shared().readTree(stored);
            forgetNames(schema);
            // The project's name was added to the specification after this schema.
            JsonNode content = file.content().deepCopy();
            assertThat(((ObjectNode) content).remove("name").asString()).matches("[a-z][a-z-]*");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(schema)
                    .validate(content)
                    .stream()
                    .map(Error::toString)
                    .toList();
        }
    }

    /** Its parts have names as in an older draft of JSON schema, which nothing refers to. */
    private static void forgetNames(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("id").isString()) {
            object.remove("id");
        }
        schema.forEach(ComposeRulesTest::forgetNames);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.axonserver.yaml"})
    void file_is_one_by_the_specification_s_schema(String name) throws Exception {
        ComposeFile file = ComposeFile.of(FOLDER.resolve(name));

        assertThat(violations(file)).isEmpty();
        assertThat(violations(ComposeFile.of(file.text().replace("    restart:", "    restrat:")))).isNotEmpty();
        assertThat(violations(ComposeFile.of(file.text().replace("read_only: true", "read_only: [1]")))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.axonserver.yaml"})
    void services_are_pinned_closed_in_limited_and_started_in_an_order_that_holds(String name) throws Exception {
        assertThat(rules().complaints(ComposeFile.of(FOLDER.resolve(name)))).isEmpty();
    }

    @Test
    void instances_are_configured_for_the_tokens_of_the_realm() throws Exception {
        Map<String, Object> environment = new TreeMap<>();
        ComposeFile.of(FOLDER.resolve("compose.axonserver.yaml"))
                .content()
                .at("/services/portfolio-1/environment")
                .properties()
                .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asString()));
        Binder binder = new Binder(Objects.requireNonNull(ConfigurationPropertySource.from(
                new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        environment))));

        assertThat(binder.bind("portfolio.security.oidc",
                Bindable.of(Class.forName("no.ehelse.portfolio.security.SecurityProperties$Oidc"))).get())
                .hasToString("Oidc[issuer=http://keycloak.localhost:8180/realms/portfolio, audience=portfolio, "
                        + "clockSkew=PT1M, subjectClaim=sub, rolesClaim=realm_access.roles, "
                        + "organisationClaim=organisation, organisationPrefix=, clientClaim=azp, roles={}]");
    }

    @Test
    void every_secret_that_is_made_is_used() throws Exception {
        String text = Files.readString(FOLDER.resolve("compose.axonserver.yaml"));

        assertThat(secrets()).allSatisfy(name -> assertThat(text).contains("${" + name + ":?"));
        assertThat(Files.readString(FOLDER.resolve("make-env.sh")))
                .contains(ComposeFile.of(text).content().at("/secrets/seal-key/file").asString().substring(2),
                        ComposeFile.of(text)
                                .content()
                                .at("/secrets/prometheus-client-secret/file")
                                .asString()
                                .substring(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            haproxy:3.2.13-alpine                  | haproxy:latest                 | proxy: not pinned: haproxy:latest
            "127.0.0.1:8180:8180"                  | "8180:8180"                    | keycloak: open to others: 8180:8180
            ./haproxy/haproxy.cfg:/                | ./haproxy/none.cfg:/           | proxy: does not exist: ./haproxy/none.cfg
            haproxy/haproxy.cfg:ro                 | haproxy/haproxy.cfg            | proxy: may be written: ./haproxy/haproxy.cfg
            no-new-privileges:true                 | seccomp:unconfined             | portfolio-1: may get new privileges
            cap_drop:                              | cap_add:                       | portfolio-1: has capabilities
            read_only: true                        | read_only: false               | portfolio-1: its root can be written
            /tmp:size                              | /var/tmp:size                  | portfolio-1: no folder for what is temporary
            stop_grace_period: 30s                 | stop_grace_period: 5s          | portfolio-1: is killed before requests are finished
            mem_limit: 768m                        | cpu_count: 1                   | portfolio-1: no mem_limit
            AXON_AXONSERVER_SERVERS:               | AXON_AXONSERVER_SERVER:        | portfolio-1: does not know AXON_AXONSERVER_SERVER
            SERVER_FORWARDHEADERSSTRATEGY: native  | SERVER_FORWARDHEADERSSTRATEGY: none | portfolio-1: does not believe the proxy
            PORTFOLIO_SECURITY_OIDC_ROLESCLAIM:    | PORTFOLIO_SECURITY_OIDC_ROLES_CLAIM: | portfolio-2: does not know PORTFOLIO_SECURITY_OIDC_ROLES_CLAIM
            ${GRAFANA_ADMIN_PASSWORD:?run          | admin # ${                     | grafana: a secret that is not the operator's: GF_SECURITY_ADMIN_PASSWORD
            ${GRAFANA_ADMIN_PASSWORD:              | ${GRAFANA_PASSWORD:            | nobody sets GRAFANA_PASSWORD
            ["CMD", "pg_isready"                   | ["CMD-SHELL", "pg_isready"     | postgres: health by a shell
            axonserver-ready:\\n        condition: service_completed | axonserver-ready:\\n        condition: service_healthy # | portfolio-1: waits for ever: axonserver-ready service_healthy
            restart: "no"                          | restart: always                | portfolio-1: waits for ever: axonserver-ready service_completed_successfully
            prometheus:\\n        condition         | prometheuz:\\n        condition | grafana: waits for nobody: prometheuz
            - grafana:/var/lib/grafana             | - other:/var/lib/grafana       | volumes used and declared:
            """)
    void every_rule_fails_where_it_is_broken(String right, String wrong, String complaint) throws Exception {
        String text = Files.readString(FOLDER.resolve("compose.axonserver.yaml"));
        String broken = text.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));

        assertThat(broken).isNotEqualTo(text);
        assertThat(rules().complaints(ComposeFile.of(broken))).anySatisfy(
                found -> assertThat(found).startsWith(complaint));
    }
}
