package no.ehelse.portfolio.importing;

/** Thrown where a file goes beyond one of the {@link FileLimits}; the message says which, for its sender. */
public final class FileTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileTooLarge(String message) {
        super(message);
    }
}
