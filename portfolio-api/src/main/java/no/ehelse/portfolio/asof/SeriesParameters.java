package no.ehelse.portfolio.asof;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import no.ehelse.portfolio.command.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that name several points in both times.
 *
 * @param step which days there is a point of; default the cut-offs of rounds
 * @param from the first day (valid time); default the cut-off of the first round
 * @param to the last day (valid time); by months default the end of this month, by rounds no end
 * @param knownAt recorded time of all points; default, and in the future: now
 * @param published each round as it was known at its last edition; rounds without one are left out
 */
public record SeriesParameters(
        @Parameter(description = "By the cut-offs of rounds, or by the last days of months. Default: round.",
                schema = @Schema(type = "string", allowableValues = {
                        "round", "month"},
                        defaultValue = "round")) @Nullable Step step,
        @Parameter(
                description = "No point before it: a day, a month (its first day), or the cut-off of a round. Default: "
                        + "the cut-off of the first round.",
                schema = @Schema(type = "string"), example = "2020-03") @Nullable FirstDay from,
        @Parameter(
                description = "No point after it: a day, a month (its last day), or the cut-off of a round. Default: "
                        + "by months the end of this month, by rounds no end.",
                schema = @Schema(type = "string"), example = "round:2022-06") @Nullable ValidDayOrRound to,
        @Parameter(description = "As it was known at that time: an instant, or a day (until its end). Default: now.",
                schema = @Schema(type = "string")) @Nullable KnownAt knownAt,
        @Parameter(description = "Each round as it was known at its last edition; unpublished rounds are left "
                + "out.") @Nullable Boolean published) {

    /** Which days a series has a point of. */
    public enum Step {
        /** The cut-offs of rounds. */
        ROUND,
        /** The last days of months. */
        MONTH;

        /**
         * The step of a text.
         *
         * @throws InvalidValue if there is none of that name
         */
        static Step of(String text) {
            return switch (text) {
                case "round" -> ROUND;
                case "month" -> MONTH;
                default -> throw new InvalidValue("step", "unknown-value", "step is one of round, month");
            };
        }
    }

    /** Refuses what contradicts itself. */
    public SeriesParameters {
        if (Boolean.TRUE.equals(published) && knownAt != null) {
            throw new InvalidValue("knownAt", "contradiction", "published and knownAt exclude each other");
        }
        if (Boolean.TRUE.equals(published) && step == Step.MONTH) {
            throw new InvalidValue("step", "contradiction", "a month is not published: published needs step=round");
        }
    }

    /** Whether it asks for what was published. */
    boolean asPublished() {
        return Boolean.TRUE.equals(published);
    }

    /** Whether it goes by months. */
    boolean byMonth() {
        return step == Step.MONTH;
    }
}
