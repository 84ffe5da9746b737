package no.ehelse.portfolio.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer.
 *
 * @param status 0: the connection was closed without one
 * @param headers by their names in lower case
 * @param body each character is one byte
 */
record WireAnswer(int status, Map<String, List<String>> headers, String body) {

    private static final int OK = 200;
    private static final int NOT_OK = 300;

    /** The connection was closed without an answer. */
    static final WireAnswer NONE = new WireAnswer(0, Map.of(), "");

    boolean isSuccess() {
        return status >= OK && status < NOT_OK;
    }

    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The body as JSON; a missing node where it is none. */
    JsonNode json() {
        try {
            return JsonMapper.shared().readTree(bytes());
        } catch (JacksonException none) {
            return JsonMapper.shared().missingNode();
        }
    }
}
