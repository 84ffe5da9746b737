package no.ehelse.portfolio.round.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundState;
import no.ehelse.portfolio.round.Witness;
import org.jspecify.annotations.Nullable;

/**
 * A reporting round as far as it is known.
 *
 * @param cutOff the last day (valid time) that its reports are about
 * @param complete whether all tiltak of the round are loaded
 * @param openedAt when it was opened (recorded time), at {@code openedPosition} in the stream
 * @param closedAt when it was closed (recorded time), at {@code closedPosition}; null: it is open
 * @param editions the published editions, the first one first
 */
public record RoundView(RoundId round, String name, LocalDate cutOff, boolean complete, Instant openedAt,
        long openedPosition, @Nullable Instant closedAt, @Nullable Long closedPosition, List<Edition> editions) {

    /**
     * A published edition.
     *
     * @param edition 1 for the first
     * @param publishedAt recorded time
     * @param position everything up to it in the stream, itself included, was known
     * @param comment the reason of a later edition; null: none was given
     * @param witness the digests of what it rests on; null: it was published before they were taken
     */
    public record Edition(int edition, Instant publishedAt, long position, @Nullable String comment,
            @Nullable Witness witness) {}

    /** Copies the editions. */
    public RoundView {
        editions = List.copyOf(editions);
    }

    /** Where the round is in its life. */
    public RoundState state() {
        return !editions.isEmpty() ? RoundState.PUBLISHED : closedAt != null ? RoundState.CLOSED : RoundState.OPEN;
    }

    /** This round as it was known at a stream position at which it was open already. */
    public RoundView knownAt(long position) {
        boolean closed = closedPosition != null && closedPosition <= position;
        return new RoundView(round, name, cutOff, complete, openedAt, openedPosition, closed ? closedAt : null,
                closed ? closedPosition : null,
                editions.stream().filter(edition -> edition.position() <= position).toList());
    }
}
