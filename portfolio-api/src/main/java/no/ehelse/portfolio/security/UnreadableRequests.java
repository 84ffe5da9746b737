package no.ehelse.portfolio.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import no.ehelse.portfolio.web.ProblemResponse;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers requests that can be read in two ways, such as {@code /api/..;/rounds}, and methods that nobody has here. */
@Component
final class UnreadableRequests implements RequestRejectedHandler {

    private static final Set<String> METHODS =
            Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
            throws IOException {
        ProblemResponse.write(response, METHODS.contains(request.getMethod())
                ? new ProblemException(ProblemCode.MALFORMED_REQUEST, "The request cannot be read.")
                : new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, "No address here takes the method.")
                        .with("Allow", "GET, HEAD, POST"));
    }
}
