package no.ehelse.portfolio.command;

import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;

/** Thrown by an aggregate that refuses a command; the rejection travels as details, also over a remote command bus. */
public final class Rejected extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    /** Refuses with a reason. */
    public Rejected(Rejection rejection) {
        super(rejection.message(), null, rejection, false);
    }

    /**
     * The rejection that an exception of the command bus carries.
     *
     * @return the rejection, or null where the command failed for another reason
     */
    public static @Nullable Rejection in(CommandExecutionException exception) {
        return exception.getDetails().filter(Rejection.class::isInstance).map(Rejection.class::cast).orElse(null);
    }
}
