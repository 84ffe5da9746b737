package no.ehelse.portfolio.tiltak.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.ehelse.portfolio.projection.Batch;
import no.ehelse.portfolio.projection.Batches;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.round.view.KnownRounds;
import no.ehelse.portfolio.tiltak.TiltakEvent;
import no.ehelse.portfolio.tiltak.TiltakEvent.Effective;
import no.ehelse.portfolio.tiltak.TiltakEvent.EntryRetracted;
import no.ehelse.portfolio.tiltak.TiltakHistory;
import no.ehelse.portfolio.tiltak.TiltakHistory.Period;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Keeps the tables of tiltak: takes the time line of a tiltak before and after an event, closes the versions that are in
 * the first only, and opens those that are in the second only.
 */
@ProcessingGroup("portfolio")
public final class TiltakProjector {

    private final Batches batches;
    private final TiltakEntries entries;
    private final TiltakVersions versions;
    private final TiltakHistories histories;
    private final KnownRounds rounds;

    /** Projects into tables. */
    public TiltakProjector(Batches batches, TiltakEntries entries, TiltakVersions versions, TiltakHistories histories,
            KnownRounds rounds) {
        this.batches = batches;
        this.entries = entries;
        this.versions = versions;
        this.histories = histories;
        this.rounds = rounds;
    }

    @EventHandler
    void on(TiltakEvent event, DomainEventMessage<?> message, TrackingToken token) {
        batches.handle(Envelope.of(message, token), (batch, envelope) -> project(event, batch, envelope));
    }

    private void project(TiltakEvent event, Batch batch, Envelope envelope) {
        TiltakHistories.Known before = histories.before(event.number(), envelope.sequence());
        if (isProjected(envelope, before.history())) {
            return;
        }
        TiltakHistories.Known after = before.with(new TiltakHistory.Entry(
                envelope.eventId(), envelope.sequence(), envelope.recordedAt(), null, event));
        TiltakEntry entry = entry(event, envelope, before.history(), after.history());
        TiltakChange change = change(event, envelope, before.periods(), after.periods());
        batch.part(TiltakChanges.class, () -> new TiltakChanges(entries, versions)).add(entry, change);
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

    private TiltakEntry entry(TiltakEvent event, Envelope envelope, TiltakHistory before, TiltakHistory after) {
        return switch (event) {
            case Effective effective -> new TiltakEntry(envelope, event, effective.occasion().effectiveFrom(),
                    TiltakHistory.effectOfLast(before, after),
                    rounds.isLate(effective.occasion().round(), envelope.position()));
            case EntryRetracted retracted -> new TiltakEntry(envelope, event, retractedDay(before, retracted),
                    TiltakHistory.effectOfLast(before, after), false);
        };
    }

    private static LocalDate retractedDay(TiltakHistory before, EntryRetracted retracted) {
        TiltakEvent event = before.entry(retracted.event()).orElseThrow().event();
        return ((Effective) event).occasion().effectiveFrom();
    }

    private TiltakChange change(TiltakEvent event, Envelope envelope, List<Period> before, List<Period> after) {
        int alike = 0;
        while (alike < before.size() && alike < after.size() && before.get(alike).equals(after.get(alike))) {
            alike++;
        }
        List<Period> gone = before.subList(alike, before.size());
        List<Period> come = after.subList(alike, after.size());
        Set<Period> kept = new HashSet<>(gone);
        kept.retainAll(new HashSet<>(come));
        List<LocalDate> closed = new ArrayList<>();
        for (Period period : gone) {
            if (!kept.contains(period)) {
                closed.add(period.from());
            }
        }
        List<TiltakVersion> opened = new ArrayList<>();
        for (Period period : come) {
            if (!kept.contains(period)) {
                opened.add(TiltakVersion.of(event.number(), period, envelope.position(), envelope.recordedAt(),
                        rounds.latest(period.state().reportedIn())));
            }
        }
        return new TiltakChange(event.number(), envelope, closed, opened);
    }
}
