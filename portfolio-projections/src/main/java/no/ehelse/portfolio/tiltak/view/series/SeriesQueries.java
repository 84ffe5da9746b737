package no.ehelse.portfolio.tiltak.view.series;

import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.tiltak.view.counts.CountPortfolio;
import no.ehelse.portfolio.tiltak.view.counts.CountQueries;
import no.ehelse.portfolio.tiltak.view.counts.Counts;
import org.axonframework.queryhandling.QueryHandler;

/** Answers how many tiltak there are at several points, each as if it were asked alone. */
public final class SeriesQueries {

    private final CountQueries counts;

    /** Counts as everybody does. */
    public SeriesQueries(CountQueries counts) {
        this.counts = counts;
    }

    @QueryHandler
    Series handle(CountSeries query) {
        List<Series.At> points = new ArrayList<>();
        for (CountSeries.At at : query.points()) {
            Counts found = counts.count(new CountPortfolio(at.point(), query.by(), query.filter()));
            points.add(new Series.At(at.round(), found.asOf(), found.total(), found.groups()));
        }
        return new Series(points);
    }
}
