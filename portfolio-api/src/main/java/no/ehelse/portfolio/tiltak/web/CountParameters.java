package no.ehelse.portfolio.tiltak.web;

import java.util.Arrays;
import java.util.List;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.tiltak.view.portfolio.Dimension;

/**
 * What tiltak are counted by.
 *
 * @param by the dimensions, in the order of the groups' members; none: no groups
 */
public record CountParameters(List<String> by) {

    /** Refuses a dimension that does not exist or is there twice. */
    public CountParameters {
        by = List.copyOf(by);
        if (dimensions(by).stream().distinct().count() < by.size()) {
            throw new InvalidValue("by", "repeated", "by: each dimension is given once");
        }
    }

    /** The dimensions in their order. */
    List<Dimension> dimensions() {
        return dimensions(by);
    }

    private static List<Dimension> dimensions(List<String> by) {
        return by.stream()
                .map(member -> Dimension.named(member)
                        .orElseThrow(() -> new InvalidValue("by",
                                "unknown-value", "by is one of " + String.join(", ",
                                        Arrays.stream(Dimension.values()).map(Dimension::member).toList()))))
                .toList();
    }
}
