package no.ehelse.portfolio.round.view.reporting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/**
 * A round and who reported in it; every list of numbers is in ascending order.
 *
 * @param reported the tiltak with a report, or a registration naming the round, that is not retracted
 * @param confirmed those of them whose reports changed nothing
 * @param late the tiltak with an entry in the round that was recorded after it was closed
 * @param notReported those expected (present on the cut-off and not FINISHED) that did not report
 * @param corrections the events since the last publication that touch days up to the cut-off, in stream order
 */
public record Reporting(@JsonUnwrapped RoundSummary round, List<TiltakNumber> reported, List<TiltakNumber> confirmed,
        List<TiltakNumber> late, List<TiltakNumber> notReported, List<String> corrections) {

    /** Copies the lists. */
    public Reporting {
        reported = List.copyOf(reported);
        confirmed = List.copyOf(confirmed);
        late = List.copyOf(late);
        notReported = List.copyOf(notReported);
        corrections = List.copyOf(corrections);
    }
}
