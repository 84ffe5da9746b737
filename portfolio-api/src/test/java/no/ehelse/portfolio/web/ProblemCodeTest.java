package no.ehelse.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.ehelse.portfolio.discovery.WithoutStore;
import org.junit.jupiter.api.Test;

/** The table of codes that other programs rely on. */
@WithoutStore
class ProblemCodeTest {

    private static final String CONTRACT = """
            400 invalid-request malformed-request
            401 unauthenticated
            403 forbidden
            404 not-found not-in-portfolio unknown-event unknown-organisation-id unknown-round unknown-tiltak
            405 method-not-allowed
            406 not-acceptable
            409 already-removed already-retracted concurrent-change idempotency-key-reused not-removed number-taken \
            organisation-exists read-model-incomplete round-exists round-not-closed round-not-open round-not-published
            412 stale-version
            413 payload-too-large
            415 unsupported-media-type
            422 after-cut-off after-removal before-registration import-rejected not-retractable reason-required \
            round-published successors-required too-far-in-future unknown-focus-area unknown-organisation
            429 too-many-requests
            500 internal-error
            503 event-store-unavailable read-model-behind
            """;

    @Test
    void codes_and_statuses_are_those_of_the_contract() {
        String table = Arrays.stream(ProblemCode.values())
                .map(ProblemCode::status)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(status -> status + " " + Arrays.stream(ProblemCode.values())
                        .filter(code -> code.status() == status)
                        .map(ProblemCode::code)
                        .sorted()
                        .collect(Collectors.joining(" ")) + "\n")
                .collect(Collectors.joining());

        assertThat(table).isEqualTo(CONTRACT);
        assertThat(ProblemCode.ROUND_NOT_OPEN.type()).isEqualTo("urn:problem:portfolio:round-not-open");
    }
}
