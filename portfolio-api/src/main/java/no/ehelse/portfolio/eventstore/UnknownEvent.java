package no.ehelse.portfolio.eventstore;

/** Thrown where this version of the service cannot read an event. */
public final class UnknownEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why. */
    public UnknownEvent(String reason) {
        super(reason);
    }

    UnknownEvent(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Why, in a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
