package no.ehelse.portfolio.round.view.reporting;

/** Asks for every reporting round. */
public record FindRounds() {}
