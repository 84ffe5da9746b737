package no.ehelse.portfolio.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Thrown to answer with a problem.
 *
 * <pre>{@code
 * throw new ProblemException(ProblemCode.ROUND_NOT_PUBLISHED, "Round 2020-10 is not published.");
 * throw new ProblemException(ProblemCode.ROUND_PUBLISHED, "…", Map.of("rounds", rounds));
 * throw ProblemException.invalid("at", "contradiction", "at and round exclude each other");
 * throw new ProblemException(ProblemCode.READ_MODEL_BEHIND, "…").retryAfter(1);
 * }</pre>
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Map<String, Object> members;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /** A problem with nothing but its detail. */
    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, Map.of());
    }

    /**
     * A problem.
     *
     * @param detail one or two sentences about this occurrence, for whoever sent the request
     * @param members further members of the answer, in their order
     */
    public ProblemException(ProblemCode code, String detail, Map<String, ?> members) {
        super(detail);
        this.code = code;
        this.members = new LinkedHashMap<>(members);
    }

    /** An invalid request, with every mistake found in it, or the first of very many. */
    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1 ? "There is a mistake in the request: see errors."
                : "There are " + errors.size() + " mistakes in the request: see errors.";
        List<FieldError> told = errors.subList(0, Math.min(errors.size(), RequestLimits.MISTAKES));
        return new ProblemException(ProblemCode.INVALID_REQUEST, detail, Map.of("errors", List.copyOf(told)));
    }

    /** An invalid request with one mistake. */
    public static ProblemException invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** The same problem, with the advice to try again after so many seconds. */
    public ProblemException retryAfter(int seconds) {
        headers.put("Retry-After", Integer.toString(seconds));
        return this;
    }

    /** The same problem, with a header. */
    public ProblemException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Its kind. */
    public ProblemCode code() {
        return code;
    }

    /** The problem as a body. */
    Problem problem() {
        return Problem.of(code, String.valueOf(getMessage()), members);
    }

    /** The headers that go with it. */
    Map<String, String> headers() {
        return headers;
    }
}
