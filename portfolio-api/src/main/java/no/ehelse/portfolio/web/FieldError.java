package no.ehelse.portfolio.web;

/**
 * What is wrong with one member of a body, one parameter or one header.
 *
 * @param field where: {@code number}, {@code comments.status}, {@code successors[1]}, {@code If-Match}
 * @param code a stable code, such as {@code missing}, {@code wrong-type}, {@code out-of-range}
 * @param message one sentence for the sender
 */
public record FieldError(String field, String code, String message) {

    /** Shows no more of what was sent than helps its sender. */
    public FieldError {
        field = Problem.shown(field);
        message = Problem.shown(message);
    }
}
