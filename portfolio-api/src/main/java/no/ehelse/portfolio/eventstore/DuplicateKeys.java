package no.ehelse.portfolio.eventstore;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** Recognises by the standard's code, alike on H2 and PostgreSQL, that somebody else took an event's place. */
final class DuplicateKeys implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException problem && UNIQUE_VIOLATION.equals(problem.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
