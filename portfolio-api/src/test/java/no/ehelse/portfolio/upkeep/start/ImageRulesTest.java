package no.ehelse.portfolio.upkeep.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.ehelse.portfolio.discovery.WithoutStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithoutStore
class ImageRulesTest {

    private static final Path ROOT = Path.of("..");

    private String dockerfile = "";
    private String ignore = "";

    @BeforeEach
    void read() throws IOException {
        dockerfile = Files.readString(ROOT.resolve("docker/Dockerfile"));
        ignore = Files.readString(ROOT.resolve("docker/Dockerfile.dockerignore"));
    }

    private static ImageRules rules() throws IOException, ClassNotFoundException {
        return new ImageRules(ROOT, new KnownSettings());
    }

    @Test
    void image_is_pinned_runs_without_a_shell_as_nobody_and_may_write_nothing_of_its_own() throws Exception {
        assertThat(rules().complaints(ImageDefinition.of(dockerfile), ignore)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ARG JAVA=eclipse-temurin:25.0.3_9-jre-noble | ARG JAVA=eclipse-temurin:25         | not pinned: eclipse-temurin:25
            ARG JAVA=eclipse-temurin:25.0.3_9-jre-noble | ARG JAVA=eclipse-temurin            | not pinned: eclipse-temurin
            USER 10001:10001                            | USER portfolio                      | not a number of an ordinary user: portfolio
            USER 10001:10001                            | USER 0:0                            | not a number of an ordinary user: 0:0
            USER 10001:10001                            | EXPOSE 1                            | not one USER
            EXPOSE 8080                                 | RUN ["rm", "x"]                     | RUN after USER
            EXPOSE 8080                                 | ADD https://example.no/agent.jar ./ | fetches: ADD https://example.no/agent.jar ./
            CMD ["env",                                 | CMD env                             | needs a shell: HEALTHCHECK --interval=10s --timeout=5s --start-period=30m --retries=3      CMD env
            ENTRYPOINT [                                | ENTRYPOINT java [                   | needs a shell: ENTRYPOINT java [
            COPY --chown=0:0 docker/java.options        | COPY docker/java.options            | may be the user's own: COPY docker/java.options java.options
            COPY docker/java.options java.options       | COPY docker/none java.options       | does not exist: docker/none
            COPY docker/java.options java.options       | COPY docker/README.md java.options  | is kept out by Dockerfile.dockerignore: docker/README.md
            PORTFOLIO_DATADIR=                         | PORTFOLIO_DATA_DIR=              | unknown: PORTFOLIO_DATA_DIR
            """)
    void every_rule_fails_where_it_is_broken(String right, String wrong, String complaint) throws Exception {
        String broken = dockerfile.replace(right, wrong);

        assertThat(broken).isNotEqualTo(dockerfile);
        assertThat(rules().complaints(ImageDefinition.of(broken), ignore)).anySatisfy(
                found -> assertThat(found).startsWith(complaint));
    }
}
