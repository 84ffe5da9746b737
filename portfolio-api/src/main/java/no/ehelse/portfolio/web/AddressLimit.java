package no.ehelse.portfolio.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses addresses that are longer, or have more parameters, than any that makes sense. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 90)
final class AddressLimit extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > RequestLimits.ADDRESS) {
            ProblemResponse.write(response, new ProblemException(ProblemCode.MALFORMED_REQUEST,
                    "The address is longer than " + RequestLimits.ADDRESS + " characters."));
        } else if (query != null && parameters(query) > RequestLimits.PARAMETERS) {
            ProblemResponse.write(response, new ProblemException(ProblemCode.MALFORMED_REQUEST,
                    "The query has more than " + RequestLimits.PARAMETERS + " parameters."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long parameters(String query) {
        return 1 + query.chars().filter(character -> character == '&').count();
    }
}
