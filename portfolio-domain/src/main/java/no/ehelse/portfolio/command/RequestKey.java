package no.ehelse.portfolio.command;

/**
 * What makes a repeated request recognisable: it travels as metadata of the event that the request led to.
 *
 * @param key the caller's idempotency key, 1–200 visible characters, scoped to the aggregate
 * @param digest a digest over operation and content, equal for equal requests
 */
public record RequestKey(String key, String digest) {

    /** Metadata key of {@link #key()}. */
    public static final String KEY = "idempotencyKey";

    /** Metadata key of {@link #digest()}. */
    public static final String DIGEST = "requestDigest";
}
