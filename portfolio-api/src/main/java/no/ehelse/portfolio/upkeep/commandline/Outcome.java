package no.ehelse.portfolio.upkeep.commandline;

/**
 * What became of a command.
 *
 * @param done whether it did what was asked; else nothing was changed
 * @param text for its operator
 */
public record Outcome(boolean done, String text) {}
