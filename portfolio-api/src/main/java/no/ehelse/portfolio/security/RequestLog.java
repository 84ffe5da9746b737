package no.ehelse.portfolio.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import no.ehelse.portfolio.actor.web.CurrentActor;
import no.ehelse.portfolio.actor.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an identifier, which every line of the log bears and the answer tells, and logs who asked for what
 * with which outcome: writing always, reading where it is refused. Never a body, a query or a header that has a secret.
 */
final class RequestLog extends OncePerRequestFilter {

    /** The header that has the identifier, of the request and of the answer. */
    static final String HEADER = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger("no.ehelse.portfolio.requests");
    private static final String KEY = "request";
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final int REFUSED = 400;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int LONGEST_PATH = 200;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = identifier(request.getHeader(HEADER));
        long begun = System.nanoTime();
        MDC.put(KEY, id);
        response.setHeader(HEADER, id);
        Who who = new Who();
        try {
            request.setAttribute(Who.class.getName(), who);
            chain.doFilter(request, response);
        } finally {
            log(request, response.getStatus(), who, System.nanoTime() - begun);
            MDC.remove(KEY);
        }
    }

    /** That of the sender, if it cannot harm the log. */
    private static String identifier(@Nullable String sent) {
        return sent != null && IDENTIFIER.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }

    private static void log(HttpServletRequest request, int status, Who who, long nanoseconds) {
        boolean isReading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        Level level = request.getRequestURI().startsWith("/actuator/") ? Level.DEBUG
                : status >= FAILED ? Level.WARN
                : !isReading || (status >= REFUSED && status != NOT_FOUND) ? Level.INFO
                : Level.DEBUG;
        LOG.atLevel(level)
                .log("{} {} {} -> {} in {} ms", who.name, request.getMethod(), path(request), status,
                        TimeUnit.NANOSECONDS.toMillis(nanoseconds));
    }

    /** Without the query; as it was sent, so that nothing in it is a line of its own. */
    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path;
    }

    /** Who turned out to be signed in: it is known within the chain only. */
    private static final class Who {

        private String name = "-";
    }

    /** Notes who is signed in; stands behind the filters that find it out. */
    static final class Noting extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            SignedIn signedIn = CurrentActor.signedIn();
            if (signedIn != null && request.getAttribute(Who.class.getName()) instanceof Who who) {
                who.name = signedIn.actor().subject();
                MDC.put("user", who.name);
            }
            try {
                chain.doFilter(request, response);
            } finally {
                MDC.remove("user");
            }
        }
    }
}
