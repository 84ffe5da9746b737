package no.ehelse.portfolio.round.view.reporting;

import java.util.List;

/** The answer to {@link FindRounds}: by cut-off. */
public record RoundList(List<RoundSummary> rounds) {

    /** Copies the rounds. */
    public RoundList {
        rounds = List.copyOf(rounds);
    }
}
