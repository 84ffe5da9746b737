package no.ehelse.portfolio.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import no.ehelse.portfolio.metrics.Metric;
import no.ehelse.portfolio.web.ProblemException;
import no.ehelse.portfolio.web.ProblemResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops whoever tries out passwords or tokens, before they are looked at. */
final class FailedLogins extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);
    private static final String WHAT = "Signing in failed too often.";
    private static final int UNAUTHORIZED = 401;

    private final RateLimits ofNames;
    private final RateLimits ofAddresses;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    private final Counter failed;
    private final Counter refused;

    FailedLogins(SecurityProperties.Limits limits, MeterRegistry meters) {
        ofNames = new RateLimits(limits.failedLogins(), limits.failedLogins(), Duration.ofMinutes(1));
        ofAddresses = new RateLimits(limits.failedLoginsOfAddress(), limits.failedLoginsOfAddress(),
                Duration.ofMinutes(1));
        failed = Metric.LOGINS_FAILED.counter(meters);
        refused = Metric.REQUESTS_LIMITED.counter(meters, "limit", "logins");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            chain.doFilter(request, response);
            return;
        }
        String address = request.getRemoteAddr();
        String name = name(request);
        String nameAndAddress = name + " " + address;
        try {
            ofAddresses.check(address, WHAT);
            ofNames.check(nameAndAddress, WHAT);
        } catch (ProblemException tooMany) {
            refused.increment();
            LOG.warn("Too many failed logins from {}", address);
            ProblemResponse.write(response, tooMany);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == UNAUTHORIZED) {
            failed.increment();
            ofAddresses.note(address);
            if (!name.isEmpty()) {
                ofNames.note(nameAndAddress);
            }
        }
    }

    /** The name that somebody signs in with; empty: with a token, or with something that cannot be read. */
    private String name(HttpServletRequest request) {
        try {
            @Nullable Authentication tried = basic.convert(request);
            return tried == null ? "" : tried.getName();
        } catch (BadCredentialsException unreadable) {
            return "";
        }
    }
}
