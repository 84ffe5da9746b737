package no.ehelse.portfolio.archfixture.contexts.round;

import no.ehelse.portfolio.archfixture.contexts.tiltak.KnownToNobody;

/** Breaks the rule on contexts: a round does not know tiltak. */
public class RoundKnowsTiltak {

    KnownToNobody known() {
        return new KnownToNobody();
    }
}
