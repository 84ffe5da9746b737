package no.ehelse.portfolio.asof;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import no.ehelse.portfolio.command.InvalidValue;

/** A day (valid time) as a request names it: itself, or a month, which means its last day. */
public record ValidDay(LocalDate day) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /**
     * The day of a text.
     *
     * @throws InvalidValue if it is neither a day nor a month
     */
    public static ValidDay of(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return new ValidDay(LocalDate.parse(text));
            }
            if (MONTH.matcher(text).matches()) {
                return new ValidDay(YearMonth.parse(text).atEndOfMonth());
            }
        } catch (DateTimeException noSuchDay) {
            InvalidValue complaint = new InvalidValue("at", "no-such-day", "at is a day that does not exist");
            complaint.initCause(noSuchDay);
            throw complaint;
        }
        throw new InvalidValue("at", "malformed", "at is a day, such as 2020-10-09, or a month, such as 2020-10");
    }
}
