package no.ehelse.portfolio.xlsx;

/** Thrown where a workbook goes beyond one of the {@link WorkbookLimits}; the message says which, for its sender. */
public final class WorkbookTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkbookTooLarge(String message) {
        super(message);
    }
}
