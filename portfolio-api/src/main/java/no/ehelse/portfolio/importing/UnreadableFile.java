package no.ehelse.portfolio.importing;

/** Thrown where a file is no table at all, so that there is nothing to say about its rows. */
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    UnreadableFile(int row, String code, String message) {
        super(message);
        this.finding = new Finding(row, null, code, message);
    }

    Finding finding() {
        return finding;
    }
}
