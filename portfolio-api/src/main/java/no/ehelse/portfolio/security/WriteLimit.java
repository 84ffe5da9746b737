package no.ehelse.portfolio.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import no.ehelse.portfolio.actor.web.CurrentActor;
import no.ehelse.portfolio.actor.web.SignedIn;
import no.ehelse.portfolio.metrics.Metric;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import no.ehelse.portfolio.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops a tool that has run wild, and refuses what pages of others make a browser send. */
final class WriteLimit extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** What a browser says of a request that another site's page makes it send. */
    private static final Set<String> OF_OTHERS = Set.of("cross-site", "same-site");
    private static final int BURST_SECONDS = 10;

    private final RateLimits writes;

    private final Counter refused;

    WriteLimit(SecurityProperties.Limits limits, MeterRegistry meters) {
        writes = new RateLimits(limits.writesPerSecond() * BURST_SECONDS, limits.writesPerSecond(),
                Duration.ofSeconds(1));
        refused = Metric.REQUESTS_LIMITED.counter(meters, "limit", "writes");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (isOfOthers(request)) {
                throw new ProblemException(ProblemCode.FORBIDDEN, "Pages of other sites may not write here.");
            }
            SignedIn writer = CurrentActor.signedIn();
            writes.count(writer == null ? "address " + request.getRemoteAddr() : "user " + writer.actor().subject(),
                    "Too much is written at once.");
        } catch (ProblemException refusal) {
            if (refusal.code() == ProblemCode.TOO_MANY_REQUESTS) {
                refused.increment();
            }
            ProblemResponse.write(response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    /** As the browser says, or, where it is too old to say so, as the page's origin does; tools send neither. */
    private static boolean isOfOthers(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OF_OTHERS.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null && !origin.endsWith("://" + host);
    }
}
