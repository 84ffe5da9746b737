package no.ehelse.portfolio.upkeep;

/** Thrown where something is not done, and nothing was changed, for a reason that its operator can do something about. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param reason one or two sentences for the operator
     */
    public Refused(String reason) {
        super(reason);
    }

    /** A refusal because of what failed. */
    public Refused(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
