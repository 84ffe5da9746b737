package no.ehelse.portfolio.round;

import org.jspecify.annotations.Nullable;

/**
 * What an edition says about what it rests on, so that whoever keeps the published report keeps a witness.
 *
 * @param report the SHA-256 of the bytes of the status report, 64 hexadecimal digits; null: none was made
 * @param log the SHA-256 over the heads of all aggregates just before the edition; null: it was not taken
 */
public record Witness(@Nullable String report, @Nullable String log) {}
