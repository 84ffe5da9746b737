package no.ehelse.portfolio.archfixture.names;

/** Breaks the rule on names, too. */
public class StatusManager {}
