package no.ehelse.portfolio.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.ehelse.portfolio.discovery.WithoutStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form is a promise to people who check it with programs of their own. */
@WithoutStore
class CanonicalFormTest {

    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private static StoredEvent event(@Nullable String revision, String recordedAt, String payload,
            @Nullable String metaData) {
        return new StoredEvent(7, "e", "tiltak:1", 3, "T", revision, recordedAt,
                StoredText.of(payload.getBytes(StandardCharsets.UTF_8)),
                metaData == null ? null : StoredText.of(metaData.getBytes(StandardCharsets.UTF_8)));
    }

    private static String form(StoredEvent event) {
        return CanonicalForm.of(event).text();
    }

    @Test
    void the_example_of_the_definition_is_the_form_of_its_event() throws IOException {
        StoredEvent event = new StoredEvent(124, "5a023ce3-618e-44e3-993c-c9a7ee3182a1", "tiltak:125", 1,
                "no.ehelse.portfolio.tiltak.TiltakEvent$StatusReported", "1", "2020-10-28T07:40:00.123Z",
                StoredText.of("""
                        {"number":125,"occasion":{"effectiveFrom":"2020-10-09","comment":null,"round":null,\
                        "correction":false},"status":"RED"}""".getBytes(StandardCharsets.UTF_8)),
                StoredText.of("{\"seal\":\"x\",\"source\":\"api\"}".getBytes(StandardCharsets.UTF_8)));

        assertThat(Files.readString(Path.of("..", "docs", "verify", "README.md")))
                .contains("```\n" + form(event) + "```\n");
        assertThat(CanonicalForm.of(event).seal()).isEqualTo("x");
    }

    @Test
    void every_kind_of_value_has_one_line_of_its_own() {
        assertThat(form(event("1", "2020-01-01T00:00:00Z", "a\\b\nc\r", "{\"æ\":\"1\",\"b\\n\":\"\\\\\",\"a\":\"\"}")))
                .isEqualTo("""
                        event e
                        aggregate tiltak:1
                        sequence 3
                        type T
                        revision 1
                        timestamp 1577836800000
                        payload a\\\\b\\nc\r
                        key a
                        value\s
                        key b\\n
                        value \\\\
                        key æ
                        value 1
                        """);
        assertThat(form(event(null, "soon", "", null))).endsWith("revision\ntimestamp-text soon\npayload \n");
        assertThat(form(event("", "2020-01-01T00:00:00.0001Z", "", "{}")))
                .endsWith("revision \ntimestamp-text 2020-01-01T00:00:00.0001Z\npayload \n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"a\":1}", "{\"a\":null}", "{\"a\":\"1\",\"a\":\"1\"}", "{} {}",
            "{\"a\":\"\\ud800\"}", "{\"a\":\"b\"", "{\"a\":\"b\",}"})
    void metadata_that_is_not_pairs_of_texts_stands_as_it_is_stored(String metaData) {
        assertThat(form(event("1", "2020-01-01T00:00:00Z", "{}", metaData)))
                .endsWith("payload {}\nmetadata-text " + metaData.replace("\\", "\\\\") + "\n");
        assertThat(CanonicalForm.of(event("1", "2020-01-01T00:00:00Z", "{}", metaData)).seal()).isNull();
    }

    @Test
    void bytes_that_are_no_text_stand_in_base64() {
        StoredEvent event = new StoredEvent(7, "e", "a", 3, "T", "1", "2020-01-01T00:00:00Z",
                StoredText.of(new byte[] {(byte) 0xff, 0}), StoredText.of(new byte[] {(byte) 0xc3}));

        assertThat(form(event)).endsWith("payload-base64 /wA=\nmetadata-base64 ww==\n");
    }

    @Test
    void the_form_before_storing_is_that_after_storing_and_metadata_is_texts() {
        StoredText payload = StoredText.of("{}".getBytes(StandardCharsets.UTF_8));

        assertThat(CanonicalForm.of("e", "tiltak:1", 3, "T", "1", 1577836800000L, payload, Map.of("b", "ø", "a", "\n")))
                .isEqualTo(CanonicalForm
                        .of(event("1", "2020-01-01T00:00:00Z", "{}", "{\"b\":\"\\u00f8\", \"a\":\"\\n\"}")));
        assertThatIllegalArgumentException().isThrownBy(
                () -> CanonicalForm.of("e", "tiltak:1", 3, "T", "1", 0, payload, Map.of("a", 1)))
                .withMessage("the metadata a of an event is no text");
    }

    /** Computed with {@code sha256sum} and {@code openssl dgst -sha256 -mac HMAC}, not with this service. */
    @Test
    void hashes_and_seals_are_those_that_other_programs_compute() {
        StoredEvent event = event("1", "2020-01-01T00:00:00Z", "{}", null);
        CanonicalForm form = CanonicalForm.of(event);
        Heads heads = new Heads();
        heads.add(event, form);
        SealKeys keys = new SealKeys(List.of(KEY));

        assertThat(heads.of("tiltak:1"))
                .isEqualTo(new Heads.Head(3, "46cde293d553192603e061431e8611cd78d9dcfbed2f376b6ad0d4a7b6d14e21"));
        assertThat(heads.digest()).isEqualTo("6a47d9933f3c4acdd22eff9fd0204b442bf1bc9f9e75e5ae64a70688b79a66be");
        assertThat(keys.seal(42, form).text())
                .isEqualTo("ded0cd24:42:fa8671658ad1f7b92db7ca30b996d4d6eaf46d54ff3093c1467b08896561f16a");
    }

    @Test
    void a_seal_is_good_for_its_event_at_its_place_only() {
        CanonicalForm form = CanonicalForm.of(event("1", "2020-01-01T00:00:00Z", "{}", null));
        SealKeys keys = new SealKeys(List.of(KEY));
        Seal seal = keys.seal(42, form);

        assertThat(Seal.parse(seal.text())).isEqualTo(seal);
        assertThat(keys.check(seal, form)).isEqualTo(SealKeys.Check.FITS);
        assertThat(keys.check(new Seal(seal.key(), 43, seal.mac()), form)).isEqualTo(SealKeys.Check.BROKEN);
        assertThat(keys.check(seal, CanonicalForm.of(event("2", "2020-01-01T00:00:00Z", "{}", null))))
                .isEqualTo(SealKeys.Check.BROKEN);
        assertThat(new SealKeys(List.of(KEY.replace('0', 'f'))).check(seal, form))
                .isEqualTo(SealKeys.Check.UNKNOWN_KEY);
        assertThat(new SealKeys(List.of(KEY, KEY.replace('0', 'f'))).check(seal, form))
                .isEqualTo(SealKeys.Check.FITS);
    }
}
