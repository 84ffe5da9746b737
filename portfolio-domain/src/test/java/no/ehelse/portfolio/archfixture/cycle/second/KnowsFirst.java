package no.ehelse.portfolio.archfixture.cycle.second;

import no.ehelse.portfolio.archfixture.cycle.first.KnowsSecond;

/** Breaks the rule on circles. */
public class KnowsFirst {

    KnowsSecond first() {
        return new KnowsSecond(this);
    }
}
