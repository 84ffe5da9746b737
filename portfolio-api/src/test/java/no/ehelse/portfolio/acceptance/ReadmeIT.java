package no.ehelse.portfolio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.ehelse.portfolio.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests of the README, sent as they stand there, answer as it says. */
class ReadmeIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EXAMPLE = Pattern.compile("```sh\\R(curl [^`]*)\\R```\\R\\R```json\\R([^`]*)\\R```");
    private static final Pattern DIGEST =
            Pattern.compile("```sh\\R(curl [^`]*) \\| sha256sum\\R```\\R\\R```\\R([0-9a-f]{64})");
    private static final Pattern ADDRESS = Pattern.compile("'http://localhost:8080(/[^']*)'");
    private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ([^']+)'");
    private static final Pattern BODY = Pattern.compile("-d '([^']+)'");

    /** What differs from run to run; positions too, where others have events in the same context. */
    private static final Set<String> OF_THE_RUN = TestStores.isAxonServer()
            ? Set.of("knownAt", "recordedAt", "event", "position")
            : Set.of("knownAt", "recordedAt", "event");

    @TempDir
    private Path folder;

    /** A request of the README and its answer. */
    private record Example(String curl, JsonNode answer) {}

    @Test
    void every_shown_request_gets_the_shown_answer() throws Exception {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("..", "README.md")));
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), JSON.readTree(matcher.group(2))));
        }
        assertThat(examples).hasSize(8);
        try (Service service = Service.start(folder.resolve("data"), "--portfolio.sample-data=true")) {
            for (Example example : examples) {
                Service.Answer answer = service.send(request(service, example.curl()));
                assertThat(answer.status()).as(example.curl()).isEqualTo(200);
                assertThat(lasting(answer.json())).as(example.curl()).isEqualTo(lasting(example.answer()));
            }
            Matcher digest = DIGEST.matcher(Files.readString(Path.of("..", "README.md")));
            assertThat(digest.find()).isTrue();
            byte[] bytes = service.send(request(service, digest.group(1))).response().body();
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(digest.group(2));
        }
    }

    private static HttpRequest request(Service service, String curl) {
        boolean signedIn = curl.contains("-u \"office:");
        HttpRequest.Builder request = signedIn ? service.request(found(ADDRESS, curl))
                : service.anonymous(found(ADDRESS, curl));
        Matcher headers = HEADER.matcher(curl);
        while (headers.find()) {
            request.header(headers.group(1), headers.group(2));
        }
        if (curl.contains("-X POST")) {
            request.POST(HttpRequest.BodyPublishers.ofString(found(BODY, curl)));
        }
        return request.build();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static JsonNode lasting(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            OF_THE_RUN.forEach(object::remove);
            object.forEach(ReadmeIT::lasting);
        } else if (answer instanceof ArrayNode array) {
            array.forEach(ReadmeIT::lasting);
        }
        return answer;
    }
}
