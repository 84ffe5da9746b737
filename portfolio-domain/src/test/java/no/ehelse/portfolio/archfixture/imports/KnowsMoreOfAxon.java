package no.ehelse.portfolio.archfixture.imports;

import org.axonframework.queryhandling.QueryHandler;

/** Breaks the rule on imports: answering questions is not the domain's. */
public class KnowsMoreOfAxon {

    @QueryHandler
    String answer(String question) {
        return question;
    }
}
