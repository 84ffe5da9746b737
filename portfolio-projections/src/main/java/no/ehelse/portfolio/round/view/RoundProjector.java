package no.ehelse.portfolio.round.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.projection.Batch;
import no.ehelse.portfolio.projection.Envelope;
import no.ehelse.portfolio.round.RoundEvent;
import no.ehelse.portfolio.round.RoundEvent.PrintedFigureRecorded;
import no.ehelse.portfolio.round.RoundEvent.RoundClosed;
import no.ehelse.portfolio.round.RoundEvent.RoundOpened;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import no.ehelse.portfolio.round.RoundState;
import org.jspecify.annotations.Nullable;

/** Keeps the tables of reporting rounds. */
public final class RoundProjector {

    private final RoundTables tables;
    private final PrintedFigures figures;
    private final KnownRounds rounds;

    /** Projects into tables, and remembers the rounds for those who project tiltak. */
    public RoundProjector(RoundTables tables, PrintedFigures figures, KnownRounds rounds) {
        this.tables = tables;
        this.figures = figures;
        this.rounds = rounds;
    }

    /** Gathers in a batch what an event makes of the tables; nothing where they have it. */
    public void project(RoundEvent event, Batch batch, Envelope envelope) {
        switch (event) {
            case PrintedFigureRecorded figure -> print(figure, batch, envelope);
            case RoundOpened opened -> live(opened, batch, envelope);
            case RoundClosed closed -> live(closed, batch, envelope);
            case RoundPublished published -> live(published, batch, envelope);
        }
    }

    private RoundChanges changes(Batch batch) {
        return batch.part(RoundChanges.class, () -> new RoundChanges(tables, figures));
    }

    private void print(PrintedFigureRecorded event, Batch batch, Envelope envelope) {
        if (envelope.position() <= batch.from() && figures.has(envelope.position())) {
            return;
        }
        RoundChanges changes = changes(batch);
        String before = changes.valueBefore(event, envelope.position());
        changes.add(new RoundTables.Entry(envelope, event.round(),
                event.value().equals(before) ? List.of()
                        : List.of(new Change(event.attribute(), before, event.value())),
                event.remark()),
                new PrintedFigure(envelope.position(), event.round(), event.name(), event.value(),
                        event.source(), event.remark()));
    }

    private void live(RoundEvent event, Batch batch, Envelope envelope) {
        RoundView before = rounds.find(event.round());
        if (before != null && envelope.position() <= lastPosition(before)) {
            return;
        }
        RoundView after = after(before, event, envelope);
        String comment = event instanceof RoundPublished published ? published.comment() : null;
        changes(batch)
                .add(new RoundTables.Entry(envelope, event.round(), changes(before, after, event), comment), after);
        rounds.put(after);
    }

    private static long lastPosition(RoundView round) {
        long closed = round.closedPosition() == null ? round.openedPosition() : round.closedPosition();
        return round.editions().isEmpty() ? closed : round.editions().getLast().position();
    }

    private static RoundView after(@Nullable RoundView before, RoundEvent event, Envelope envelope) {
        return switch (event) {
            case RoundOpened opened -> new RoundView(opened.round(), opened.name(), opened.cutOff(),
                    opened.complete(), envelope.recordedAt(), envelope.position(), null, null, List.of());
            case RoundClosed closed -> {
                RoundView open = Objects.requireNonNull(before, "closed before it was opened");
                yield new RoundView(open.round(), open.name(), open.cutOff(), open.complete(), open.openedAt(),
                        open.openedPosition(), envelope.recordedAt(), envelope.position(), open.editions());
            }
            case RoundPublished published -> {
                RoundView closed = Objects.requireNonNull(before, "published before it was opened");
                List<RoundView.Edition> editions = new ArrayList<>(closed.editions());
                editions.add(new RoundView.Edition(published.edition(), envelope.recordedAt(), envelope.position(),
                        published.comment(), published.witness()));
                yield new RoundView(closed.round(), closed.name(), closed.cutOff(), closed.complete(),
                        closed.openedAt(), closed.openedPosition(), closed.closedAt(), closed.closedPosition(),
                        editions);
            }
            case PrintedFigureRecorded figure -> Objects.requireNonNull(before, "printed before it was opened");
        };
    }

    private static List<Change> changes(@Nullable RoundView before, RoundView after, RoundEvent event) {
        RoundState old = before == null ? null : before.state();
        return event instanceof RoundPublished published
                ? List.of(new Change("edition",
                        published.edition() == 1 ? null : String.valueOf(published.edition() - 1),
                        String.valueOf(published.edition())))
                : List.of(new Change("state", old == null ? null : old.name(), after.state().name()));
    }
}
