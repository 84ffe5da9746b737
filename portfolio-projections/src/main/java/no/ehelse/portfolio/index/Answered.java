package no.ehelse.portfolio.index;

import java.time.Instant;
import java.time.LocalDate;
import no.ehelse.portfolio.round.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is as of, as it stands in the answer.
 *
 * @param validOn the day (valid time)
 * @param knownAt recorded time; null: nothing is recorded yet
 * @param round the round that the answer rests on: the last one with a cut-off on or before the day; null: none
 * @param complete whether that round was loaded completely
 */
public record Answered(LocalDate validOn, @Nullable Instant knownAt, @Nullable RoundId round, boolean complete) {}
