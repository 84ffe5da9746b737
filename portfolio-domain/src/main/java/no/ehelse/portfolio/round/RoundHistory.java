package no.ehelse.portfolio.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.ehelse.portfolio.command.Change;
import no.ehelse.portfolio.command.Recorded;
import no.ehelse.portfolio.command.RequestKey;
import no.ehelse.portfolio.round.RoundEvent.PrintedFigureRecorded;
import no.ehelse.portfolio.round.RoundEvent.RoundClosed;
import no.ehelse.portfolio.round.RoundEvent.RoundOpened;
import no.ehelse.portfolio.round.RoundEvent.RoundPublished;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one round, in recorded order; an immutable value.
 *
 * @param entries the events with the request that led to each
 */
record RoundHistory(List<Entry> entries) {

    static final RoundHistory EMPTY = new RoundHistory(List.of());

    /** One event, and the request that led to it; null: the request had no key. */
    record Entry(RoundEvent event, @Nullable RequestKey request) {}

    RoundHistory {
        entries = List.copyOf(entries);
    }

    RoundHistory with(RoundEvent event, @Nullable RequestKey request) {
        List<Entry> longer = new ArrayList<>(entries);
        longer.add(new Entry(event, request));
        return new RoundHistory(longer);
    }

    /** The sequence number of the last event; −1 where there is none. */
    long version() {
        return entries.size() - 1L;
    }

    /** The state after all events; null where the round was never opened. */
    @Nullable RoundState state() {
        return stateAfter(version());
    }

    /**
     * The round's last day (valid time).
     *
     * @throws java.util.NoSuchElementException if it was never opened
     */
    LocalDate cutOff() {
        return entries.stream()
                .map(Entry::event)
                .filter(RoundOpened.class::isInstance)
                .map(RoundOpened.class::cast)
                .findFirst()
                .orElseThrow()
                .cutOff();
    }

    /** How many editions are published. */
    int editions() {
        return (int) entries.stream().filter(entry -> entry.event() instanceof RoundPublished).count();
    }

    /** The answer that was given to the request with that key. */
    Optional<Answered> answered(String key) {
        for (int sequence = 0; sequence < entries.size(); sequence++) {
            RequestKey request = entries.get(sequence).request();
            if (request != null && request.key().equals(key)) {
                return Optional.of(new Answered(request.digest(), new Recorded(sequence, changesOf(sequence))));
            }
        }
        return Optional.empty();
    }

    /** An earlier request: the digest of its content, and the answer it got. */
    record Answered(String digest, Recorded answer) {}

    /** What an event changes if it is recorded next. */
    List<Change> changesBy(RoundEvent event) {
        return with(event, null).changesOf(version() + 1);
    }

    private List<Change> changesOf(long sequence) {
        return switch (entries.get((int) sequence).event()) {
            case RoundPublished published -> List.of(new Change("edition",
                    published.edition() == 1 ? null : "" + (published.edition() - 1), "" + published.edition()));
            case PrintedFigureRecorded figure -> changesOf(figure, printedBefore(figure.name(), sequence));
            case RoundOpened opened -> stateChange(sequence);
            case RoundClosed closed -> stateChange(sequence);
        };
    }

    private List<Change> stateChange(long sequence) {
        RoundState before = stateAfter(sequence - 1);
        RoundState after = stateAfter(sequence);
        return List.of(new Change("state", before == null ? null : before.name(),
                after == null ? null : after.name()));
    }

    private static List<Change> changesOf(PrintedFigureRecorded figure, @Nullable String before) {
        return figure.value().equals(before) ? List.of()
                : List.of(new Change(figure.attribute(), before, figure.value()));
    }

    /** The value of a printed figure before an event; null: none was recorded. */
    private @Nullable String printedBefore(FigureName name, long sequence) {
        String value = null;
        for (Entry entry : entries.subList(0, (int) sequence)) {
            if (entry.event() instanceof PrintedFigureRecorded figure && figure.name().equals(name)) {
                value = figure.value();
            }
        }
        return value;
    }

    private @Nullable RoundState stateAfter(long sequence) {
        return sequence < 0 ? null : switch (entries.get((int) sequence).event()) {
            case RoundOpened opened -> RoundState.OPEN;
            case RoundClosed closed -> RoundState.CLOSED;
            case RoundPublished published -> RoundState.PUBLISHED;
            case PrintedFigureRecorded figure -> stateAfter(sequence - 1);
        };
    }
}
