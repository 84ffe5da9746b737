package no.ehelse.portfolio.upkeep.backup;

/** Thrown where a backup could not be made; nothing is left of it. */
public final class BackupFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupFailed(Throwable cause) {
        super("The backup could not be made: " + cause.getMessage(), cause);
    }
}
