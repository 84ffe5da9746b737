package no.ehelse.portfolio.archfixture.tiltak.view;

import no.ehelse.portfolio.web.ProblemCode;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsHttp {

    /** Breaks the rule by its type. */
    public static final ProblemCode CODE = ProblemCode.NOT_FOUND;

    private KnowsHttp() {}
}
