package no.ehelse.portfolio.tiltak.view;

import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.tiltak.TiltakNumber;

/**
 * What one event makes of the versions of its tiltak.
 *
 * @param closed the first days of the versions that are no longer known to hold
 * @param opened the versions that hold in their place
 */
public record TiltakChange(TiltakNumber number, Envelope event, List<LocalDate> closed, List<TiltakVersion> opened) {

    /** Copies the lists. */
    public TiltakChange {
        closed = List.copyOf(closed);
        opened = List.copyOf(opened);
    }
}
