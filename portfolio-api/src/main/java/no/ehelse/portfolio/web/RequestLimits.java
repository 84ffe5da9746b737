package no.ehelse.portfolio.web;

/**
 * How much of everything a request may have. What goes beyond can never make sense: it is refused before it costs anything,
 * and nothing is recorded. {@code docs/limits.md} has each with its problem, and the limits that stand elsewhere: of a
 * text's meaning in the domain, of a file's insides with the import, of how often with the security.
 */
final class RequestLimits {

    /** Headers. How many bytes they and the request line have is {@code server.max-http-request-header-size}. */
    static final int HEADERS = 100;

    /** Characters of an address with its query, as sent. */
    static final int ADDRESS = 8000;

    /** Parameters of a query; one that repeats counts each time. */
    static final int PARAMETERS = 200;

    /** Media types in {@code Accept}. */
    static final int ACCEPTED_TYPES = 50;

    /** Bytes of a body of JSON. */
    static final long JSON_BODY = 1024 * 1024;

    /** Bytes of a file that is imported. */
    static final long IMPORT_BODY = 2 * JSON_BODY;

    /** Objects and arrays of JSON within each other; ours have three. */
    static final int DEPTH = 16;

    /** Members of one object; the budgets of every year from 2000 to 2100 are 101. */
    static final int MEMBERS = 200;

    /** Elements of one array. */
    static final int ELEMENTS = 1000;

    /** Characters of a member's name. */
    static final int NAME = 100;

    /** Characters of any text, before its own limit is asked: the longest comment is 4,000, with space around it. */
    static final int TEXT = 16_000;

    /** Characters of a number as written. */
    static final int NUMBER = 100;

    /** Mistakes that are told at once. */
    static final int MISTAKES = 100;

    /** Characters that are shown of what somebody sent. */
    static final int SHOWN = 1000;

    private RequestLimits() {}
}
