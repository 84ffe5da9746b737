package no.ehelse.portfolio.tiltak.view.portfolio;

import java.util.List;
import no.ehelse.portfolio.index.Answered;

/**
 * The answer to {@link FindPortfolio}.
 *
 * @param position the stream position up to which it is known
 * @param total how many tiltak there are in it
 */
public record Portfolio(Answered asOf, long position, int total, List<TiltakView> tiltak) {

    /** Copies the list. */
    public Portfolio {
        tiltak = List.copyOf(tiltak);
    }
}
