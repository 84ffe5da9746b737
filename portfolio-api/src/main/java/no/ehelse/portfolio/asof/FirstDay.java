package no.ehelse.portfolio.asof;

import java.util.regex.Pattern;

/** A day (valid time) with which something begins, as a request names it: itself, the first of a month, or a round's cut-off. */
public record FirstDay(ValidDayOrRound first) {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /**
     * The day of a text.
     *
     * @throws no.ehelse.portfolio.command.InvalidValue if it is none of the three
     */
    public static FirstDay of(String text) {
        return new FirstDay(MONTH.matcher(text).matches()
                ? new ValidDayOrRound(ValidDay.of(text).day().withDayOfMonth(1), null)
                : ValidDayOrRound.of(text));
    }
}
