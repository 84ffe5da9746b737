package no.ehelse.portfolio.index;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A point in both times, with the recorded time resolved to a place in the stream.
 *
 * @param validOn the day (valid time)
 * @param position everything up to it in the stream is known, nothing after it
 * @param knownAt the instant that was asked, or that of the last event reflected (recorded time); null: there is none
 */
public record Point(LocalDate validOn, long position, @Nullable Instant knownAt) {}
