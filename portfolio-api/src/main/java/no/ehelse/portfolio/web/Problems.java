package no.ehelse.portfolio.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import no.ehelse.portfolio.command.InvalidValue;
import no.ehelse.portfolio.command.Rejected;
import no.ehelse.portfolio.command.Rejection;
import no.ehelse.portfolio.eventstore.Outage;
import no.ehelse.portfolio.eventstore.StoreAway;
import no.ehelse.portfolio.eventstore.StoreWatch;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever goes wrong into a problem that says what the sender can do about it, and nothing about our insides. */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** How long a sender waits before asking again after an outage, in seconds. */
    private static final int RETRY_AFTER = 5;

    private static final Map<ProblemCode, String> DETAILS = Map.of(ProblemCode.NOT_FOUND,
            "There is nothing at this address.", ProblemCode.METHOD_NOT_ALLOWED,
            "This address does not take the method.", ProblemCode.NOT_ACCEPTABLE,
            "None of the media types in Accept can be answered here.", ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            "This address does not take a body of that Content-Type.", ProblemCode.PAYLOAD_TOO_LARGE,
            "The body is larger than this address takes.", ProblemCode.UNAUTHENTICATED,
            "Authenticate, and try again.", ProblemCode.FORBIDDEN, "Whoever is authenticated may not do this.",
            ProblemCode.TOO_MANY_REQUESTS, "Too many requests at once; try again later.",
            ProblemCode.MALFORMED_REQUEST, "The request cannot be read.");

    private final StoreWatch watch;

    Problems(StoreWatch watch) {
        this.watch = watch;
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            // The server breaks the connection off then: nobody takes the part that was sent for the whole.
            LOG.warn("Broken off: {} {}: {}", request.getMethod(), request.getRequestURI(), failure.toString());
            throw failure;
        }
        if (failure instanceof AuthenticationException) {
            throw failure; // the filters in front know in which way to sign in
        }
        ProblemException problem = problem(failure);
        if (problem != null) {
            return answer(problem, new HttpHeaders());
        }
        if (failure instanceof HttpMessageNotReadableException) {
            return answer(new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body is empty."),
                    new HttpHeaders());
        }
        if (failure instanceof ErrorResponse error) {
            ProblemCode code = ofStatus(error.getStatusCode().value());
            return answer(new ProblemException(code, detail(code)), error.getHeaders());
        }
        if (Outage.causes(failure)) {
            if (!(failure instanceof StoreAway)) {
                LOG.error("The event store is unavailable, {} {}: {}", request.getMethod(), request.getRequestURI(),
                        failure.toString());
                watch.suspect();
            }
            return answer(new ProblemException(ProblemCode.EVENT_STORE_UNAVAILABLE,
                    "Events can be neither stored nor read at the moment. Try again later, with the same idempotency key.")
                    .retryAfter(RETRY_AFTER), new HttpHeaders());
        }
        LOG.error("Failed: {} {}", request.getMethod(), request.getRequestURI(), failure);
        return answer(new ProblemException(ProblemCode.INTERNAL_ERROR,
                "The request failed for a reason that is not the sender's."), new HttpHeaders());
    }

    private static @Nullable ProblemException problem(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            Rejection rejection = cause instanceof CommandExecutionException refused ? Rejected.in(refused) : null;
            if (rejection != null) {
                return RejectionProblems.of(rejection);
            }
            if (cause instanceof RequestRejectedException) {
                return new ProblemException(ProblemCode.MALFORMED_REQUEST, detail(ProblemCode.MALFORMED_REQUEST));
            }
            if (cause instanceof InvalidValue invalid) {
                String field = failure instanceof MethodArgumentTypeMismatchException mismatch ? mismatch.getName()
                        : invalid.field();
                return ProblemException.invalid(field, invalid.code(), String.valueOf(invalid.getMessage()));
            }
        }
        return null;
    }

    private static ResponseEntity<Object> answer(ProblemException problem, HttpHeaders headers) {
        HttpHeaders all = new HttpHeaders(headers);
        all.remove(HttpHeaders.CONTENT_TYPE);
        problem.headers().forEach(all::set);
        return problem.problem().answer(all);
    }

    /** The code of a status that the framework chose. */
    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemCode.TOO_MANY_REQUESTS;
            default -> status < 500 ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
    }

    /** What is said about it. */
    private static String detail(ProblemCode code) {
        return DETAILS.getOrDefault(code, "The request failed for a reason that is not the sender's.");
    }

    /** The problem that a status without more is. */
    static Problem plain(int status) {
        return Problem.of(ofStatus(status), detail(ofStatus(status)));
    }
}
