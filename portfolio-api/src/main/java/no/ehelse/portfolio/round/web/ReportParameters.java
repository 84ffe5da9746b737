package no.ehelse.portfolio.round.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import no.ehelse.portfolio.asof.AsOfParameters;
import no.ehelse.portfolio.asof.KnownAt;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * As known when a round's report is wanted.
 *
 * @param knownAt recorded time; default, and in the future: now
 * @param published what was known when the round was published
 * @param edition of the publication; default the last
 * @param minPosition wait until the read model has read that far
 */
public record ReportParameters(
        @Parameter(description = "As it was known at that time: an instant, or a day (until its end). Default: now.",
                schema = @Schema(type = "string")) @Nullable KnownAt knownAt,
        @Parameter(
                description = "As it was published: the bytes whose SHA-256 the publication carries.") @Nullable Boolean published,
        @Parameter(description = "With published: an earlier edition. Default: the last.") @Nullable Integer edition,
        @Parameter(description = "Wait until the read model has read that far.") @Nullable Long minPosition) {

    /** Refuses what contradicts itself. */
    public ReportParameters {
        AsOfParameters unused = new AsOfParameters(null, anyRound(), knownAt, published, edition, minPosition);
    }

    /** The same question about a round's cut-off day. */
    AsOfParameters of(RoundId round) {
        return new AsOfParameters(null, round, knownAt, published, edition, minPosition);
    }

    /** Whether it asks for what was published. */
    boolean asPublished() {
        return Boolean.TRUE.equals(published);
    }

    /** Of which round does not matter for what contradicts itself; no constant, or it would be described as a parameter. */
    private static RoundId anyRound() {
        return new RoundId("2000-01");
    }
}
