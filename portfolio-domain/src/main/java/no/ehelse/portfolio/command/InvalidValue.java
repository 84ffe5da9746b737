package no.ehelse.portfolio.command;

/** Thrown where a value can never be valid, whatever the state: a blank name, a negative amount, number 0. */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    /**
     * An invalid value.
     *
     * @param field the member of the command, as in JSON
     * @param code a stable code, such as {@code blank}, {@code too-long}, {@code out-of-range}
     * @param message one sentence for the sender
     */
    public InvalidValue(String field, String code, String message) {
        super(message);
        this.field = field;
        this.code = code;
    }

    /** The member of the command, as in JSON. */
    public String field() {
        return field;
    }

    /** The stable code. */
    public String code() {
        return code;
    }
}
