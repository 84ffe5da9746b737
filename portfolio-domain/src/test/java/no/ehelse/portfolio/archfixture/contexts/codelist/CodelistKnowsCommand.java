package no.ehelse.portfolio.archfixture.contexts.codelist;

import no.ehelse.portfolio.archfixture.contexts.command.KnowsNobody;

/** Breaks the rule on contexts: code lists know nobody. */
public class CodelistKnowsCommand {

    KnowsNobody known() {
        return new KnowsNobody();
    }
}
