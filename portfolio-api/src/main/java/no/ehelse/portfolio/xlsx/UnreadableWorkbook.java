package no.ehelse.portfolio.xlsx;

import java.util.Locale;

/** Thrown where a file is no workbook that is read here; the message is a sentence for its sender. */
public final class UnreadableWorkbook extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it is not read. */
    public enum Reason {
        /** It is damaged, or no workbook at all. */
        UNREADABLE_FILE,
        /** It can be read with a password only. */
        ENCRYPTED_FILE,
        /** It has macros. */
        MACROS,
        /** It declares a document type, and with it perhaps entities, which no spreadsheet program does. */
        DOCTYPE;

        /** The stable code, such as {@code encrypted-file}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    UnreadableWorkbook(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is wrong, without the words of a library about it. */
    static UnreadableWorkbook damaged(String what) {
        return new UnreadableWorkbook(Reason.UNREADABLE_FILE, "The workbook is damaged: " + what + ".");
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
