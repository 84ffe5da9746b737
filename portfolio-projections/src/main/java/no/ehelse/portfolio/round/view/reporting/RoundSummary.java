package no.ehelse.portfolio.round.view.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.ehelse.portfolio.round.RoundId;
import no.ehelse.portfolio.round.RoundState;
import no.ehelse.portfolio.round.view.RoundView;
import org.jspecify.annotations.Nullable;

/**
 * A reporting round as answered.
 *
 * @param cutOff the last day (valid time) that its reports are about
 * @param complete whether all tiltak of the round are loaded
 * @param openedAt recorded time, as are the next two
 * @param closedAt null: it is open
 * @param publishedAt of the first edition; null: it is not published
 */
public record RoundSummary(RoundId round, String name, LocalDate cutOff, boolean complete, RoundState state,
        Instant openedAt, @Nullable Instant closedAt, @Nullable Instant publishedAt,
        List<RoundView.Edition> editions) {

    /** Copies the editions. */
    public RoundSummary {
        editions = List.copyOf(editions);
    }

    static RoundSummary of(RoundView round) {
        return new RoundSummary(round.round(), round.name(), round.cutOff(), round.complete(), round.state(),
                round.openedAt(), round.closedAt(),
                round.editions().isEmpty() ? null : round.editions().getFirst().publishedAt(), round.editions());
    }
}
