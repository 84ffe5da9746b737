package no.ehelse.portfolio.tiltak.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import no.ehelse.portfolio.asof.KnownAt;
import no.ehelse.portfolio.asof.ValidDayOrRound;
import org.jspecify.annotations.Nullable;

/**
 * Between which two points in both times the portfolio is compared.
 *
 * @param from the first day (valid time)
 * @param to the second day (valid time)
 * @param fromKnownAt recorded time of the first point; default now
 * @param toKnownAt recorded time of the second point; default now
 */
public record ChangeParameters(
        @Parameter(required = true, description = "A day, a month (its last day), or the cut-off of a round.",
                schema = @Schema(type = "string"), example = "round:2020-10") ValidDayOrRound from,
        @Parameter(required = true, description = "A day, a month (its last day), or the cut-off of a round.",
                schema = @Schema(type = "string"), example = "round:2022-06") ValidDayOrRound to,
        @Parameter(description = "The first point as it was known then. Default: now.",
                schema = @Schema(type = "string")) @Nullable KnownAt fromKnownAt,
        @Parameter(description = "The second point as it was known then. Default: now.",
                schema = @Schema(type = "string")) @Nullable KnownAt toKnownAt) {}
