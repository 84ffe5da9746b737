package no.ehelse.portfolio.command;

import org.jspecify.annotations.Nullable;

/**
 * Under which conditions the sender wants a command handled.
 *
 * @param request the idempotency key with the content's digest; null: the sender gave none
 * @param expectedVersion the version of the aggregate that the sender saw; null: any
 */
public record Conditions(@Nullable RequestKey request, @Nullable Long expectedVersion) {

    /** Metadata key of {@link #expectedVersion()} on a command. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    /** No conditions at all. */
    public static final Conditions NONE = new Conditions(null, null);

    /** Whether the sender saw another version than the current one. */
    public boolean isStale(long currentVersion) {
        return expectedVersion != null && expectedVersion != currentVersion;
    }
}
