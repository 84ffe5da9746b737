package no.ehelse.portfolio.rebuild;

import org.jspecify.annotations.Nullable;

/** An event that cannot be read or projected. */
final class BrokenEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rebuild.Failure failure;

    BrokenEvent(long after, @Nullable String event, RuntimeException cause) {
        super(cause);
        this.failure = new Rebuild.Failure(after, event, String.valueOf(cause.getMessage()));
    }

    Rebuild.Failure failure() {
        return failure;
    }
}
