package no.ehelse.portfolio.archfixture.names;

/** Breaks the rule on names. */
public class StatusImpl {}
