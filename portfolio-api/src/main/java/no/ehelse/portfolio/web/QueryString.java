package no.ehelse.portfolio.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters that stand in an address; unlike the servlet's own, never those of a form. */
record QueryString(Map<String, List<String>> parameters) {

    private static final char UNREADABLE = '\uFFFD';

    /**
     * The parameters of a raw query.
     *
     * @param raw as sent; null: there is none
     * @throws ProblemException if it is not percent-encoded UTF-8
     */
    static QueryString of(@Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
            }
        }
        return new QueryString(parameters);
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf(UNREADABLE) < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // Not percent-encoded: the same complaint as below.
        }
        throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "The query is not percent-encoded UTF-8.");
    }

    Set<String> names() {
        return parameters.keySet();
    }

    List<String> valuesOf(String name) {
        return parameters.getOrDefault(name, List.of());
    }
}
