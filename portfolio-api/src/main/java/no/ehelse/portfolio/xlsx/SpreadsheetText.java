package no.ehelse.portfolio.xlsx;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as workbooks hold it: a character that XML has no place for is written as {@code _x000D_}. */
public final class SpreadsheetText {

    private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_BE_WRITTEN = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\uFFFE\uFFFF]");

    private SpreadsheetText() {}

    /** The text that was meant. */
    static String decoded(String text) {
        return text.indexOf('_') < 0 ? text
                : WRITTEN.matcher(text)
                        .replaceAll(match -> Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /** The form in which a text is read as it is. */
    public static String encoded(String text) {
        return TO_BE_WRITTEN.matcher(text).replaceAll(SpreadsheetText::written);
    }

    private static String written(MatchResult match) {
        return String.format("_x%04X_", (int) match.group().charAt(0));
    }
}
