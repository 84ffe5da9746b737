package no.ehelse.portfolio.web;

import java.util.Locale;

/** Every kind of problem that an answer can be: its stable code, its status, its title. */
public enum ProblemCode {
    /** The body is not JSON, or the request line cannot be read. */
    MALFORMED_REQUEST(400, "The request cannot be read"),
    /** A member, parameter or header is invalid. */
    INVALID_REQUEST(400, "The request is invalid"),
    /** Nobody is logged in. */
    UNAUTHENTICATED(401, "Authentication is needed"),
    /** Whoever is logged in may not. */
    FORBIDDEN(403, "Not allowed"),
    /** There is nothing at that address. */
    NOT_FOUND(404, "Nothing is here"),
    /** No event of the tiltak exists. */
    UNKNOWN_TILTAK(404, "There is no such tiltak"),
    /** The tiltak exists, but is not in the portfolio as of what was asked. */
    NOT_IN_PORTFOLIO(404, "The tiltak is not in the portfolio"),
    /** There is no such round. */
    UNKNOWN_ROUND(404, "There is no such round"),
    /** The tiltak has no such entry. */
    UNKNOWN_EVENT(404, "There is no such entry"),
    /** No organisation has that id. */
    UNKNOWN_ORGANISATION_ID(404, "There is no such organisation"),
    /** The address takes other methods. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** No accepted media type can be answered with. */
    NOT_ACCEPTABLE(406, "Nothing acceptable can be answered"),
    /** The body is too large. */
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    /** The body's media type is not taken. */
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    /** Too much was asked. */
    TOO_MANY_REQUESTS(429, "Too many requests"),
    /** The number is registered already. */
    NUMBER_TAKEN(409, "The number is taken"),
    /** The round exists already. */
    ROUND_EXISTS(409, "The round exists"),
    /** The round is not open. */
    ROUND_NOT_OPEN(409, "The round is not open"),
    /** The round is not closed. */
    ROUND_NOT_CLOSED(409, "The round is not closed"),
    /** The round is not published. */
    ROUND_NOT_PUBLISHED(409, "The round is not published"),
    /** The id, the name or an alias is an organisation's already. */
    ORGANISATION_EXISTS(409, "The organisation exists"),
    /** The idempotency key was used with other content. */
    IDEMPOTENCY_KEY_REUSED(409, "The idempotency key was used before"),
    /** The tiltak is absent on that day already. */
    ALREADY_REMOVED(409, "The tiltak is removed already"),
    /** The tiltak is present on that day. */
    NOT_REMOVED(409, "The tiltak is not removed"),
    /** The entry is retracted already. */
    ALREADY_RETRACTED(409, "The entry is retracted already"),
    /** Others kept changing, or are rebuilding, the same thing at the same time. */
    CONCURRENT_CHANGE(409, "Others are changing the same"),
    /** Entries could not be read into the read model. */
    READ_MODEL_INCOMPLETE(409, "The read model is incomplete"),
    /** The sender saw another version. */
    STALE_VERSION(412, "The version is not the current one"),
    /** The day is before the first registration. */
    BEFORE_REGISTRATION(422, "Before the registration"),
    /** The tiltak is absent on that day. */
    AFTER_REMOVAL(422, "After the removal"),
    /** The day is more than one year ahead. */
    TOO_FAR_IN_FUTURE(422, "Too far in the future"),
    /** The day is after the round's cut-off. */
    AFTER_CUT_OFF(422, "After the round's cut-off"),
    /** The day is covered by published rounds. */
    ROUND_PUBLISHED(422, "The round is published"),
    /** The entry cannot be retracted. */
    NOT_RETRACTABLE(422, "The entry cannot be retracted"),
    /** No organisation has that id, name or alias. */
    UNKNOWN_ORGANISATION(422, "The organisation is unknown"),
    /** There is no such focus area. */
    UNKNOWN_FOCUS_AREA(422, "The focus area is unknown"),
    /** A comment is missing. */
    REASON_REQUIRED(422, "A comment is required"),
    /** Successors are missing. */
    SUCCESSORS_REQUIRED(422, "Successors are required"),
    /** The import has errors, and nothing is recorded. */
    IMPORT_REJECTED(422, "The import is rejected"),
    /** Our mistake. */
    INTERNAL_ERROR(500, "Something went wrong here"),
    /** The read model has not read far enough. */
    READ_MODEL_BEHIND(503, "The read model is behind"),
    /** Events can be neither stored nor read, or not yet, because something that is needed for it is away. */
    EVENT_STORE_UNAVAILABLE(503, "The event store is unavailable");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A short heading, the same for every problem of the kind. */
    public String title() {
        return title;
    }

    /** The code as it stands in answers, such as {@code number-taken}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind's URI. */
    public String type() {
        return "urn:problem:portfolio:" + code();
    }
}
