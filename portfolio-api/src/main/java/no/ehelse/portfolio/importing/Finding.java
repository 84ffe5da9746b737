package no.ehelse.portfolio.importing;

import org.jspecify.annotations.Nullable;

/**
 * Something in a file that its sender has to know: an error or a warning.
 *
 * @param row the line on which the row starts; the heading is on line 1
 * @param column the column's heading as it stands in the file; null: it is about the whole row or file
 * @param code a stable code, such as {@code unknown-organisation}
 * @param message one sentence for the sender
 */
public record Finding(int row, @Nullable String column, String code, String message) {}
