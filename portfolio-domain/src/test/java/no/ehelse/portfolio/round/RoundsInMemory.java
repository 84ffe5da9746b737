package no.ehelse.portfolio.round;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Rounds that a test opens and publishes. */
public final class RoundsInMemory implements Rounds {

    private final Map<RoundId, LocalDate> cutOffs = new HashMap<>();
    private final Set<RoundId> published = new HashSet<>();

    /** Opens a round. */
    public void open(RoundId round, LocalDate cutOff) {
        cutOffs.put(round, cutOff);
    }

    /** Publishes an opened round. */
    public void publish(RoundId round) {
        published.add(round);
    }

    @Override
    public Optional<LocalDate> cutOff(RoundId round) {
        return Optional.ofNullable(cutOffs.get(round));
    }

    @Override
    public List<RoundId> publishedFrom(LocalDate day) {
        return published.stream()
                .filter(round -> !cutOffOf(round).isBefore(day))
                .sorted(Comparator.comparing(this::cutOffOf))
                .toList();
    }

    private LocalDate cutOffOf(RoundId round) {
        return Objects.requireNonNull(cutOffs.get(round));
    }
}
