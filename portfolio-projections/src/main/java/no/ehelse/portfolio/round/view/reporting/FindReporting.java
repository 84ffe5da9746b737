package no.ehelse.portfolio.round.view.reporting;

import no.ehelse.portfolio.round.RoundId;

/** Asks for one round, and who reported in it. */
public record FindReporting(RoundId round) {}
