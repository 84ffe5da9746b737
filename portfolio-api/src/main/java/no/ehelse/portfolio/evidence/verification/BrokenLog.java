package no.ehelse.portfolio.evidence.verification;

/** Thrown at the first event with which a log cannot be what was recorded. */
public final class BrokenLog extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenLog(String reason) {
        super(reason);
    }

    /** What is wrong, in a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
