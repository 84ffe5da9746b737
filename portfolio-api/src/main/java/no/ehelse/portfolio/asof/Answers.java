package no.ehelse.portfolio.asof;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers reads: with an entity tag over what was asked and the position it resolves to, and 304 where nothing changed. */
@Component
public class Answers {

    private static final int TAG_BYTES = 16;

    /** The answer in JSON. */
    public ResponseEntity<Object> json(HttpServletRequest request, Resolved resolved, Supplier<?> body) {
        return of(request, resolved, MediaType.APPLICATION_JSON, body);
    }

    /** The answer in JSON, to a request about several points. */
    public ResponseEntity<Object> json(HttpServletRequest request, List<Resolved> resolved, Supplier<?> body) {
        return of(request, resolved, MediaType.APPLICATION_JSON, body);
    }

    /**
     * The answer, or that it has not changed.
     *
     * @param body only asked for where it is needed
     */
    public ResponseEntity<Object> of(HttpServletRequest request, Resolved resolved, MediaType type, Supplier<?> body) {
        return of(request, List.of(resolved), type, body);
    }

    private static ResponseEntity<Object> of(HttpServletRequest request, List<Resolved> resolved, MediaType type,
            Supplier<?> body) {
        String tag = tag(request, resolved, type);
        boolean unchanged = new ServletWebRequest(request).checkNotModified(tag);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(caching(resolved))
                .varyBy("Accept");
        return unchanged ? answer.build() : answer.contentType(type).body(body.get());
    }

    private static CacheControl caching(List<Resolved> resolved) {
        Duration shortest = null;
        for (Resolved one : resolved) {
            Duration unchangedFor = one.unchangedFor();
            if (unchangedFor == null) {
                return CacheControl.noCache();
            }
            shortest = shortest == null || unchangedFor.compareTo(shortest) < 0 ? unchangedFor : shortest;
        }
        return shortest == null ? CacheControl.noCache() : CacheControl.maxAge(shortest).immutable();
    }

    private static String tag(HttpServletRequest request, List<Resolved> resolved,
            MediaType type) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String[] parameters = query.split("&", -1);
        Arrays.sort(parameters);
        String asOf = resolved.stream()
                .map(one -> one.point().validOn() + "@" + one.point().position())
                .collect(Collectors.joining(" "));
        String asked = String.join("\n", request.getRequestURI(), String.join("&", parameters), type.toString(), asOf);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
