package no.ehelse.portfolio.round.view.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.index.Track;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.round.view.PrintedFigure;
import no.ehelse.portfolio.round.view.RoundTables;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.tiltak.Attribute;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.tiltak.view.TiltakEntry;
import no.ehelse.portfolio.tiltak.view.TiltakVersion;
import no.ehelse.portfolio.tiltak.view.changes.ValueChange;
import org.jspecify.annotations.Nullable;

/**
 * A report on its way from an edition to the present: it meets, in stream order, every entry that may change it, and
 * remembers which figures each one changed. Between two of them nothing changes it, so each is compared with the one before.
 */
final class CorrectedReport {

    private final RoundView round;
    private final Snapshot snapshot;
    private final Figures published;
    private final List<Correction> corrections = new ArrayList<>();
    private RoundRecord record;
    private Figures figures;

    /**
     * A report as it was published.
     *
     * @param record what was recorded in the round's name up to the edition
     */
    CorrectedReport(RoundView round, long position, Snapshot snapshot, RoundRecord record) {
        this.round = round;
        this.snapshot = snapshot;
        this.record = record;
        this.figures = figuresAt(position);
        this.published = figures;
    }

    private Figures figuresAt(long position) {
        return Figures.of(StatusReports.of(round, null, position, snapshot, record));
    }

    private List<FigureChange> changesUpTo(long position) {
        Figures before = figures;
        figures = figuresAt(position);
        return before.changesTo(figures);
    }

    /** An entry of a tiltak; it is a correction if it touches days up to the cut-off, or else if it changes a figure. */
    void meets(TiltakEntry entry) {
        boolean touches = !entry.changedOn().isAfter(round.cutOff());
        if (!touches && !record.concerns(entry, round.round())) {
            return;
        }
        record = record.with(entry, round.round());
        List<FigureChange> changed = changesUpTo(entry.envelope().position());
        if (touches || !changed.isEmpty()) {
            TiltakNumber number = entry.event().number();
            corrections.add(correction(entry.envelope(), number, nameOf(number, entry.envelope().position()),
                    entry.effective() == null ? null : entry.effective().occasion().effectiveFrom(), entry.comment(),
                    entry.effect().changes(), entry.retracts(), changed));
        }
    }

    /** A figure of this round as it was printed. */
    void meets(RoundTables.Entry entry, PrintedFigure figure) {
        record = record.with(figure);
        corrections.add(correction(entry.event(), null, round.name(), null, entry.comment(), entry.changes(), null,
                changesUpTo(figure.position())));
    }

    /** Another round that was opened, with a cut-off before that of this one: it may be what this one is compared with. */
    void meets(RoundTables.Entry entry, RoundView opened) {
        List<FigureChange> changed = changesUpTo(opened.openedPosition());
        if (!changed.isEmpty()) {
            corrections.add(correction(entry.event(), null, opened.name(), opened.cutOff(), entry.comment(),
                    entry.changes(), null, changed));
        }
    }

    private static Correction correction(Envelope event, @Nullable TiltakNumber number, @Nullable String name,
            @Nullable LocalDate effectiveFrom, @Nullable String comment, List<Change> changes,
            @Nullable String retracts, List<FigureChange> changed) {
        return new Correction(event.eventId(), event.position(), number, name, event.type(), effectiveFrom,
                event.recordedAt(), comment, changes.stream().map(ValueChange::of).toList(), retracts, changed);
    }

    /** The name on the cut-off; null: on that day it had none. */
    private @Nullable String nameOf(TiltakNumber number, long position) {
        Track track = snapshot.track(number).orElseThrow();
        TiltakVersion version = track.at(new Point(round.cutOff(), position, null));
        return version == null ? null : version.get(Attribute.NAME);
    }

    List<Correction> corrections() {
        return Collections.unmodifiableList(corrections);
    }

    /** How the figures that were published differ from those after all that was met. */
    List<FigureChange> differences() {
        return published.changesTo(figures);
    }
}
