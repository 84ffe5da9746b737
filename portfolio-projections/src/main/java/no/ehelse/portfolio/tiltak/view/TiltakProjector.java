package no.ehelse.portfolio.tiltak.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.projection.Batch;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.round.view.KnownRounds;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakHistory.Period;

/**
 * Keeps the tables of tiltak: takes the time line of a tiltak before and after an event, closes the versions that are in
 * the first only, and opens those that are in the second only.
 */
public final class TiltakProjector {

    private final TiltakTables tables;
    private final TiltakHistories histories;
    private final KnownRounds rounds;

    /** Projects into tables. */
    public TiltakProjector(TiltakTables tables, TiltakHistories histories, KnownRounds rounds) {
        this.tables = tables;
        this.histories = histories;
        this.rounds = rounds;
    }

    /** Gathers in a batch what an event makes of the tables; nothing where they have it. */
    public void project(TiltakEvent event, Batch batch, Envelope envelope) {
        TiltakHistories.Known before = histories.before(event.number(), envelope.sequence());
        if (isProjected(envelope, before.history())) {
            return;
        }
        TiltakHistories.Known after = before.with(new TiltakHistory.Entry(
                envelope.eventId(), envelope.sequence(), envelope.recordedAt(), null, event));
        TiltakEvent about = event instanceof EntryRetracted retracted ? retracted(before.history(), retracted) : event;
        batch.part(TiltakChanges.class, () -> new TiltakChanges(tables))
                .add(entry(event, about, envelope, before.history(), after.history()),
                        change(event, envelope, before.periods(), after.periods()),
                        BudgetChange.between(event.number(), envelope, TiltakEvent.factsOf(about), before.history(),
                                after.history()));
        histories.put(event.number(), after);
    }

    /**
     * Whether an event is in the tables.
     *
     * @throws IllegalStateException if another one is in its place, or one before it is missing
     */
    private static boolean isProjected(Envelope envelope, TiltakHistory history) {
        if (envelope.sequence() > history.version() + 1) {
            throw new IllegalStateException(
                    "event " + envelope.eventId() + " comes after a gap behind version " + history.version());
        }
        if (envelope.sequence() == history.version() + 1) {
            return false;
        }
        String inItsPlace = history.entries().get((int) envelope.sequence()).eventId();
        if (!inItsPlace.equals(envelope.eventId())) {
            throw new IllegalStateException("event " + inItsPlace + " is in the place of event " + envelope.eventId());
        }
        return true;
    }

    private static TiltakEvent retracted(TiltakHistory before, EntryRetracted retraction) {
        return before.entry(retraction.event()).orElseThrow().event();
    }

    private TiltakEntry entry(TiltakEvent event, TiltakEvent about, Envelope envelope, TiltakHistory before,
            TiltakHistory after) {
        LocalDate day = ((Effective) about).occasion().effectiveFrom();
        boolean late = event instanceof Effective effective
                && rounds.isLate(effective.occasion().round(), envelope.position());
        return new TiltakEntry(envelope, event, day, TiltakHistory.effectOfLast(before, after), late);
    }

    private TiltakChange change(TiltakEvent event, Envelope envelope, List<Period> before, List<Period> after) {
        Difference<Period> difference = Difference.between(before, after);
        List<TiltakVersion> opened = new ArrayList<>();
        for (Period period : difference.come()) {
            opened.add(TiltakVersion.of(event.number(), period, envelope.position(), envelope.recordedAt(),
                    rounds.latest(period.state().reportedIn())));
        }
        return new TiltakChange(event.number(), envelope, difference.gone().stream().map(Period::from).toList(),
                opened);
    }
}
