package no.ehelse.portfolio.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The body of every answer that is no success (RFC 9457). */
record Problem(String type, String title, int status, String detail, String code,
        @JsonAnyGetter Map<String, Object> members) {

    static Problem of(ProblemCode code, String detail) {
        return of(code, detail, Map.of());
    }

    static Problem of(ProblemCode code, String detail, Map<String, Object> members) {
        return new Problem(code.type(), code.title(), code.status(), shown(detail), code.code(), members);
    }

    /** A text as it is shown: what was sent may be in it, at whatever length. */
    static String shown(String text) {
        if (text.length() <= RequestLimits.SHOWN) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(RequestLimits.SHOWN - 1));
        return text.substring(0, splits ? RequestLimits.SHOWN - 1 : RequestLimits.SHOWN) + "…";
    }

    /** The answer: always problem details, whatever the sender accepts. */
    ResponseEntity<Object> answer(HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }
}
