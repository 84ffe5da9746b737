package no.ehelse.portfolio.asof;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.ehelse.portfolio.actor.web.CurrentActor;
import no.ehelse.portfolio.actor.web.Readers;
import no.ehelse.portfolio.tiltak.TiltakNumber;
import no.ehelse.portfolio.web.AcceptedTypes;
import no.ehelse.portfolio.web.ProblemCode;
import no.ehelse.portfolio.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers reads: with an entity tag over what was asked and the position it resolves to, and 304 where nothing changed. */
@Component
public class Answers {

    private static final int TAG_BYTES = 16;

    /** Which tiltak an answer is incomplete about; in daily use it is absent. */
    private static final String INCOMPLETE = "Portfolio-Incomplete";

    private final IncompleteTiltak incomplete;
    private final Readers readers;
    private final JsonMapper json;

    Answers(IncompleteTiltak incomplete, Readers readers, JsonMapper json) {
        this.incomplete = incomplete;
        this.readers = readers;
        this.json = json;
    }

    /** The answer in JSON. */
    public ResponseEntity<Object> json(HttpServletRequest request, Resolved resolved, Supplier<?> body) {
        return json(request, List.of(resolved), body);
    }

    /** The answer in JSON, to a request about several points. */
    public ResponseEntity<Object> json(HttpServletRequest request, List<Resolved> resolved, Supplier<?> body) {
        requireJsonAccepted(request);
        return of(request, resolved, MediaType.APPLICATION_JSON, lacking(), body);
    }

    /** The answer in JSON, to a request about one tiltak. */
    public ResponseEntity<Object> json(HttpServletRequest request, Resolved resolved, TiltakNumber about,
            Supplier<?> body) {
        requireJsonAccepted(request);
        return of(request, List.of(resolved), MediaType.APPLICATION_JSON,
                lacking().contains(about) ? List.of(about) : List.of(), body);
    }

    private static void requireJsonAccepted(HttpServletRequest request) {
        if (AcceptedTypes.of(request.getHeader(HttpHeaders.ACCEPT))
                .stream()
                .noneMatch(type -> type.includes(MediaType.APPLICATION_JSON))) {
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "There is JSON (application/json) only.");
        }
    }

    /**
     * What is told to be incomplete. What is parked was recorded after the last publication, which is refused meanwhile:
     * whoever sees only what is published is not told.
     */
    private SortedSet<TiltakNumber> lacking() {
        return readers.seeThePresent() ? incomplete.now() : Collections.emptySortedSet();
    }

    /** Whether events of a tiltak could not be digested. */
    public boolean isIncomplete(TiltakNumber number) {
        return incomplete.now().contains(number);
    }

    /**
     * The answer, or that it has not changed.
     *
     * @param body only asked for where it is needed
     */
    public ResponseEntity<Object> of(HttpServletRequest request, Resolved resolved, MediaType type, Supplier<?> body) {
        return of(request, List.of(resolved), type, lacking(), body);
    }

    private ResponseEntity<Object> of(HttpServletRequest request, List<Resolved> resolved, MediaType type,
            Collection<TiltakNumber> lacking, Supplier<?> body) {
        List<Integer> numbers = lacking.stream().map(TiltakNumber::value).toList();
        String tag = tag(request, resolved, type, numbers, sight());
        boolean unchanged = new ServletWebRequest(request).checkNotModified(tag)
                || "*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(numbers.isEmpty() ? caching(resolved) : CacheControl.noStore())
                .varyBy("Accept", "Authorization", "Origin");
        if (!numbers.isEmpty()) {
            answer.header(INCOMPLETE, numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return unchanged ? answer.build() : answer.contentType(type).body(told(body.get(), numbers));
    }

    /** A JSON answer that is incomplete says so itself: in a member that is not there otherwise. */
    private Object told(Object body, List<Integer> numbers) {
        if (!numbers.isEmpty() && json.valueToTree(body) instanceof ObjectNode object) {
            return object.set("incomplete", json.valueToTree(numbers));
        }
        return body;
    }

    /** What a signed-in reader gets is kept by nobody else. */
    private static CacheControl caching(List<Resolved> resolved) {
        Duration shortest = Duration.ofSeconds(Long.MAX_VALUE);
        for (Resolved one : resolved) {
            Duration unchangedFor = one.unchangedFor();
            shortest = unchangedFor == null ? Duration.ZERO
                    : unchangedFor.compareTo(shortest) < 0 ? unchangedFor
                    : shortest;
        }
        boolean isKept = !resolved.isEmpty() && !shortest.isZero();
        CacheControl caching = isKept ? CacheControl.maxAge(shortest).immutable() : CacheControl.noCache();
        return CurrentActor.signedIn() == null ? caching : caching.cachePrivate();
    }

    /** Readers of whom some see more than others have tags of their own. */
    private static String sight() {
        return Readers.seeUsers() ? "with users" : CurrentActor.hasARole() ? "with a role" : "";
    }

    private static String tag(HttpServletRequest request, List<Resolved> resolved,
            MediaType type, List<Integer> numbers, String sight) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String[] parameters = query.split("&", -1);
        Arrays.sort(parameters);
        String asOf = resolved.stream()
                .map(one -> one.point().validOn() + "@" + one.point().position())
                .collect(Collectors.joining(" "));
        String asked = String.join("\n", request.getRequestURI(), String.join("&", parameters), type.toString(), asOf,
                numbers.isEmpty() ? "" : numbers.toString(), sight);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
