package no.ehelse.portfolio.tiltak.view.series;

import java.util.List;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.view.portfolio.Dimension;
import no.ehelse.portfolio.tiltak.view.portfolio.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Asks how many tiltak there are at several points.
 *
 * @param by what they are grouped by, in that order; none: no groups
 * @param filter which of them are counted
 */
public record CountSeries(List<At> points, List<Dimension> by, Filter filter) {

    /**
     * One point.
     *
     * @param round the round whose cut-off it is; null: it is that of none
     */
    public record At(@Nullable RoundId round, Point point) {}

    /** Copies the lists. */
    public CountSeries {
        points = List.copyOf(points);
        by = List.copyOf(by);
    }
}
