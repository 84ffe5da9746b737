package no.ehelse.portfolio.archfixture.cycle.one;

import no.ehelse.portfolio.archfixture.cycle.two.KnowsOne;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsTwo {

    private KnowsTwo() {}

    /** Breaks the rule by its type. */
    public static Class<?> other() {
        return KnowsOne.class;
    }
}
