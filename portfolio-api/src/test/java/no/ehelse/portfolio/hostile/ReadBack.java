package no.ehelse.portfolio.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.RunningPortfolio;
import no.ehelse.portfolio.hostile.ApiOperations.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether what was accepted is there as it was sent, however odd its texts are. */
final class ReadBack {

    private static final int UNAVAILABLE = 503;
    private static final int PATIENCE = 5;

    private final Wire wire;

    ReadBack(Wire wire) {
        this.wire = wire;
    }

    /**
     * What is not there as it was sent.
     *
     * @return null: nothing
     */
    @Nullable String of(Operation operation, WireRequest sent, WireAnswer answer) throws IOException {
        boolean json = sent.headers().stream().anyMatch(line -> line.startsWith("Content-Type: application/json"));
        if (operation.isReading() || !json || !sent.method().equals("POST")
                || answer.json().path("version").isMissingNode()) {
            return null;
        }
        String text = new String(sent.bodyBytes(), StandardCharsets.UTF_8);
        JsonNode body = JsonMapper.shared().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (operation.path().startsWith("/api/tiltak")) {
            return tiltak(body, answer.json());
        }
        if (operation.path().equals("/api/rounds")) {
            return named(body, read("/api/rounds/" + answer.json().get("round").asString()));
        }
        if (operation.path().equals("/api/organisations")) {
            return named(body, read("/api/organisations/" + answer.json().get("id").asString()));
        }
        return null;
    }

    private static @Nullable String named(JsonNode sent, JsonNode found) {
        return found.has("name") ? differing(sent, "name", found.path("name"))
                : "is answered " + shortened(found.toString());
    }

    private @Nullable String tiltak(JsonNode body, JsonNode answer) throws IOException {
        JsonNode history = read("/api/tiltak/" + answer.get("number").asInt() + "/history?minPosition="
                + answer.get("position").asLong());
        for (JsonNode entry : history.path("entries")) {
            if (entry.get("sequence").asLong() == answer.get("version").asLong()) {
                return entry(body, entry);
            }
        }
        return "no entry of that version: " + shortened(history.toString());
    }

    private static @Nullable String entry(JsonNode body, JsonNode entry) {
        List<@Nullable String> differing = new ArrayList<>();
        differing.add(differing(body, "comment", entry.path("comment")));
        differing.add(differing(body.path("comments"), "status", entry.path("comments").path("status")));
        differing.add(differing(body.path("comments"), "risk", entry.path("comments").path("risk")));
        for (JsonNode change : entry.path("changes")) {
            if (change.path("attribute").asString().equals("name")) {
                differing.add(differing(body, "name", change.path("after")));
            }
        }
        return differing.stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String differing(JsonNode sent, String member, JsonNode stored) {
        if (!sent.path(member).isString()) {
            return null;
        }
        String expected = stripped(sent.get(member).asString());
        String found = stored.isString() ? stored.asString() : "";
        return expected.equals(found) ? null : member + " was " + shortened(expected) + ", and is " + shortened(found);
    }

    /** As texts are taken: without space around, and nothing where there is nothing to see. */
    private static String stripped(String text) {
        boolean seen = text.codePoints()
                .anyMatch(point -> !isSpace(point) && Character.getType(point) != Character.FORMAT);
        int from = 0;
        int to = seen ? text.length() : 0;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /** Asks again where it is told to: while a backup is made, the read model stands still for some seconds. */
    private JsonNode read(String address) throws IOException {
        WireRequest request = WireRequest.of("GET", address).header("Authorization", RunningPortfolio.OFFICE);
        WireAnswer answer = wire.exchange(request);
        for (int again = 0; again < PATIENCE && answer.status() == UNAVAILABLE; again++) {
            answer = wire.exchange(request); // which waits for the read model itself
        }
        return answer.json();
    }
}
