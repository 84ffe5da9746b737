package no.ehelse.portfolio.tiltak.view.series;

import java.util.List;
import no.ehelse.portfolio.index.Answered;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.tiltak.view.counts.Counts;
import org.jspecify.annotations.Nullable;

/** The answer to {@link CountSeries}: in the order that was asked. */
public record Series(List<At> points) {

    /** Copies the points. */
    public Series {
        points = List.copyOf(points);
    }

    /**
     * One point.
     *
     * @param round the round whose cut-off it is; null: it is that of none
     * @param total how many tiltak are counted
     * @param groups one per combination of keys that occurs; none where nothing was grouped by
     */
    public record At(@Nullable RoundId round, Answered asOf, int total, List<Counts.Group> groups) {

        /** Copies the groups. */
        public At {
            groups = List.copyOf(groups);
        }
    }
}
