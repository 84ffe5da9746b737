package no.ehelse.portfolio.archfixture.contexts.tiltak;

/** A class of a context that no other context may know. */
public class KnownToNobody {}
