package no.ehelse.portfolio.tiltak.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.tiltak.view.portfolio.Sorting;
import org.jspecify.annotations.Nullable;

/**
 * In which order and format tiltak are listed.
 *
 * @param sort members, separated by commas, descending behind a hyphen; default by number
 * @param format {@code json}, {@code csv} or {@code xlsx}; default what the request accepts
 */
public record ListParameters(
        @Parameter(description = "Members, separated by commas, descending behind a hyphen. Default: number.",
                example = "status,-name") @Nullable String sort,
        @Parameter(description = "Default: what the request accepts.",
                schema = @Schema(type = "string", allowableValues = {
                        "json", "csv", "xlsx"})) @Nullable String format) {

    /** Refuses an order that does not exist. */
    public ListParameters {
        sorting(sort);
    }

    /** The order, step by step. */
    List<Sorting> sorting() {
        return sorting(sort);
    }

    private static List<Sorting> sorting(@Nullable String sort) {
        List<Sorting> steps = new ArrayList<>();
        for (String step : sort == null ? new String[0] : sort.split(",", -1)) {
            boolean descending = step.startsWith("-");
            String member = descending ? step.substring(1) : step;
            steps.add(new Sorting(Sorting.Member.named(member)
                    .orElseThrow(
                            () -> new InvalidValue("sort", "unknown-value",
                                    "sort: there is no member \"" + member + "\"")),
                    descending));
        }
        return steps;
    }
}
