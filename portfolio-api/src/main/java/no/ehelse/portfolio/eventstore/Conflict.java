package no.ehelse.portfolio.eventstore;

import io.grpc.StatusRuntimeException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Whether something failed because somebody else was faster, so that it is worth deciding again. */
public final class Conflict {

    /** What Axon Server says of a sequence number that is taken; it arrives as text only. */
    private static final String TAKEN_SEQUENCE_NUMBER = "AXONIQ-2000";

    private Conflict() {}

    /** Whether a lost race is among the causes of a failure. */
    public static boolean causes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean lost = switch (cause) {
                case ConcurrencyException ignored -> true;
                case AggregateStreamCreationException ignored -> true;
                case ConcurrencyFailureException ignored -> true;
                case DuplicateKeyException ignored -> true;
                case CommandExecutionException remote ->
                    remote.getDetails().filter(CommandFailure.LOST_RACE::equals).isPresent() || saysSo(remote);
                case StatusRuntimeException remote -> saysSo(remote);
                default -> false;
            };
            if (lost) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysSo(Exception remote) {
        return String.valueOf(remote.getMessage()).contains(TAKEN_SEQUENCE_NUMBER);
    }
}
