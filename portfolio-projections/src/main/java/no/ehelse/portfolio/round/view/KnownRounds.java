package no.ehelse.portfolio.round.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/** The rounds up to the event that is being projected, those of the unwritten batch included. */
public final class KnownRounds {

    private final RoundTables tables;
    private @Nullable Map<RoundId, RoundView> rounds;

    /** Starts from what the tables hold. */
    public KnownRounds(RoundTables tables) {
        this.tables = tables;
    }

    private Map<RoundId, RoundView> rounds() {
        if (rounds == null) {
            rounds = new HashMap<>();
            for (RoundView round : tables.all()) {
                rounds.put(round.round(), round);
            }
        }
        return rounds;
    }

    /** The round; null: there is none of that identity. */
    @Nullable RoundView find(RoundId round) {
        return rounds().get(round);
    }

    void put(RoundView round) {
        rounds().put(round.round(), round);
    }

    /** Forgets what was projected but not committed. */
    public void forget() {
        rounds = null;
    }

    /** Whether something that names a round and is recorded at a position comes after the round was closed. */
    public boolean isLate(@Nullable RoundId round, long position) {
        RoundView known = round == null ? null : find(round);
        return known != null && known.closedPosition() != null && known.closedPosition() < position;
    }

    /** Of some rounds, the one with the latest cut-off; null: there are none. */
    public @Nullable RoundId latest(Set<RoundId> some) {
        return latestOf(some.stream().map(this::find).filter(Objects::nonNull).toList());
    }

    private static @Nullable RoundId latestOf(Collection<RoundView> views) {
        RoundView latest = null;
        for (RoundView view : views) {
            if (latest == null || view.cutOff().isAfter(latest.cutOff())
                    || (view.cutOff().equals(latest.cutOff()) && view.round().compareTo(latest.round()) > 0)) {
                latest = view;
            }
        }
        return latest == null ? null : latest.round();
    }
}
