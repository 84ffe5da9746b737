package no.ehelse.portfolio.eventstore;

import org.jspecify.annotations.Nullable;

/** A log that is not in the database does not answer. */
public final class LogAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was asked of it. */
    public LogAway(String asked, @Nullable Throwable cause) {
        super(asked, cause);
    }
}
