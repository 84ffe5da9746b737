package no.ehelse.portfolio.tiltak.view.portfolio;

import java.util.List;
import no.ehelse.portfolio.index.Point;

/**
 * Asks for the tiltak that are in the portfolio at a point.
 *
 * @param sorting the order; within it, and without any, by number
 */
public record FindPortfolio(Point point, Filter filter, List<Sorting> sorting) {

    /** Copies the order. */
    public FindPortfolio {
        sorting = List.copyOf(sorting);
    }
}
