package no.ehelse.portfolio.archfixture.innocent;

import java.time.LocalDate;

/** A class that keeps every rule. */
public record BreaksNothing(LocalDate effectiveFrom) {}
