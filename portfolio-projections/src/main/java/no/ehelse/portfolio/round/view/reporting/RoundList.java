package no.ehelse.portfolio.round.view.reporting;

import java.util.List;
import no.ehelse.portfolio.round.RoundState;

/** The answer to {@link FindRounds}: by cut-off. */
public record RoundList(List<RoundSummary> rounds) {

    /** Copies the rounds. */
    public RoundList {
        rounds = List.copyOf(rounds);
    }

    /** The published ones alone. */
    public RoundList published() {
        return new RoundList(rounds.stream().filter(round -> round.state() == RoundState.PUBLISHED).toList());
    }
}
