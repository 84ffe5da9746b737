package no.ehelse.portfolio.asof;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that name a point in both times.
 *
 * @param at the day (valid time); default today
 * @param round instead of {@code at}: its cut-off day
 * @param knownAt recorded time; default, and in the future: now
 * @param published what was known when the round was published
 * @param edition of the publication; default the last
 * @param minPosition wait until the read model has read that far
 */
public record AsOfParameters(
        @Parameter(description = "The day on which it holds: a day, or a month (its last day). Default: today.",
                schema = @Schema(type = "string"), example = "2020-10-09") @Nullable ValidDay at,
        @Parameter(description = "Instead of at: the cut-off day of this round.",
                schema = @Schema(type = "string")) @Nullable RoundId round,
        @Parameter(description = "As it was known at that time: an instant, or a day (until its end). Default: now.",
                schema = @Schema(type = "string")) @Nullable KnownAt knownAt,
        @Parameter(
                description = "With round: as it was known when the round was published.") @Nullable Boolean published,
        @Parameter(description = "With published: an earlier edition. Default: the last.") @Nullable Integer edition,
        @Parameter(description = "Wait until the read model has read that far.") @Nullable Long minPosition) {

    /** Refuses what contradicts itself. */
    public AsOfParameters {
        boolean asPublished = Boolean.TRUE.equals(published);
        if (at != null && round != null) {
            throw new InvalidValue("at", "contradiction", "at and round exclude each other");
        }
        if (asPublished && round == null) {
            throw new InvalidValue("published", "contradiction", "published needs round");
        }
        if (asPublished && knownAt != null) {
            throw new InvalidValue("knownAt", "contradiction", "published and knownAt exclude each other");
        }
        if (edition != null && !asPublished) {
            throw new InvalidValue("edition", "contradiction", "edition needs published=true");
        }
        if (edition != null && edition < 1) {
            throw new InvalidValue("edition", "out-of-range", "edition is at least 1");
        }
    }

    /** Whether it asks for what was published. */
    boolean asPublished() {
        return Boolean.TRUE.equals(published);
    }
}
