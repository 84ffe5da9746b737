package no.ehelse.portfolio.tiltak.view.counts;

import java.util.List;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.tiltak.view.portfolio.Dimension;
import no.ehelse.portfolio.tiltak.view.portfolio.Filter;

/**
 * Asks how many tiltak there are at a point.
 *
 * @param by what they are grouped by, in that order; none: no groups
 * @param filter which of them are counted
 */
public record CountPortfolio(Point point, List<Dimension> by, Filter filter) {

    /** Copies the dimensions. */
    public CountPortfolio {
        by = List.copyOf(by);
    }
}
