package no.ehelse.portfolio.eventstore;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Whether something failed because the database is away, and not because of what was asked of it. */
public final class Outage {

    /** Of H2: the file cannot be read or written, the database is closed, closing or broken. */
    private static final Set<Integer> H2_GONE = Set.of(90007, 90013, 90020, 90028, 90030, 90031, 90046, 90067, 90098,
            90108, 90117, 90121);

    /** What H2 wraps whatever happens to its file in, without a code of its own; not a class that we compile against. */
    private static final String H2_FILE_FAILED = "org.h2.mvstore.MVStoreException";

    private Outage() {}

    /** Whether the database's absence is among the causes of a failure. */
    public static boolean causes(Throwable failure) {
        boolean inDatabase = false;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            inDatabase |= cause instanceof SQLException;
            boolean gone = switch (cause) {
                case StoreAway ignored -> true;
                case SQLException problem -> isGone(problem);
                case CannotCreateTransactionException ignored -> true;
                // A commit or rollback that failed otherwise than the database refuses one: its connection is dead.
                case TransactionSystemException ignored -> true;
                case DataAccessResourceFailureException ignored -> true;
                case TransientDataAccessException ignored -> true;
                default -> false;
            };
            if (gone || (inDatabase && isOfFile(cause))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfFile(Throwable cause) {
        return cause instanceof IOException || cause.getClass().getName().equals(H2_FILE_FAILED);
    }

    private static boolean isGone(SQLException problem) {
        if (problem instanceof SQLRecoverableException || problem instanceof SQLTransientException) {
            return true;
        }
        String state = problem.getSQLState();
        if (state == null && problem.getErrorCode() == 0) {
            return true; // not the database's own, but of the pool: the connection was found dead a moment ago, and closed
        }
        // 08: connection; 53: out of resources, such as a full disk; 57P: shut down by its operator; 58: system error.
        boolean byState = state != null
                && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
                        || state.startsWith("58"));
        return byState || H2_GONE.contains(problem.getErrorCode());
    }
}
