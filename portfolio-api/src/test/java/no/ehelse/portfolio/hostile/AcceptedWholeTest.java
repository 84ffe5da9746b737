package no.ehelse.portfolio.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import no.ehelse.portfolio.RunningPortfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is within every limit, though only just, is stored and read again whole, in both kinds of store. */
class AcceptedWholeTest {

    /** Of these, characters take more units, letters or escapes than most. */
    private static final List<String> WIDE = List.of("\uD83D\uDE00", "\u0130", "\"", "\\", "å");
    private static final int NAME = 300;
    private static final int COMMENT = 4000;

    @TempDir
    private Path folder;

    @Test
    void the_longest_texts_are_read_as_they_were_sent() throws IOException {
        try (RunningPortfolio portfolio = RunningPortfolio.on(folder)) {
            longestTexts(portfolio);
        }
    }

    private static void longestTexts(RunningPortfolio portfolio) throws IOException {
        try (Wire wire = new Wire(portfolio.port())) {
            for (int index = 0; index < WIDE.size(); index++) {
                String name = WIDE.get(index).repeat(NAME);
                String comment = WIDE.get(index).repeat(COMMENT);
                String id = "virksomhet-" + index;
                sent(wire, "/api/organisations", "{\"id\": %s, \"group\": \"OTHER\", \"name\": %s, \"aliases\": [%s]}",
                        id, name, name.substring(0, name.length() - 2));
                JsonNode answer = sent(wire, "/api/tiltak",
                        """
                        {"number": %d, "effectiveFrom": "2020-03-01", "organisation": %%s, "name": %%s, "comment": %%s}"""
                                .formatted(index + 1),
                        name, name, comment);

                JsonNode organisation = read(wire, "/api/organisations/" + id);
                assertThat(organisation.get("name").asString()).isEqualTo(name);
                assertThat(organisation.get("aliases").get(0).asString())
                        .isEqualTo(name.substring(0, name.length() - 2));
                JsonNode entry = read(wire, "/api/tiltak/" + (index + 1) + "/history?minPosition="
                        + answer.get("position").asLong()).get("entries").get(0);
                assertThat(entry.get("comment").asString()).isEqualTo(comment);
                assertThat(entry.get("source").asString()).isEqualTo("Ålesund \uD83D\uDE00");
                assertThat(read(wire, "/api/tiltak/" + (index + 1)).get("name").asString()).isEqualTo(name);
            }
            assertThat(portfolio.get("/api/admin/dead-letters").body()).isEqualTo("{\"deadLetters\":[]}");
        }
    }

    /** Also with a source that is not ASCII, and asked to answer in a charset that there is not. */
    private static JsonNode sent(Wire wire, String address, String body, String... texts) throws IOException {
        Object[] quoted = List.of(texts).stream().map(HostileValues::quoted).toArray();
        WireAnswer answer = wire.exchange(WireRequest.of("POST", address)
                .header("Authorization", RunningPortfolio.OFFICE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json;charset=utf-16")
                .header("Portfolio-Source", new String("Ålesund \uD83D\uDE00".getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1))
                .text(body.formatted(quoted)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode read(Wire wire, String address) throws IOException {
        WireAnswer answer =
                wire.exchange(WireRequest.of("GET", address).header("Authorization", RunningPortfolio.OFFICE));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
