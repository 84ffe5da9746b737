package no.ehelse.portfolio.tiltak.view.history;

import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link FindHistory}.
 *
 * @param history what was recorded; null: there is no such tiltak
 */
public record FoundHistory(@Nullable RecordedHistory history) {}
