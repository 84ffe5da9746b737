package no.ehelse.portfolio.command;

import org.jspecify.annotations.Nullable;

/** What a text must be to be recorded: visible, bounded, without control characters. */
public final class Text {

    /** The longest name. */
    public static final int NAME = 300;

    /** The longest comment or other running text. */
    public static final int COMMENT = 4000;

    private Text() {}

    /**
     * A name without surrounding space.
     *
     * @throws InvalidValue if it is blank, longer than {@link #NAME}, or has control characters
     */
    public static String name(String field, String text) {
        String name = checked(field, text, NAME);
        if (name.isEmpty()) {
            throw new InvalidValue(field, "blank", field + " is blank");
        }
        return name;
    }

    /**
     * A running text without surrounding space; blank is null.
     *
     * @throws InvalidValue if it is longer than {@link #COMMENT}, or has control characters
     */
    public static @Nullable String comment(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        String comment = checked(field, text, COMMENT);
        return comment.isEmpty() ? null : comment;
    }

    /** Whether a text shows nothing: it has only space, no-break space and invisible characters, or none at all. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(point -> isSpace(point) || Character.getType(point) == Character.FORMAT);
    }

    private static String checked(String field, String text, int longest) {
        String stripped = isBlank(text) ? "" : stripped(text);
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw new InvalidValue(field, "too-long", field + " is longer than " + longest + " characters");
        }
        if (stripped.codePoints().anyMatch(Text::isForbidden)) {
            throw new InvalidValue(field, "control-character", field + " contains a control character");
        }
        return stripped;
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (isSpace(text.charAt(from))) {
            from++;
        }
        while (isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Unlike {@link String#strip}, no-break space counts too: spreadsheets are full of it. */
    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isForbidden(int codePoint) {
        boolean lineOrTab = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        int type = Character.getType(codePoint);
        return (type == Character.CONTROL && !lineOrTab) || type == Character.SURROGATE;
    }
}
