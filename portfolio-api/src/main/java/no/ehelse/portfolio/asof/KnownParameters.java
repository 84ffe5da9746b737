package no.ehelse.portfolio.asof;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that name a recorded time only.
 *
 * @param knownAt recorded time; default, and in the future: now
 * @param minPosition wait until the read model has read that far
 */
public record KnownParameters(
        @Parameter(description = "As it was known at that time: an instant, or a day (until its end). Default: now.",
                schema = @Schema(type = "string")) @Nullable KnownAt knownAt,
        @Parameter(description = "Wait until the read model has read that far.") @Nullable Long minPosition) {}
