package no.ehelse.portfolio.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.ehelse.portfolio.actor.web.CurrentActor;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import no.ehelse.portfolio.web.ProblemResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells who is not let in why, as a problem, and with no more than helps the rightful sender. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private static final int RETRY_AFTER = 10;

    private final String challenge;

    /**
     * Asks for a way of signing in.
     *
     * @param challenge the header {@code WWW-Authenticate}
     */
    Refusals(String challenge) {
        this.challenge = challenge;
    }

    /** Nobody is signed in where somebody has to be, or what was sent to sign in with is wrong. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            ProblemResponse.write(response, new ProblemException(ProblemCode.EVENT_STORE_UNAVAILABLE,
                    "The issuer of tokens cannot be reached at the moment.").retryAfter(RETRY_AFTER));
            return;
        }
        boolean tried = request.getHeader("Authorization") != null;
        ProblemResponse.write(response, new ProblemException(ProblemCode.UNAUTHENTICATED,
                tried ? "What was sent to sign in with is not accepted."
                        : "Nobody is signed in: sign in, and try again.")
                .with("WWW-Authenticate", challenge));
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException reason) throws IOException {
        commence(request, response, reason);
    }

    /** Somebody is signed in who may not do this. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        ProblemResponse.write(response, new ProblemException(ProblemCode.FORBIDDEN,
                "Whoever is signed in " + (CurrentActor.hasARole() ? "may not do this." : "has no role here.")));
    }
}
