package no.ehelse.portfolio.archfixture.tiltak.view;

import org.springframework.http.HttpStatus;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsSpringWeb {

    /** Breaks the rule by its type. */
    public static final HttpStatus STATUS = HttpStatus.OK;

    private KnowsSpringWeb() {}
}
