package no.ehelse.portfolio.archfixture.cycle.two;

import no.ehelse.portfolio.archfixture.cycle.one.KnowsTwo;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsOne {

    private KnowsOne() {}

    /** Breaks the rule by its type. */
    public static Class<?> other() {
        return KnowsTwo.class;
    }
}
