package no.ehelse.portfolio.importing;

import java.util.Locale;
import java.util.regex.Pattern;

/** How the text of a cell is looked at: spreadsheets put hard spaces where people see plain ones. */
final class CellText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2007\\u2009\\u202F]+");
    private static final Pattern TO_BE_GUARDED = Pattern.compile("'*([=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*|n/a)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private CellText() {}

    /** The text with every run of space as one plain space, none at the ends. */
    static String plain(String cell) {
        return SPACE.matcher(cell).replaceAll(" ").strip();
    }

    /** The form in which two headings, or two spellings of one name, are equal. */
    static String folded(String cell) {
        return plain(cell).toLowerCase(Locale.ROOT);
    }

    static boolean isBlank(String cell) {
        return plain(cell).isEmpty();
    }

    /** Whether the cell says in words that there is no value. */
    static boolean isNotApplicable(String cell) {
        return folded(cell).equals("n/a");
    }

    /**
     * The text as it is written, with an apostrophe before what a spreadsheet would run as a formula, also one that takes
     * wide signs for plain ones, and before what would be read as no value.
     */
    static String guarded(String text) {
        return TO_BE_GUARDED.matcher(text).matches() ? "'" + text : text;
    }

    /** The text without the apostrophe that {@link #guarded} put before it. */
    static String unguarded(String cell) {
        return cell.startsWith("'") && TO_BE_GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
