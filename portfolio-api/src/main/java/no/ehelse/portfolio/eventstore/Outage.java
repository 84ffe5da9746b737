package no.ehelse.portfolio.eventstore;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import no.ehelse.portfolio.projection.FilledByAnotherVersion;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.axonserver.connector.command.AxonServerRemoteCommandHandlingException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Whether something failed because the database, or Axon Server, is away, and not because of what was asked of it. */
public final class Outage {

    /** Of H2: the file cannot be read or written, the database is closed, closing or broken. */
    private static final Set<Integer> H2_GONE = Set.of(90007, 90013, 90020, 90028, 90030, 90031, 90046, 90067, 90098,
            90108, 90117, 90121);

    /** Of Axon Server: it cannot be reached, has no leader, or cannot read or write its files. */
    private static final Set<ErrorCategory> AXON_SERVER_GONE = EnumSet.of(ErrorCategory.CONNECTION_FAILED,
            ErrorCategory.NO_EVENT_STORE_MASTER_AVAILABLE, ErrorCategory.COMMAND_DISPATCH_ERROR,
            ErrorCategory.NO_HANDLER_FOR_COMMAND, ErrorCategory.DATAFILE_READ_ERROR, ErrorCategory.INDEX_READ_ERROR,
            ErrorCategory.DATAFILE_WRITE_ERROR, ErrorCategory.INDEX_WRITE_ERROR,
            ErrorCategory.DIRECTORY_CREATION_FAILED);

    /** Of the framework, for what Axon Server says with any code that it does not know: whoever had a command is gone. */
    private static final String UNKNOWN_THERE = "AXONIQ-0001";

    /** Of Axon Server: nobody answered a command in time. Also of the framework: its handler failed. */
    private static final String UNANSWERED = "AXONIQ-4002";

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
                case LogAway ignored -> true;
                // Its tables are not ours to write for now.
                case FilledByAnotherVersion ignored -> true;
                case CommandExecutionException remote ->
                    remote.getDetails().filter(CommandFailure.STORE_AWAY::equals).isPresent() || isUnanswered(remote);
                // Every instance handles every command: if none does, none is connected.
                case NoHandlerForCommandException ignored -> true;
                case AxonServerCommandDispatchException ignored -> true;
                case AxonServerException remote -> AXON_SERVER_GONE.contains(remote.getErrorCategory());
                // The connector's other half: it forgets codes that it does not know, such as that of a lost handler.
                case org.axonframework.axonserver.connector.AxonServerException remote ->
                    UNKNOWN_THERE.equals(remote.code())
                            || AXON_SERVER_GONE.contains(ErrorCategory.getFromCode(remote.code()));
                case StreamClosedException ignored -> true;
                case StatusRuntimeException remote -> isGone(remote.getStatus().getCode());
                case TimeoutException ignored -> true;
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

    /** A handler of ours tells every failure of its own in details; one of an earlier version told conflicts without. */
    private static boolean isUnanswered(CommandExecutionException remote) {
        return remote.getDetails().isEmpty() && !Conflict.causes(remote)
                && remote.getCause() instanceof AxonServerRemoteCommandHandlingException told
                && UNANSWERED.equals(told.getErrorCode());
    }

    private static boolean isGone(Status.Code code) {
        return switch (code) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, RESOURCE_EXHAUSTED, UNAUTHENTICATED -> true;
            case OK, UNKNOWN, INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED, FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE, UNIMPLEMENTED, INTERNAL, DATA_LOSS ->
                false;
        };
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
