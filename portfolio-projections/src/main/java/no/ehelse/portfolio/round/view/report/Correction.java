package no.ehelse.portfolio.round.view.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.changes.ValueChange;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was recorded after a publication and touches what it was about; null where the entry has no such thing.
 *
 * @param event the event's identifier
 * @param position its place in the stream
 * @param number the tiltak it happened to; null: it happened to a round
 * @param name the tiltak's name on the cut-off, as known then; of a round its name
 * @param type the event's name, such as {@code StatusReported}
 * @param effectiveFrom from which day it holds (valid time)
 * @param recordedAt recorded time
 * @param changes what it changed on its effective day, as known just before and after
 * @param retracts the identifier of the entry that it retracts
 * @param figures the figures of the report that it changes, as known just before and after; none: it changes none
 */
public record Correction(String event, long position, @Nullable TiltakNumber number, @Nullable String name, String type,
        @Nullable LocalDate effectiveFrom, Instant recordedAt, @Nullable String comment, List<ValueChange> changes,
        @Nullable String retracts, List<FigureChange> figures) {

    /** Copies the lists. */
    public Correction {
        changes = List.copyOf(changes);
        figures = List.copyOf(figures);
    }
}
