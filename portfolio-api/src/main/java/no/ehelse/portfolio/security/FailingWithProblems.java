package no.ehelse.portfolio.security;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** An issuer that cannot be reached would otherwise be answered as our own failure. */
final class FailingWithProblems implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    private final Refusals refusals;

    FailingWithProblems(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(refusals);
        return filter;
    }
}
