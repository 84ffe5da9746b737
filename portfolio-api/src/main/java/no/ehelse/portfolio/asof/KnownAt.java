package no.ehelse.portfolio.asof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import no.ehelse.portfolio.command.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A recorded time as a request names it: an instant with its zone, or a day, which means until its end in Europe/Oslo.
 *
 * @param instant in whole milliseconds
 */
public record KnownAt(Instant instant) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.+");

    /** Truncates to the whole milliseconds in which events are recorded. */
    public KnownAt {
        instant = instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The recorded time of a text.
     *
     * @throws InvalidValue if it is neither an instant nor a day
     */
    public static KnownAt of(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return new KnownAt(PortfolioDays.endOf(LocalDate.parse(text)));
            }
            if (INSTANT.matcher(text).matches()) {
                return new KnownAt(OffsetDateTime.parse(text).toInstant());
            }
        } catch (DateTimeException malformed) {
            throw malformed(malformed);
        }
        throw malformed(null);
    }

    private static InvalidValue malformed(@Nullable DateTimeException cause) {
        InvalidValue complaint = new InvalidValue("knownAt", "malformed",
                "knownAt is an instant with its zone, such as 2020-11-20T12:00:00.123Z (its plus sign percent-encoded), or a day");
        if (cause != null) {
            complaint.initCause(cause);
        }
        return complaint;
    }
}
