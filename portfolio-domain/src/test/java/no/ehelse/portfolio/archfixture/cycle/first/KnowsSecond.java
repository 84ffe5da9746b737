package no.ehelse.portfolio.archfixture.cycle.first;

import no.ehelse.portfolio.archfixture.cycle.second.KnowsFirst;

/** One half of a circle. */
public record KnowsSecond(KnowsFirst second) {}
