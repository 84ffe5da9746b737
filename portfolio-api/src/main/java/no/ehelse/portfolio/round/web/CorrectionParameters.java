package no.ehelse.portfolio.round.web;

import io.swagger.v3.oas.annotations.Parameter;
import no.ehelse.portfolio.asof.AsOfParameters;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * Of which edition the corrections are wanted.
 *
 * @param edition default the last
 * @param minPosition wait until the read model has read that far
 */
public record CorrectionParameters(
        @Parameter(description = "The published edition. Default: the last.") @Nullable Integer edition,
        @Parameter(description = "Wait until the read model has read that far.") @Nullable Long minPosition) {

    /** Refuses an edition that cannot be. */
    public CorrectionParameters {
        AsOfParameters unused = new AsOfParameters(null, anyRound(), null, true, edition, minPosition);
    }

    /** The edition as it was published. */
    AsOfParameters published(RoundId round) {
        return new AsOfParameters(null, round, null, true, edition, minPosition);
    }

    /** The round as it is known now. */
    AsOfParameters present(RoundId round) {
        return new AsOfParameters(null, round, null, null, null, minPosition);
    }

    /** Of which round does not matter for what contradicts itself; no constant, or it would be described as a parameter. */
    private static RoundId anyRound() {
        return new RoundId("2000-01");
    }
}
