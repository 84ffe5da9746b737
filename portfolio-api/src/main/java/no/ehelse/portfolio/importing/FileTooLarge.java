package no.ehelse.portfolio.importing;

/** Thrown where a file has more rows than one import takes. */
public final class TooManyRows extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The most rows that one import takes. */
    public static final int LIMIT = 5000;

    TooManyRows() {
        super("The file has more than " + LIMIT + " rows.");
    }
}
