package no.ehelse.portfolio.asof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiFunction;
import no.ehelse.portfolio.actor.web.Readers;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.eventstore.StreamPositions;
import no.ehelse.portfolio.index.Point;
import no.ehelse.portfolio.index.PortfolioIndex;
import no.ehelse.portfolio.index.Snapshot;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.view.RoundView;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Resolves, once and at the edge, what a request asks into a day and a stream position. */
@Component
public class Points {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** Who asks for the last edition, without its number, is soon told of a later one. */
    private static final Duration UNTIL_A_LATER_EDITION = Duration.ofMinutes(1);

    private final PortfolioIndex index;
    private final StreamPositions positions;
    private final Readers readers;
    private final Clock clock;

    Points(PortfolioIndex index, StreamPositions positions, Readers readers, Clock clock) {
        this.index = index;
        this.positions = positions;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * The point of a request.
     *
     * @throws ProblemException if the round does not exist or is not published, or the read model is behind
     */
    public Resolved resolve(AsOfParameters asked) {
        awaitPosition(asked.minPosition());
        RoundView round = asked.round() == null ? null : round(asked.round());
        if (round != null && asked.asPublished()) {
            if (round.editions().isEmpty() && !readers.seeThePresent()) {
                throw unknown(round.round()); // that it was opened is not published either
            }
            RoundView.Edition edition = edition(round, asked.edition());
            return new Resolved(new Point(round.cutOff(), edition.position(), edition.publishedAt()),
                    asked.edition() == null ? UNTIL_A_LATER_EDITION : FOR_EVER);
        }
        LocalDate day = round != null ? round.cutOff() : asked.at() != null ? asked.at().day() : null;
        Resolved known = known(asked.knownAt(), day == null ? PortfolioDays.today(clock) : day);
        return day != null || known.unchangedFor() == null ? known
                : new Resolved(known.point(), PortfolioDays.leftOfToday(clock));
    }

    /** The point of a request that names no day; its point's day is today. */
    public Resolved resolve(KnownParameters asked) {
        awaitPosition(asked.minPosition());
        return known(asked.knownAt(), PortfolioDays.today(clock));
    }

    /** Now, everything that was answered before included; its point's day is today. */
    public Resolved now() {
        awaitHead();
        return known(null, PortfolioDays.today(clock));
    }

    /** The point of a day and a recorded time; null: now. Everything that was answered before is known. */
    public Resolved resolve(ValidDayOrRound asked, @Nullable KnownAt knownAt) {
        awaitHead();
        LocalDate day = asked.day() == null ? round(Objects.requireNonNull(asked.round())).cutOff()
                : asked.day();
        return known(knownAt, day);
    }

    private Resolved known(@Nullable KnownAt asked, LocalDate day) {
        Instant knownAt = asked == null ? null : asked.instant();
        if (knownAt == null || !knownAt.isBefore(clock.instant())) {
            Snapshot now = index.snapshot();
            return new Resolved(new Point(day, now.position(), now.recordedAt(now.position())), null);
        }
        Snapshot settled = snapshotAfter(knownAt);
        boolean fixed = knownAt.isBefore(clock.instant().minus(SETTLED));
        return new Resolved(new Point(day, settled.positionAt(knownAt), knownAt), fixed ? FOR_EVER : null);
    }

    /** A snapshot that has every event recorded up to an instant; later answers for it will be the same. */
    private Snapshot snapshotAfter(Instant knownAt) {
        Snapshot snapshot = index.snapshot();
        Instant last = snapshot.recordedAt(snapshot.position());
        if (last != null && last.isAfter(knownAt)) {
            return snapshot;
        }
        return awaitAll();
    }

    private void awaitPosition(@Nullable Long minPosition) {
        if (minPosition == null || minPosition <= index.snapshot().position()) {
            return;
        }
        long head = positions.head();
        if (minPosition > head) {
            throw ProblemException.invalid("minPosition", "out-of-range",
                    "minPosition is beyond the last event, " + head);
        }
        awaitOr503(minPosition);
    }

    private void awaitOr503(long position) {
        if (!await(position)) {
            throw new ProblemException(ProblemCode.READ_MODEL_BEHIND,
                    "The read model has read up to " + index.snapshot().position() + ", not yet to " + position + ".")
                    .retryAfter(1);
        }
    }

    /**
     * Waits a while for everything that was recorded before.
     *
     * @throws ProblemException if it does not come in time
     */
    public Snapshot awaitAll() {
        awaitOr503(positions.head());
        return index.snapshot();
    }

    /**
     * Waits a while for everything that was recorded before.
     *
     * @param behind made of the position up to which the read model has read, and that of the last event
     * @throws Rejected if it does not come in time
     */
    public Snapshot awaitAll(BiFunction<Long, Long, Rejection> behind) {
        long head = positions.head();
        if (!await(head)) {
            throw new Rejected(behind.apply(index.snapshot().position(), head));
        }
        return index.snapshot();
    }

    /** Waits a while for everything that was recorded before; what is answered then is as new as it can be. */
    public Snapshot awaitHead() {
        boolean unused = await(positions.head());
        return index.snapshot();
    }

    private boolean await(long position) {
        try {
            return index.await(position, PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The round of that identity, also if it was opened a moment ago. */
    private RoundView round(RoundId id) {
        return index.snapshot()
                .round(id)
                .or(() -> awaitHead().round(id))
                .orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(RoundId round) {
        return new ProblemException(ProblemCode.UNKNOWN_ROUND, "There is no round " + round + ".");
    }

    private static RoundView.Edition edition(RoundView round, @Nullable Integer edition) {
        int wanted = edition == null ? round.editions().size() : edition;
        if (wanted < 1 || wanted > round.editions().size()) {
            throw new ProblemException(ProblemCode.ROUND_NOT_PUBLISHED, round.editions().isEmpty()
                    ? "Round " + round.round() + " is not published."
                    : "Round " + round.round() + " has no edition " + wanted + ".");
        }
        return round.editions().get(wanted - 1);
    }
}
