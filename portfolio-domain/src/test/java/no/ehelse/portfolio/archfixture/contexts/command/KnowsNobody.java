package no.ehelse.portfolio.archfixture.contexts.command;

/** A class of a package that code lists may not know. */
public class KnowsNobody {}
